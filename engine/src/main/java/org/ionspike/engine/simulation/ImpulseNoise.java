package org.ionspike.engine.simulation;

import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.MarsagliaTsangWangDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.neuron.Receptor;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.source.PoissonImpulses;

/** Impulses at random times into every neuron of a group. */
abstract class ImpulseNoise {
    /** Mean number of impulses into a neuron in a step from which on each neuron's number is drawn. */
    private static final double MANY = 0.2;

    private final GroupState target;
    private final int receptor;
    private final float size;
    private final RandomStreams streams;

    private ImpulseNoise(PoissonImpulses impulses, GroupState target, RandomStreams streams) {
        this.target = target;
        this.receptor = target.description().model().receptors().stream()
                .map(Receptor::name)
                .toList()
                .indexOf(impulses.receptor());
        this.size = (float) impulses.size().si();
        this.streams = streams;
    }

    static ImpulseNoise of(PoissonImpulses impulses, GroupState target, double dtSeconds, RandomStreams streams) {
        return impulses.rate().si() * dtSeconds >= MANY
                ? new EveryStep(impulses, target, dtSeconds, streams)
                : new OneByOne(impulses, target, dtSeconds, streams);
    }

    /** The next step, from one on, that has impulses, or {@code Long.MAX_VALUE}. */
    abstract long nextStep(long step);

    /** Delivers the impulses of a step. */
    abstract void deliver(long step);

    /** Begins anew. */
    abstract void rewind();

    /** Saves or loads. */
    abstract void transfer(StateTransfer state);

    final float[] arrivals(long step) {
        return target.kernel().arrivals(receptor, step);
    }

    final int neurons() {
        return target.description().size();
    }

    final float size() {
        return size;
    }

    final RestorableUniformRandomProvider random() {
        return streams.stream("impulses");
    }

    /** A number for each neuron in each step; 31 bits of each probability count. */
    private static final class EveryStep extends ImpulseNoise {
        private final double mean;
        private RestorableUniformRandomProvider random;
        private SharedStateDiscreteSampler count;

        EveryStep(PoissonImpulses impulses, GroupState target, double dtSeconds, RandomStreams streams) {
            super(impulses, target, streams);
            mean = impulses.rate().si() * dtSeconds;
            random = random();
            count = MarsagliaTsangWangDiscreteSampler.Poisson.of(random, mean);
        }

        @Override
        void rewind() {
            random = random();
            count = MarsagliaTsangWangDiscreteSampler.Poisson.of(random, mean);
        }

        @Override
        void transfer(StateTransfer state) {
            state.random("impulses", random);
        }

        @Override
        long nextStep(long step) {
            return step;
        }

        @Override
        void deliver(long step) {
            float[] arrivals = arrivals(step);
            float size = size();
            for (int j = 0; j < neurons(); j++) {
                arrivals[j] += size * count.sample();
            }
        }
    }

    /** All neurons as one process of the summed rate; each impulse falls on a neuron drawn evenly. */
    private static final class OneByOne extends ImpulseNoise {
        private final double meanSeconds;
        private final double dtSeconds;
        private RestorableUniformRandomProvider random;
        private ZigguratSampler.Exponential interval;
        private double nextSeconds;
        private long nextStep;

        OneByOne(PoissonImpulses impulses, GroupState target, double dtSeconds, RandomStreams streams) {
            super(impulses, target, streams);
            this.dtSeconds = dtSeconds;
            meanSeconds = 1 / (impulses.rate().si() * neurons());
            random = random();
            interval = ZigguratSampler.Exponential.of(random);
            draw();
        }

        @Override
        void rewind() {
            random = random();
            interval = ZigguratSampler.Exponential.of(random);
            nextSeconds = 0;
            draw();
        }

        @Override
        void transfer(StateTransfer state) {
            state.random("impulses", random);
            nextSeconds = state.number("nextSeconds", nextSeconds);
            nextStep = state.whole("nextStep", nextStep);
        }

        private void draw() {
            nextSeconds += meanSeconds * interval.sample();
            nextStep = nextSeconds == Double.POSITIVE_INFINITY
                    ? Long.MAX_VALUE
                    : SpikeFeed.stepsIn(nextSeconds, dtSeconds);
        }

        @Override
        long nextStep(long step) {
            return nextStep;
        }

        @Override
        void deliver(long step) {
            if (nextStep > step) {
                return;
            }
            float[] arrivals = arrivals(step);
            while (nextStep <= step) {
                arrivals[random.nextInt(neurons())] += size();
                draw();
            }
        }
    }
}
