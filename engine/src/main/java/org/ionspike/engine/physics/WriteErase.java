package org.ionspike.engine.physics;

import com.google.common.primitives.ImmutableDoubleArray;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;

/**
 * A programme of write pulses at +V and as many erase pulses at -V on an {@link AdsorbedCoverage}, each followed by a
 * read. Exact: every voltage is held. The coverage begins at its equilibrium.
 *
 * <p>Source: pulses of +1 V and -1 V for 10 s with reads at 0.1 V for 5 s, 30 of each, are reported for nanofluidic
 * channels (Robin et al., Science 379:161, 2023); there the programme returns to its start, in this model it does not.
 *
 * @param pulses write pulses, and as many erase pulses, 1 to 10000
 * @param write V, above 0
 * @param writeTime duration of a pulse, above 0
 * @param read voltage of a read
 * @param readTime duration of a read, 0 or above
 */
public record WriteErase(int pulses, Voltage write, Time writeTime, Voltage read, Time readTime) {
    public WriteErase {
        Check.between("WriteErase.pulses", pulses, 1, 10_000);
        Check.positive("WriteErase.write", write);
        Check.positive("WriteErase.writeTime", writeTime);
        Check.finite("WriteErase.read", read);
        Check.notNegative("WriteErase.readTime", readTime);
    }

    /** 30 pulses of 1 V for 10 s each way, read at 0.1 V for 5 s. */
    public WriteErase() {
        this(30, new Voltage(1), new Time(10), new Voltage(0.1), new Time(5));
    }

    /** The voltage in V of pulse k, from 0 to twice {@link #pulses} - 1. */
    public double voltage(int k) {
        return k < pulses ? write.si() : -write.si();
    }

    /** The coverage after the read of each pulse, first the writes, then the erases. */
    public ImmutableDoubleArray coverages(AdsorbedCoverage device) {
        var out = ImmutableDoubleArray.builder(2 * pulses);
        double w = device.equilibrium();
        for (int k = 0; k < 2 * pulses; k++) {
            w = device.advance(w, voltage(k), writeTime.si());
            w = device.advance(w, read.si(), readTime.si());
            out.add(w);
        }
        return out.build();
    }
}
