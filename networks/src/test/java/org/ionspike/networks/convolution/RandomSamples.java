package org.ionspike.networks.convolution;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.units.Time;
import org.ionspike.networks.architecture.PlaneShape;

/** Samples for tests. */
final class RandomSamples {
    private RandomSamples() {}

    /** Every line spikes with a chance of 1/2, at any time of the presentation. */
    static List<LatencyMap> noise(PlaneShape shape, Time presentation, int count, long seed) {
        UniformRandomProvider random = new RandomStreams(seed).stream("noise");
        return Stream.generate(() -> {
                    int[] lines = IntStream.range(0, shape.lines())
                            .filter(line -> random.nextBoolean())
                            .toArray();
                    double[] times = IntStream.of(lines)
                            .mapToDouble(line -> random.nextDouble() * presentation.si())
                            .toArray();
                    return LatencyMap.of(SpikeRaster.of(shape.lines(), times, lines), shape, presentation);
                })
                .limit(count)
                .toList();
    }

    /**
     * One of two bars through the middle of an otherwise silent plane, with up to 20 ms of jitter.
     *
     * @param side rows and columns of the plane, odd
     */
    static List<LatencyMap> bars(int side, Time presentation, int count, long seed) {
        UniformRandomProvider random = new RandomStreams(seed).stream("bars");
        var shape = new PlaneShape(1, side, side);
        return IntStream.range(0, count)
                .mapToObj(s -> {
                    int middle = side / 2;
                    int[] lines = IntStream.range(0, side)
                            .map(k -> s % 2 == 0 ? middle * side + k : k * side + middle)
                            .toArray();
                    double[] times = IntStream.of(lines)
                            .mapToDouble(line -> random.nextDouble() * 0.02)
                            .toArray();
                    return LatencyMap.of(SpikeRaster.of(shape.lines(), times, lines), shape, presentation);
                })
                .toList();
    }
}
