package org.ionspike.engine.neuron;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** One step of LIF neurons in ND4J operations over {@code [1, neuron]}: the plain statement of {@link LifNeuron}. */
final class VectorizedLif {
    private VectorizedLif() {}

    /** What all responses share: the membrane, and one or two arrays of impulses per receptor. */
    private abstract static class Membrane implements PointDynamics {
        final LifNeuron model;
        final double h;
        final float[] excitatory;
        final float[] inhibitory;

        Membrane(LifNeuron model, KernelSettings settings) {
            this.model = model;
            h = settings.step().si();
            excitatory = new float[settings.size()];
            inhibitory = new float[settings.size()];
        }

        @Override
        public final void advance(
                float[] from, float[] to, float @Nullable [] amperes, float common, int first, int end) {
            INDArray input = amperes == null ? row(new float[to.length]) : row(amperes);
            copy(step(row(from), input.add(common)), to);
        }

        /** v after a step. */
        abstract INDArray step(INDArray v, INDArray amperes);

        /** v after a step without impulses. */
        final INDArray leak(INDArray v, INDArray amperes) {
            double decay = LifDynamics.decay(h, model.membraneTime().si());
            return v.mul(decay).add(amperes.mul(LifDynamics.perAmpere(model, h)));
        }

        @Override
        public float[] arrivals(int receptor) {
            return receptor == 0 ? excitatory : inhibitory;
        }

        @Override
        public boolean isNearRest() {
            return LifDynamics.areQuiet((float) (1 / model.leak().si()), excitatory, inhibitory);
        }

        @Override
        public void rest() {
            Arrays.fill(excitatory, 0);
            Arrays.fill(inhibitory, 0);
        }

        @Override
        public void transfer(StateTransfer state) {
            state.array("excitatory", excitatory);
            state.array("inhibitory", inhibitory);
        }

        final void decayBoth() {
            copy(row(excitatory).mul(LifDynamics.decay(h, model.excitatoryTime().si())), excitatory);
            copy(row(inhibitory).mul(LifDynamics.decay(h, model.inhibitoryTime().si())), inhibitory);
        }
    }

    private static INDArray row(float[] values) {
        return Nd4j.createFromArray(new float[][] {values});
    }

    private static void copy(INDArray from, float[] to) {
        System.arraycopy(from.toFloatVector(), 0, to, 0, to.length);
    }

    /** v jumps by what has arrived, then decays. */
    static final class Delta extends Membrane {
        Delta(LifNeuron model, KernelSettings settings) {
            super(model, settings);
        }

        @Override
        INDArray step(INDArray v, INDArray amperes) {
            INDArray after = leak(v.add(row(excitatory)).add(row(inhibitory)), amperes);
            rest();
            return after;
        }

        @Override
        public boolean isNearRest() {
            return true;
        }

        @Override
        public ImmutableMap<String, float[]> variables() {
            return ImmutableMap.of();
        }
    }

    /** Currents that decay. */
    static final class Exponential extends Membrane {
        Exponential(LifNeuron model, KernelSettings settings) {
            super(model, settings);
        }

        @Override
        INDArray step(INDArray v, INDArray amperes) {
            double perE = LifDynamics.perDecayingAmpere(
                    model, h, model.excitatoryTime().si());
            double perI = LifDynamics.perDecayingAmpere(
                    model, h, model.inhibitoryTime().si());
            INDArray after = leak(v, amperes)
                    .add(row(excitatory).mul(perE))
                    .add(row(inhibitory).mul(perI));
            decayBoth();
            return after;
        }

        @Override
        public boolean isNearRest() {
            return LifDynamics.areQuiet((float) LifDynamics.perAmpere(model, h), excitatory, inhibitory);
        }

        @Override
        public ImmutableMap<String, float[]> variables() {
            return ImmutableMap.of("iE", excitatory, "iI", inhibitory);
        }
    }

    /** Currents that rise and decay; impulses are added to the arrays that drive them. */
    static final class Alpha extends Membrane {
        private final float[] currentE;
        private final float[] currentI;

        Alpha(LifNeuron model, KernelSettings settings) {
            super(model, settings);
            currentE = new float[settings.size()];
            currentI = new float[settings.size()];
        }

        @Override
        INDArray step(INDArray v, INDArray amperes) {
            INDArray after = leak(v, amperes)
                    .add(part(excitatory, currentE, model.excitatoryTime().si()))
                    .add(part(inhibitory, currentI, model.inhibitoryTime().si()));
            decayBoth();
            return after;
        }

        private INDArray part(float[] arrived, float[] current, double tau) {
            INDArray driving = row(arrived).mul(Math.E / tau);
            INDArray before = row(current);
            INDArray volts = before.mul(LifDynamics.perDecayingAmpere(model, h, tau))
                    .add(driving.mul(LifDynamics.perRisingAmpere(model, h, tau)));
            copy(before.add(driving.mul(h)).mul(LifDynamics.decay(h, tau)), current);
            return volts;
        }

        @Override
        public boolean isNearRest() {
            float volts = (float) LifDynamics.perAmpere(model, h);
            return LifDynamics.areQuiet(volts, excitatory, inhibitory, currentE, currentI);
        }

        @Override
        public void transfer(StateTransfer state) {
            super.transfer(state);
            state.array("iE", currentE);
            state.array("iI", currentI);
        }

        @Override
        public void rest() {
            super.rest();
            Arrays.fill(currentE, 0);
            Arrays.fill(currentI, 0);
        }

        @Override
        public ImmutableMap<String, float[]> variables() {
            return ImmutableMap.of("iE", currentE, "iI", currentI);
        }
    }

    /** Conductances that decay; the membrane takes them at the middle of the step. */
    static final class Conductance extends Membrane {
        Conductance(LifNeuron model, KernelSettings settings) {
            super(model, settings);
        }

        @Override
        INDArray step(INDArray v, INDArray amperes) {
            double rest = model.restingPotential().si();
            INDArray e = row(excitatory)
                    .mul(LifDynamics.decay(h / 2, model.excitatoryTime().si()));
            INDArray i = row(inhibitory)
                    .mul(LifDynamics.decay(h / 2, model.inhibitoryTime().si()));
            INDArray total = e.add(i).add(model.leak().si());
            INDArray steady = e.mul(model.excitatoryPotential().si() - rest)
                    .add(i.mul(model.inhibitoryPotential().si() - rest))
                    .add(amperes)
                    .div(total);
            INDArray decay = Transforms.exp(total.mul(-h / model.capacitance().si()));
            decayBoth();
            return steady.add(v.sub(steady).mul(decay));
        }

        @Override
        public ImmutableMap<String, float[]> variables() {
            return ImmutableMap.of("gE", excitatory, "gI", inhibitory);
        }
    }
}
