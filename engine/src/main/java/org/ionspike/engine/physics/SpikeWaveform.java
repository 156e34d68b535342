package org.ionspike.engine.physics;

import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.volt;

import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;

/**
 * The voltage a spike puts on its synapses: a rectangular head and an exponential tail.
 *
 * <pre>
 * s(t) = head                                            0 <= t < headDuration
 * s(t) = tail e^{-(t - headDuration) / tailDecay}        t >= headDuration;   0 before the spike
 * </pre>
 *
 * Source: our choice; a symmetric curve of spike-timing dependence follows from it by construction.
 *
 * @param head voltage of the head
 * @param headDuration duration of the head, above 0
 * @param tail voltage at the start of the tail
 * @param tailDecay time constant of the tail, above 0
 */
public record SpikeWaveform(Voltage head, Time headDuration, Voltage tail, Time tailDecay) {
    public SpikeWaveform {
        Check.finite("SpikeWaveform.head", head);
        Check.positive("SpikeWaveform.headDuration", headDuration);
        Check.finite("SpikeWaveform.tail", tail);
        Check.positive("SpikeWaveform.tailDecay", tailDecay);
    }

    /** +0.5 V for 1 ms, then -0.25 V decaying with 10 ms. */
    public SpikeWaveform() {
        this(volt(0.5), ms(1), volt(-0.25), ms(10));
    }

    /** The voltage in V at a time in s after the spike; 0 before it. */
    public double voltage(double seconds) {
        if (seconds < 0) {
            return 0;
        }
        double inTail = seconds - headDuration.si();
        return inTail < 0 ? head.si() : tail.si() * Math.exp(-inTail / tailDecay.si());
    }
}
