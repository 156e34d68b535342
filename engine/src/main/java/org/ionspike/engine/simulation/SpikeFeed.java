package org.ionspike.engine.simulation;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.source.InputLines;
import org.ionspike.engine.source.PoissonSource;
import org.ionspike.engine.source.SpikeSource;
import org.ionspike.engine.source.SpikeTrainSource;
import org.ionspike.engine.spikes.SpikeRaster;
import org.jspecify.annotations.Nullable;

/** The spikes of one source in order of time, one at a time. */
abstract class SpikeFeed {
    /** Step of the next spike, or {@code Long.MAX_VALUE}. */
    abstract long nextStep();

    /** Takes the next spike and returns its line. */
    abstract int take();

    static SpikeFeed of(SpikeSource source, double dtSeconds, RandomStreams streams) {
        if (source instanceof PoissonSource poisson) {
            return new Poisson(poisson, dtSeconds, streams.stream("spikes"));
        }
        var feed = new Raster(dtSeconds);
        if (source instanceof SpikeTrainSource train) {
            feed.play(train.raster(), 0);
        } else if (!(source instanceof InputLines)) {
            throw new AssertionError(source);
        }
        return feed;
    }

    /** A given raster, started at a given step. */
    static final class Raster extends SpikeFeed {
        private final double dtSeconds;
        private @Nullable SpikeRaster raster;
        private long startStep;
        private int next;

        Raster(double dtSeconds) {
            this.dtSeconds = dtSeconds;
        }

        void play(SpikeRaster spikes, long atStep) {
            raster = spikes;
            startStep = atStep;
            next = 0;
        }

        void stop() {
            raster = null;
        }

        @Override
        long nextStep() {
            if (raster == null || next == raster.size()) {
                return Long.MAX_VALUE;
            }
            return startStep + stepsIn(raster.timeSeconds().get(next), dtSeconds);
        }

        @Override
        int take() {
            if (raster == null) {
                throw new IllegalStateException("No spike is left.");
            }
            return raster.line().get(next++);
        }
    }

    /** All lines as one Poisson process of the summed rate; each spike falls on a line drawn evenly. */
    private static final class Poisson extends SpikeFeed {
        private final ZigguratSampler.Exponential interval;
        private final UniformRandomProvider random;
        private final double dtSeconds;
        private final double meanSeconds;
        private final int lines;
        private double nextSeconds;

        Poisson(PoissonSource source, double dtSeconds, UniformRandomProvider random) {
            this.random = random;
            this.interval = ZigguratSampler.Exponential.of(random);
            this.dtSeconds = dtSeconds;
            this.lines = source.lines();
            this.meanSeconds = 1 / (source.rate().si() * lines);
            this.nextSeconds = meanSeconds * interval.sample();
        }

        @Override
        long nextStep() {
            return Double.isInfinite(nextSeconds) ? Long.MAX_VALUE : stepsIn(nextSeconds, dtSeconds);
        }

        @Override
        int take() {
            nextSeconds += meanSeconds * interval.sample();
            return random.nextInt(lines);
        }
    }

    /** The step a time falls into; a time on the grid, to one part in a million, belongs to the step it starts. */
    static long stepsIn(double seconds, double dtSeconds) {
        return (long) Math.floor(seconds / dtSeconds + 1e-6);
    }
}
