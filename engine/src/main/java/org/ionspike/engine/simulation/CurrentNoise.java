package org.ionspike.engine.simulation;

import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.NormalizedGaussianSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.source.NoiseCurrent;
import org.ionspike.engine.units.Time;

/** The running state of a {@link NoiseCurrent}: the current into each neuron now. */
final class CurrentNoise {
    private final GroupState target;
    private final RandomStreams streams;
    private final double spread;
    private final double keep;
    private final double fresh;
    private final long intervalSteps;
    private final float[] amperes;
    private RestorableUniformRandomProvider random;
    private NormalizedGaussianSampler gaussian;
    private boolean started;

    CurrentNoise(NoiseCurrent source, GroupState target, Time step, RandomStreams streams) {
        this.target = target;
        this.streams = streams;
        spread = source.spread().si();
        double tau = source.correlationTime().si();
        double ratio = tau == 0 ? Double.POSITIVE_INFINITY : source.interval().si() / tau;
        keep = Math.exp(-ratio);
        fresh = spread * Math.sqrt(-Math.expm1(-2 * ratio));
        intervalSteps = Network.steps(source.interval(), step);
        amperes = new float[target.description().size()];
        random = streams.stream("noise");
        gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        target.addNoise(amperes);
    }

    /** The next step, from one on, in which the current changes. */
    long nextStep(long step) {
        return Math.floorDiv(step + intervalSteps - 1, intervalSteps) * intervalSteps;
    }

    /** Draws the currents that hold from a step on. */
    void deliver() {
        double kept = started ? keep : 0;
        double added = started ? fresh : spread;
        for (int j = 0; j < amperes.length; j++) {
            amperes[j] = (float) (kept * amperes[j] + added * gaussian.sample());
        }
        started = true;
        target.inputChanged();
    }

    /** Begins anew. */
    void rewind() {
        random = streams.stream("noise");
        gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        started = false;
    }

    /** Saves or loads. */
    void transfer(StateTransfer state) {
        state.random("noise", random);
        state.array("noiseAmperes", amperes);
        started = state.flag("noiseStarted", started);
    }
}
