package org.ionspike.engine.physics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.events.Action;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.ode.sampling.ODEStateInterpolator;
import org.hipparchus.ode.sampling.ODEStepHandler;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;

/**
 * The reference solution of an {@link IonicCircuit}: Dormand-Prince 8(5,3) with error control, restarted where the input
 * jumps. Everything faster is measured against it. The energy books are integrated with the state.
 *
 * <p>A spike is an upward crossing of {@code spikeLevel}; the next one counts once the voltage has been below
 * {@code rearmLevel}. Crossings are looked for at eight points inside every step of the integrator and then located by
 * bisection on its dense output.
 *
 * @param circuit what is solved
 * @param relativeTolerance local error per step, 1e-14 to 1e-3
 * @param spikeLevel voltage that makes a spike
 * @param rearmLevel voltage below which the next spike may come, not above the spike level
 */
public record CircuitReference(IonicCircuit circuit, double relativeTolerance, Voltage spikeLevel, Voltage rearmLevel) {
    private static final int STATES = 8;
    private static final int LOOKS_PER_STEP = 8;
    private static final double MOST_VOLTS = 1e5;

    public CircuitReference {
        Check.between("CircuitReference.relativeTolerance", relativeTolerance, 1e-14, 1e-3);
        Check.finite("CircuitReference.spikeLevel", spikeLevel);
        Check.require(
                rearmLevel.si() <= spikeLevel.si(),
                "CircuitReference.rearmLevel",
                rearmLevel,
                "must not be above spikeLevel (" + spikeLevel + ")");
    }

    /** Tolerance 1e-12; spikes through 0.2 V, re-armed below 0.15 V, as suits the default circuit. */
    public CircuitReference(IonicCircuit circuit) {
        this(circuit, 1e-12, new Voltage(0.2), new Voltage(0.15));
    }

    /**
     * For a circuit of any voltage: the spike levels of the default circuit, scaled with the sodium battery. They are
     * 20 V and 15 V for the circuit of 2021 size.
     */
    public static CircuitReference scaledTo(IonicCircuit circuit) {
        double battery = circuit.sodiumBattery().si();
        double scale =
                battery > 0 ? battery / new IonicCircuit().sodiumBattery().si() : 1;
        return new CircuitReference(circuit, 1e-12, new Voltage(0.2 * scale), new Voltage(0.15 * scale));
    }

    /** This solver with another tolerance. */
    public CircuitReference withTolerance(double relative) {
        return new CircuitReference(circuit, relative, spikeLevel, rearmLevel);
    }

    /** This solver with other levels. */
    public CircuitReference withSpikeLevels(Voltage spike, Voltage rearm) {
        return new CircuitReference(circuit, relativeTolerance, spike, rearm);
    }

    /**
     * The circuit at the given times, and its spikes up to the last of them.
     *
     * @param start state at time 0
     * @param seconds 0 or above, ascending, at least one
     */
    public CircuitTrace trace(CircuitState start, InputCurrent input, double... seconds) {
        checkSeconds(seconds);
        return run(start, input, seconds, seconds[seconds.length - 1], Integer.MAX_VALUE);
    }

    /**
     * The spikes until a duration is over or there are as many as asked for; then the run ends within the same step.
     *
     * @param start state at time 0
     * @param most number of spikes, at least 1
     */
    public CircuitTrace spikes(CircuitState start, InputCurrent input, Time duration, int most) {
        Check.notNegative("CircuitReference duration", duration);
        Check.atLeast("CircuitReference most", most, 1);
        return run(start, input, new double[0], duration.si(), most);
    }

    /** Times to sample at: 0 or above, ascending, at least one. */
    static void checkSeconds(double... seconds) {
        Check.atLeast("CircuitTrace seconds", seconds.length, 1);
        for (int k = 0; k < seconds.length; k++) {
            Check.notNegative("CircuitTrace seconds", seconds[k]);
            Check.require(
                    k == 0 || seconds[k] >= seconds[k - 1],
                    "CircuitTrace seconds",
                    seconds[k] + " s",
                    "must not lie before the time ahead of it");
        }
    }

    private CircuitTrace run(CircuitState start, InputCurrent input, double[] seconds, double end, int most) {
        double[] first = new double[STATES];
        first[0] = start.volts();
        first[1] = start.sodiumFraction();
        first[2] = start.potassiumFraction();
        ODEState state = new ODEState(0, first);
        var recorder = new Recorder(seconds, most, first);
        List<InputCurrent.Piece> pieces = input.pieces();
        for (int k = 0; k < pieces.size() && pieces.get(k).start().si() < end && !recorder.full(); k++) {
            double until = k + 1 < pieces.size()
                    ? Math.min(end, pieces.get(k + 1).start().si())
                    : end;
            state = integrator(recorder).integrate(new Equations(pieces.get(k)), state, until);
        }
        recorder.takeUntil(state.getTime(), state.getPrimaryState());
        return new CircuitTrace(recorder.samples, recorder.spikes, sample(state.getTime(), state.getPrimaryState()));
    }

    private DormandPrince853Integrator integrator(Recorder recorder) {
        double[] relative = new double[STATES];
        Arrays.fill(relative, relativeTolerance);
        // absolute: of the voltages and energies at hand, so that the 2 um circuit is served as well
        double volts = relativeTolerance * (spikeLevel.si() != 0 ? Math.abs(spikeLevel.si()) : 1);
        double joules = circuit.capacitance().si() * volts;
        double[] absolute = {
            volts / 10, relativeTolerance / 1e3, relativeTolerance / 1e3, joules, joules, joules, joules, joules
        };
        var integrator = new DormandPrince853Integrator(1e-18, 1e-3, absolute, relative);
        // the solver's own first guess can overshoot into infinities after a jump of the input
        integrator.setInitialStepSize(0.01
                * circuit.capacitance().si()
                / (circuit.sodium().maximalConductance().si()
                        + circuit.potassium().maximalConductance().si()
                        + circuit.leak().si()));
        integrator.addStepHandler(recorder);
        integrator.addStepEndHandler((state, forward) -> recorder.full() ? Action.STOP : Action.CONTINUE);
        return integrator;
    }

    private static CircuitTrace.Sample sample(double seconds, double[] y) {
        return new CircuitTrace.Sample(
                seconds,
                new CircuitState(y[0], Math.min(1, Math.max(0, y[1])), Math.min(1, Math.max(0, y[2]))),
                new EnergyBooks(y[3], y[4], y[5], y[6], y[7]));
    }

    /** V, n_Na, n_K and the five energies, under one piece of the input. */
    private final class Equations implements OrdinaryDifferentialEquation {
        private final InputCurrent.Piece piece;
        private final double sodium = circuit.sodium().maximalConductance().si();
        private final double potassium =
                circuit.potassium().maximalConductance().si();

        Equations(InputCurrent.Piece piece) {
            this.piece = piece;
        }

        @Override
        public int getDimension() {
            return STATES;
        }

        @Override
        public double[] computeDerivatives(double t, double[] y) {
            double v = clamp(y[0], -MOST_VOLTS, MOST_VOLTS);
            double nNa = clamp(y[1], -1, 2);
            double nK = clamp(y[2], -1, 2);
            double input = piece.at(t);
            double eNa = circuit.sodiumBattery().si();
            double eK = circuit.potassiumBattery().si();
            double eL = circuit.leakBattery().si();
            double iNa = sodium * nNa * (v - eNa);
            double iK = potassium * nK * (v - eK);
            double iL = circuit.leak().si() * (v - eL);
            return new double[] {
                (input - iNa - iK - iL) / circuit.capacitance().si(),
                change(circuit.sodium(), v, nNa),
                change(circuit.potassium(), v, nK),
                v * input,
                -eNa * iNa,
                -eK * iK,
                -eL * iL,
                iNa * (v - eNa) + iK * (v - eK) + iL * (v - eL)
            };
        }

        /** Keeps a trial step that is far too long finite, so that error control rejects it; no solution gets there. */
        private static double clamp(double value, double low, double high) {
            return Math.min(high, Math.max(low, value));
        }

        private static double change(Slit slit, double v, double n) {
            return slit.dissociationRate(v) * (1 - n) - slit.recombinationRate(v) * n * n;
        }
    }

    /** Takes the samples and finds the spikes, step by step. */
    private final class Recorder implements ODEStepHandler {
        final List<CircuitTrace.Sample> samples = new ArrayList<>();
        final List<CircuitTrace.Sample> spikes = new ArrayList<>();
        private final double[] seconds;
        private final int most;
        private boolean armed;

        Recorder(double[] seconds, int most, double[] first) {
            this.seconds = seconds;
            this.most = most;
            this.armed = first[0] < spikeLevel.si();
        }

        boolean full() {
            return spikes.size() >= most;
        }

        void takeUntil(double time, double[] state) {
            while (samples.size() < seconds.length && seconds[samples.size()] <= time) {
                samples.add(sample(seconds[samples.size()], state));
            }
        }

        @Override
        public void handleStep(ODEStateInterpolator step) {
            double from = step.getPreviousState().getTime();
            double to = step.getCurrentState().getTime();
            // a sample at the end of a piece waits for the next piece, or for the end of the run
            while (samples.size() < seconds.length && seconds[samples.size()] < to) {
                double t = seconds[samples.size()];
                samples.add(sample(t, step.getInterpolatedState(t).getPrimaryState()));
            }
            double before = from;
            for (int k = 1; k <= LOOKS_PER_STEP && !full(); k++) {
                double t = k == LOOKS_PER_STEP ? to : from + (to - from) * k / LOOKS_PER_STEP;
                double v = volts(step, t);
                if (armed && v >= spikeLevel.si()) {
                    double crossing = crossing(step, before, t);
                    spikes.add(
                            sample(crossing, step.getInterpolatedState(crossing).getPrimaryState()));
                    armed = false;
                } else if (v < rearmLevel.si()) {
                    armed = true;
                }
                before = t;
            }
        }

        private double crossing(ODEStateInterpolator step, double below, double above) {
            double low = below;
            double high = above;
            while (high - low > 1e-14 * Math.max(high, 1e-6)) {
                double middle = (low + high) / 2;
                if (middle <= low || middle >= high) {
                    break;
                }
                if (volts(step, middle) >= spikeLevel.si()) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
            return high;
        }

        private double volts(ODEStateInterpolator step, double t) {
            return step.getInterpolatedState(t).getPrimaryState()[0];
        }
    }
}
