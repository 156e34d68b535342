package org.ionspike.engine.simulation;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.source.InputLines;
import org.ionspike.engine.source.PoissonSource;
import org.ionspike.engine.source.SpikeSource;
import org.ionspike.engine.source.SpikeTrainSource;
import org.ionspike.engine.spikes.SpikeRaster;
import org.jspecify.annotations.Nullable;

/** The spikes of one source in order of time, one at a time. */
abstract class SpikeFeed {
    private final List<ProjectionState> outgoing = new ArrayList<>();

    /** Projections that carry this source's spikes. */
    List<ProjectionState> outgoing() {
        return outgoing;
    }

    /** Step of the next spike, or {@code Long.MAX_VALUE}. */
    abstract long nextStep();

    /** Takes the next spike and returns its line. */
    abstract int take();

    /** Begins anew with the first spike. */
    abstract void rewind();

    /** Saves or loads. */
    abstract void transfer(StateTransfer state);

    static SpikeFeed of(SpikeSource source, double dtSeconds, RandomStreams streams) {
        if (source instanceof PoissonSource poisson) {
            return new Poisson(poisson, dtSeconds, streams);
        }
        if (source instanceof SpikeTrainSource train) {
            return new Raster(dtSeconds, train.raster());
        }
        if (source instanceof InputLines) {
            return new Raster(dtSeconds, null);
        }
        throw new AssertionError(source);
    }

    /** A given raster, started at a given step. */
    static final class Raster extends SpikeFeed {
        private final double dtSeconds;
        private final @Nullable SpikeRaster train;
        private @Nullable SpikeRaster raster;
        private long startStep;
        private int next;
        private long nextStep = Long.MAX_VALUE;

        /** A feed of the given spikes from step 0 on, or of none until {@link #play}. */
        Raster(double dtSeconds, @Nullable SpikeRaster train) {
            this.dtSeconds = dtSeconds;
            this.train = train;
            rewind();
        }

        @Override
        final void rewind() {
            if (train == null) {
                stop();
            } else {
                play(train, 0);
            }
        }

        void play(SpikeRaster spikes, long atStep) {
            raster = spikes;
            startStep = atStep;
            next = 0;
            findNext(spikes);
        }

        /** Between presentations; a train is where it was. */
        @Override
        void transfer(StateTransfer state) {
            if (train == null && nextStep != Long.MAX_VALUE) {
                throw new IllegalStateException(
                        "A raster still plays on the input lines. Save or load when its last spike has come.");
            }
            startStep = state.whole("startStep", startStep);
            next = state.count("next", next);
            nextStep = state.whole("nextStep", nextStep);
        }

        void stop() {
            raster = null;
            nextStep = Long.MAX_VALUE;
        }

        private void findNext(SpikeRaster spikes) {
            nextStep = next == spikes.size()
                    ? Long.MAX_VALUE
                    : startStep + stepsIn(spikes.timeSeconds().get(next), dtSeconds);
        }

        @Override
        long nextStep() {
            return nextStep;
        }

        @Override
        int take() {
            if (raster == null) {
                throw new IllegalStateException("No spike is left.");
            }
            int line = raster.line().get(next++);
            findNext(raster);
            return line;
        }
    }

    /** All lines as one Poisson process of the summed rate; each spike falls on a line drawn evenly. */
    private static final class Poisson extends SpikeFeed {
        private final RandomStreams streams;
        private final double rateHz;
        private RestorableUniformRandomProvider random;
        private ZigguratSampler.Exponential interval;
        private final double dtSeconds;
        private final double meanSeconds;
        private final int lines;
        private double nextSeconds;
        private long nextStep = Long.MAX_VALUE;

        Poisson(PoissonSource source, double dtSeconds, RandomStreams streams) {
            this.streams = streams;
            this.rateHz = source.rate().si();
            this.dtSeconds = dtSeconds;
            this.lines = source.lines();
            this.meanSeconds = 1 / (rateHz * lines);
            this.random = streams.stream("spikes");
            this.interval = ZigguratSampler.Exponential.of(random);
            rewind();
        }

        @Override
        void rewind() {
            random = streams.stream("spikes");
            interval = ZigguratSampler.Exponential.of(random);
            nextSeconds = 0;
            if (rateHz > 0) {
                draw();
            }
        }

        @Override
        void transfer(StateTransfer state) {
            state.random("spikes", random);
            nextSeconds = state.number("nextSeconds", nextSeconds);
            nextStep = state.whole("nextStep", nextStep);
        }

        private void draw() {
            nextSeconds += meanSeconds * interval.sample();
            nextStep = stepsIn(nextSeconds, dtSeconds);
        }

        @Override
        long nextStep() {
            return nextStep;
        }

        @Override
        int take() {
            draw();
            return random.nextInt(lines);
        }
    }

    /** The step a time falls into; a time on the grid, to one part in a million, belongs to the step it starts. */
    static long stepsIn(double seconds, double dtSeconds) {
        return (long) Math.floor(seconds / dtSeconds + 1e-6);
    }
}
