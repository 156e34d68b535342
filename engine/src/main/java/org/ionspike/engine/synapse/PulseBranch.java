package org.ionspike.engine.synapse;

import com.google.common.primitives.ImmutableDoubleArray;
import org.ionspike.engine.units.Check;

/**
 * A measured run of equal pulses of one direction on one device.
 *
 * @param device its name
 * @param up whether the pulses potentiate
 * @param siemens conductance before the first pulse and after each, above 0; at least 4 entries
 */
public record PulseBranch(String device, boolean up, ImmutableDoubleArray siemens) {
    private static final int LEAST = 4;

    public PulseBranch {
        Check.atLeast("PulseBranch of device '" + device + "': conductances", siemens.length(), LEAST);
        for (int p = 0; p < siemens.length(); p++) {
            Check.positive("PulseBranch of device '" + device + "': conductance " + p, siemens.get(p));
        }
    }

    /** Without the pulses at its end that move nothing, and the one that a bound may have cut short; 3 pulses stay. */
    PulseBranch untilItRests() {
        int length = siemens.length();
        while (length > LEAST && siemens.get(length - 2) == siemens.get(length - 1)) {
            length--;
        }
        boolean rests = length < siemens.length() && length > LEAST;
        return new PulseBranch(
                device, up, siemens.subArray(0, rests ? length - 1 : length).trimmed());
    }

    int pulses() {
        return siemens.length() - 1;
    }
}
