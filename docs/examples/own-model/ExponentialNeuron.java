package example;

import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.nS;
import static org.ionspike.engine.units.Units.pF;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.neuron.KernelSettings;
import org.ionspike.engine.neuron.NeuronKernel;
import org.ionspike.engine.neuron.NeuronModel;
import org.ionspike.engine.neuron.SpikeSink;
import org.ionspike.engine.neuron.StateVariable;
import org.ionspike.engine.units.Capacitance;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Conductance;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Exponential integrate-and-fire neuron: an example of a neuron model outside Ionspike.
 *
 * <pre>C dv/dt = -gL (v - EL) + gL DT exp((v - VT) / DT) + I;   v >= peak: spike, v = reset</pre>
 *
 * Explicit Euler, first order; a step above 0.1 ms is refused. State: v. The form is that of Fourcaud-Trocme et al.,
 * J. Neurosci. 23, 11628 (2003); the numbers are ours. It is a record, so that its parameters stand in YAML by their names.
 */
public record ExponentialNeuron(
        Capacitance capacitance,
        Conductance leak,
        Voltage restingPotential,
        Voltage softThreshold,
        Voltage sharpness,
        Voltage peak,
        Voltage reset)
        implements NeuronModel {
    private static final Time LONGEST_STEP = ms(0.1);

    public ExponentialNeuron {
        Check.positive("ExponentialNeuron.capacitance", capacitance);
        Check.positive("ExponentialNeuron.leak", leak);
        Check.positive("ExponentialNeuron.sharpness", sharpness);
        Check.require(
                reset.si() < peak.si(), "ExponentialNeuron.reset", reset, "must be below peak (" + peak + ")");
    }

    /** The defaults: 200 pF, 10 nS, rest -65 mV, soft threshold -50 mV, sharpness 2 mV, peak -30 mV, reset -60 mV. */
    public ExponentialNeuron() {
        this(pF(200), nS(10), mV(-65), mV(-50), mV(2), mV(-30), mV(-60));
    }

    @Override
    public String name() {
        return "exponential-neuron";
    }

    @Override
    public String summary() {
        return "Exponential integrate-and-fire; an example of a model of one's own.";
    }

    @Override
    public ImmutableList<StateVariable> variables() {
        return ImmutableList.of(StateVariable.voltage());
    }

    @Override
    public void checkStep(Time step) {
        Check.require(step.si() <= LONGEST_STEP.si(), "Time step", step, "must be at most " + LONGEST_STEP);
    }

    @Override
    public NeuronKernel kernel(KernelSettings settings) {
        return new Kernel(settings);
    }

    /** The state of the neurons of one group. All of them are computed in every step. */
    private final class Kernel implements NeuronKernel {
        private final double dt;
        private final float[] v;
        private final float[] amperes;
        private double ramp;
        private double rampSlope;
        private long rampStep;
        private long clampedTo;

        Kernel(KernelSettings settings) {
            dt = settings.step().si();
            v = new float[settings.size()];
            amperes = new float[settings.size()];
            Arrays.fill(v, (float) restingPotential.si());
        }

        @Override
        public int size() {
            return v.length;
        }

        @Override
        public void drive(long step, float[] given, double rampAmperes, double slope) {
            System.arraycopy(given, 0, amperes, 0, amperes.length);
            ramp = rampAmperes;
            rampSlope = slope;
            rampStep = step;
        }

        @Override
        public void drive(long step, int neuron, float given) {
            amperes[neuron] = given;
        }

        @Override
        public long due(long step) {
            return Math.max(step, clampedTo);
        }

        @Override
        public void advance(long step, SpikeSink sink) {
            double common = ramp + rampSlope * (step + 0.5 - rampStep) * dt;
            double g = leak.si();
            double sharp = sharpness.si();
            for (int j = 0; j < v.length; j++) {
                double before = v[j];
                double current = g * (restingPotential.si() - before)
                        + g * sharp * Math.exp((before - softThreshold.si()) / sharp)
                        + amperes[j]
                        + common;
                double after = before + dt * current / capacitance.si();
                if (after >= peak.si()) {
                    double inside = (peak.si() - before) / (after - before); // where the line crosses the peak
                    sink.spike(j, (step + Math.min(1, Math.max(0, inside))) * dt);
                    after = reset.si();
                }
                v[j] = (float) after;
            }
        }

        @Override
        public void clamp(long fromStep, long toStep, double volts) {
            Arrays.fill(v, (float) volts);
            clampedTo = toStep;
        }

        @Override
        public void transfer(StateTransfer state) {
            state.array("v", v);
            state.array("amperes", amperes);
            ramp = state.number("ramp", ramp);
            rampSlope = state.number("rampSlope", rampSlope);
            rampStep = state.whole("rampStep", rampStep);
            clampedTo = state.whole("clampedTo", clampedTo);
        }

        @Override
        public void reset(long step) {
            Arrays.fill(v, (float) restingPotential.si());
            Arrays.fill(amperes, 0);
            ramp = 0;
            rampSlope = 0;
            clampedTo = 0;
        }

        @Override
        public void set(String variable, float[] values) {
            requireV(variable);
            System.arraycopy(values, 0, v, 0, v.length);
        }

        @Override
        public INDArray state(String variable, long step) {
            return Nd4j.createFromArray(new float[][] {values(variable, step)});
        }

        @Override
        public float[] values(String variable, long step) {
            requireV(variable);
            return v.clone();
        }

        private void requireV(String variable) {
            if (!variable.equals("v")) {
                throw new IllegalArgumentException("Neuron model '" + name() + "' has no state variable '" + variable
                        + "'. Known: [v].");
            }
        }

        /** The model says nothing about energy. */
        @Override
        public double dissipatedJoules(int neuron, long step) {
            return 0;
        }
    }
}
