package org.ionspike.engine.physics;

import java.util.function.DoublePredicate;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Current;
import org.ionspike.engine.units.Time;

/**
 * How much more current a second spike takes: rectangular pulses from the steady state without input, thresholds by
 * bisection on the reference integrator.
 *
 * @param solver the circuit and its spike levels
 * @param width duration of a pulse, above 0
 * @param firstFactor height of the first pulse over the threshold of a lone one, above 1
 */
public record RefractoryCurve(CircuitReference solver, Time width, double firstFactor) {
    private static final double CLOSE = 1e-4;
    private static final int MOST_DOUBLINGS = 20;

    /** How long after its pulse a spike is waited for, in s. */
    private static final double WAIT = 10e-3;

    public RefractoryCurve {
        Check.positive("RefractoryCurve.width", width);
        Check.require(
                firstFactor > 1 && Double.isFinite(firstFactor),
                "RefractoryCurve.firstFactor",
                firstFactor,
                "must be above 1 and finite, or the first pulse makes no spike");
    }

    /** Pulses of 0.2 ms, the first one 1.5 times the threshold; relative tolerance 1e-9. */
    public RefractoryCurve(IonicCircuit circuit) {
        this(CircuitReference.scaledTo(circuit).withTolerance(1e-9), new Time(2e-4), 1.5);
    }

    /** The least height of a lone pulse that makes a spike, to 0.01 %. */
    public Current threshold() {
        Current threshold = least(1e-12, amperes -> spikes(pulse(amperes), 1));
        Check.require(
                threshold.si() > 0,
                "RefractoryCurve threshold",
                threshold,
                "must be above 0: this circuit fires without input; give it a leak");
        return threshold;
    }

    /**
     * The least height of a second pulse that makes a second spike, to 0.01 %; 0 if the first pulse alone makes two.
     *
     * @param first height of the first pulse
     * @param interval from the start of the first pulse to the start of the second, above the width
     */
    public Current secondThreshold(Current first, Time interval) {
        checkInterval(interval);
        return least(1e-12, amperes -> spikes(pair(first, new Current(amperes), interval), 2));
    }

    /**
     * Whether a circuit with a finite number of ions spikes after the start of the second of two pulses, once.
     *
     * @param noisy the circuit with its noise
     * @param streams what is drawn from
     */
    public boolean secondSpike(
            NoisyCircuit noisy, Current first, Current second, Time interval, RandomStreams streams) {
        checkInterval(interval);
        double end = interval.si() + width.si() + WAIT;
        return noisy.trace(noisy.circuit().rest(), pair(first, second, interval), streams, end).spikeSeconds().stream()
                .anyMatch(seconds -> seconds >= interval.si());
    }

    private void checkInterval(Time interval) {
        Check.require(
                interval.si() > width.si() && Double.isFinite(interval.si()),
                "RefractoryCurve.interval",
                interval,
                "must be above the width of a pulse (" + width + ") and finite");
    }

    private InputCurrent pair(Current first, Current second, Time interval) {
        return pulse(first.si()).then(interval, second).then(new Time(interval.si() + width.si()), new Current(0));
    }

    private InputCurrent pulse(double amperes) {
        return InputCurrent.constant(new Current(amperes)).then(width, new Current(0));
    }

    private boolean spikes(InputCurrent input, int count) {
        double last = input.pieces().get(input.pieces().size() - 1).start().si();
        return solver.spikes(solver.circuit().rest(), input, new Time(last + WAIT), count)
                        .spikes()
                        .size()
                >= count;
    }

    private static Current least(double guess, DoublePredicate spikes) {
        if (spikes.test(0)) {
            return new Current(0);
        }
        double silent = 0;
        double spiking = guess;
        for (int k = 0; !spikes.test(spiking); k++) {
            Check.require(
                    k < MOST_DOUBLINGS,
                    "RefractoryCurve pulse",
                    new Current(spiking),
                    "makes no spike, and no lower one does; take a longer pulse");
            silent = spiking;
            spiking *= 2;
        }
        while (spiking - silent > CLOSE * spiking) {
            double middle = (silent + spiking) / 2;
            if (spikes.test(middle)) {
                spiking = middle;
            } else {
                silent = middle;
            }
        }
        return new Current(spiking);
    }
}
