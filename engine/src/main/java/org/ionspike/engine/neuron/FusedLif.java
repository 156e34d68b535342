package org.ionspike.engine.neuron;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.jspecify.annotations.Nullable;

/**
 * One step of many LIF neurons in small single-precision loops that the JIT vectorizes; one class per postsynaptic
 * response. v is counted from the resting potential.
 */
final class FusedLif {
    private FusedLif() {}

    /** The membrane's own part of a step. */
    private abstract static class Membrane implements PointDynamics {
        final float decay;
        final float perAmpere;

        Membrane(LifNeuron model, KernelSettings settings) {
            double h = settings.step().si();
            decay = (float) LifDynamics.decay(h, model.membraneTime().si());
            perAmpere = (float) LifDynamics.perAmpere(model, h);
        }

        @Override
        public final boolean splits() {
            return true;
        }

        /** Adds the part of the input current to v after a step. */
        final void addInput(float[] to, float @Nullable [] amperes, float common, int first, int end) {
            if (common != 0) {
                float volts = perAmpere * common;
                for (int j = first; j < end; j++) {
                    to[j] += volts;
                }
            }
            if (amperes != null) {
                for (int j = first; j < end; j++) {
                    to[j] += perAmpere * amperes[j];
                }
            }
        }
    }

    /** v jumps by what has arrived, then decays. */
    static final class Delta extends Membrane {
        private final float[] jumps;

        Delta(LifNeuron model, KernelSettings settings) {
            super(model, settings);
            jumps = new float[settings.size()];
        }

        @Override
        public void advance(float[] from, float[] to, float @Nullable [] amperes, float common, int first, int end) {
            for (int j = first; j < end; j++) {
                to[j] = decay * (from[j] + jumps[j]);
            }
            addInput(to, amperes, common, first, end);
            Arrays.fill(jumps, first, end, 0);
        }

        @Override
        public float[] arrivals(int receptor) {
            return jumps;
        }

        @Override
        public boolean isNearRest() {
            return true; // jumps act in the step they arrive in
        }

        @Override
        public void rest() {
            Arrays.fill(jumps, 0);
        }

        @Override
        public void transfer(StateTransfer state) {
            state.array("jumps", jumps);
        }

        @Override
        public ImmutableMap<String, float[]> variables() {
            return ImmutableMap.of();
        }
    }

    /** Currents that decay. */
    static final class Exponential extends Membrane {
        private final float[] excitatory;
        private final float[] inhibitory;
        private final float decayE;
        private final float decayI;
        private final float perE;
        private final float perI;

        Exponential(LifNeuron model, KernelSettings settings) {
            super(model, settings);
            double h = settings.step().si();
            double tauE = model.excitatoryTime().si();
            double tauI = model.inhibitoryTime().si();
            decayE = (float) LifDynamics.decay(h, tauE);
            decayI = (float) LifDynamics.decay(h, tauI);
            perE = (float) LifDynamics.perDecayingAmpere(model, h, tauE);
            perI = (float) LifDynamics.perDecayingAmpere(model, h, tauI);
            excitatory = new float[settings.size()];
            inhibitory = new float[settings.size()];
        }

        @Override
        public void advance(float[] from, float[] to, float @Nullable [] amperes, float common, int first, int end) {
            float constant = perAmpere * common;
            if (amperes == null) {
                for (int j = first; j < end; j++) {
                    to[j] = decay * from[j] + perE * excitatory[j] + perI * inhibitory[j] + constant;
                }
            } else {
                for (int j = first; j < end; j++) {
                    float driven = perAmpere * amperes[j] + constant;
                    to[j] = decay * from[j] + perE * excitatory[j] + perI * inhibitory[j] + driven;
                }
            }
            for (int j = first; j < end; j++) {
                excitatory[j] *= decayE;
                inhibitory[j] *= decayI;
            }
        }

        @Override
        public float[] arrivals(int receptor) {
            return receptor == 0 ? excitatory : inhibitory;
        }

        @Override
        public boolean isNearRest() {
            return LifDynamics.areQuiet(perAmpere, excitatory, inhibitory);
        }

        @Override
        public void rest() {
            Arrays.fill(excitatory, 0);
            Arrays.fill(inhibitory, 0);
        }

        @Override
        public void transfer(StateTransfer state) {
            state.array("iE", excitatory);
            state.array("iI", inhibitory);
        }

        @Override
        public ImmutableMap<String, float[]> variables() {
            return ImmutableMap.of("iE", excitatory, "iI", inhibitory);
        }
    }

    /** Currents that rise and decay: {@code i' = s - i / tau, s' = -s / tau}, an impulse w adds e w / tau to s. */
    static final class Alpha extends Membrane {
        private final AlphaCurrent excitatory;
        private final AlphaCurrent inhibitory;

        Alpha(LifNeuron model, KernelSettings settings) {
            super(model, settings);
            excitatory =
                    new AlphaCurrent(model, settings, model.excitatoryTime().si());
            inhibitory =
                    new AlphaCurrent(model, settings, model.inhibitoryTime().si());
        }

        @Override
        public void advance(float[] from, float[] to, float @Nullable [] amperes, float common, int first, int end) {
            for (int j = first; j < end; j++) {
                to[j] = decay * from[j];
            }
            excitatory.advance(to, first, end);
            inhibitory.advance(to, first, end);
            addInput(to, amperes, common, first, end);
        }

        @Override
        public float[] arrivals(int receptor) {
            return receptor == 0 ? excitatory.arrived : inhibitory.arrived;
        }

        @Override
        public boolean isNearRest() {
            return LifDynamics.areQuiet(
                    perAmpere, excitatory.current, excitatory.arrived, inhibitory.current, inhibitory.arrived);
        }

        @Override
        public void rest() {
            excitatory.rest();
            inhibitory.rest();
        }

        @Override
        public void transfer(StateTransfer state) {
            excitatory.transfer(state);
            inhibitory.transfer(state);
        }

        @Override
        public ImmutableMap<String, float[]> variables() {
            return ImmutableMap.of("iE", excitatory.current, "iI", inhibitory.current);
        }
    }

    /** One receptor's alpha current; {@code arrived} is s tau / e, so that impulses are added to it as they are. */
    private static final class AlphaCurrent {
        private final float[] arrived;
        private final float[] current;
        private final float decay;
        private final float rise;
        private final float perCurrent;
        private final float perArrived;

        AlphaCurrent(LifNeuron model, KernelSettings settings, double tau) {
            double h = settings.step().si();
            arrived = new float[settings.size()];
            current = new float[settings.size()];
            decay = (float) LifDynamics.decay(h, tau);
            rise = (float) (Math.E / tau * h * LifDynamics.decay(h, tau));
            perCurrent = (float) LifDynamics.perDecayingAmpere(model, h, tau);
            perArrived = (float) (Math.E / tau * LifDynamics.perRisingAmpere(model, h, tau));
        }

        void advance(float[] to, int first, int end) {
            for (int j = first; j < end; j++) {
                to[j] += perCurrent * current[j] + perArrived * arrived[j];
            }
            for (int j = first; j < end; j++) {
                current[j] = decay * current[j] + rise * arrived[j];
                arrived[j] *= decay;
            }
        }

        void transfer(StateTransfer state) {
            state.array("arrived", arrived);
            state.array("current", current);
        }

        void rest() {
            Arrays.fill(arrived, 0);
            Arrays.fill(current, 0);
        }
    }

    /**
     * Conductances that decay. e^-y of the membrane is the square of the [2/2] Pade approximant at y / 2: relative error
     * below 2e-6 up to y = 0.5 (a step of half a membrane time at that conductance), within 0 and 1 for any y.
     */
    static final class Conductance extends Membrane {
        /** Where the approximant is least, sqrt(12); beyond, it would rise again. */
        private static final float LARGEST_HALF = 3.4641f;

        private final float[] excitatory;
        private final float[] inhibitory;
        private final float[] siemens;
        private final float[] steady;
        private final float decayE;
        private final float decayI;
        private final float middleE;
        private final float middleI;
        private final float leak;
        private final float potentialE;
        private final float potentialI;
        private final float halfStepPerFarad;

        Conductance(LifNeuron model, KernelSettings settings) {
            super(model, settings);
            double h = settings.step().si();
            decayE = (float) LifDynamics.decay(h, model.excitatoryTime().si());
            decayI = (float) LifDynamics.decay(h, model.inhibitoryTime().si());
            middleE = (float) LifDynamics.decay(h / 2, model.excitatoryTime().si());
            middleI = (float) LifDynamics.decay(h / 2, model.inhibitoryTime().si());
            leak = (float) model.leak().si();
            double rest = model.restingPotential().si();
            potentialE = (float) (model.excitatoryPotential().si() - rest);
            potentialI = (float) (model.inhibitoryPotential().si() - rest);
            halfStepPerFarad = (float) (h / 2 / model.capacitance().si());
            excitatory = new float[settings.size()];
            inhibitory = new float[settings.size()];
            siemens = new float[settings.size()];
            steady = new float[settings.size()];
        }

        @Override
        public void advance(float[] from, float[] to, float @Nullable [] amperes, float common, int first, int end) {
            for (int j = first; j < end; j++) {
                float e = middleE * excitatory[j];
                float i = middleI * inhibitory[j];
                siemens[j] = leak + e + i;
                steady[j] = potentialE * e + potentialI * i + common;
            }
            if (amperes != null) {
                for (int j = first; j < end; j++) {
                    steady[j] += amperes[j];
                }
            }
            for (int j = first; j < end; j++) {
                steady[j] /= siemens[j];
            }
            for (int j = first; j < end; j++) {
                float z = Math.min(LARGEST_HALF, siemens[j] * halfStepPerFarad);
                float even = 1 + z * z * (1f / 12);
                float odd = 0.5f * z;
                float half = (even - odd) / (even + odd);
                siemens[j] = half * half;
            }
            for (int j = first; j < end; j++) {
                to[j] = steady[j] + (from[j] - steady[j]) * siemens[j];
            }
            for (int j = first; j < end; j++) {
                excitatory[j] *= decayE;
                inhibitory[j] *= decayI;
            }
        }

        @Override
        public float[] arrivals(int receptor) {
            return receptor == 0 ? excitatory : inhibitory;
        }

        @Override
        public boolean isNearRest() {
            return LifDynamics.areQuiet(1 / leak, excitatory, inhibitory);
        }

        @Override
        public void rest() {
            Arrays.fill(excitatory, 0);
            Arrays.fill(inhibitory, 0);
        }

        @Override
        public void transfer(StateTransfer state) {
            state.array("gE", excitatory);
            state.array("gI", inhibitory);
        }

        @Override
        public ImmutableMap<String, float[]> variables() {
            return ImmutableMap.of("gE", excitatory, "gI", inhibitory);
        }
    }
}
