package org.ionspike.benchmarks.workload;

import static org.ionspike.engine.units.Units.Hz;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ionspike.datasets.encoding.PoissonEncoder;
import org.ionspike.engine.neuron.Backend;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.networks.architecture.DiehlCook;
import org.ionspike.networks.learning.DiehlCookTraining;

/**
 * W2: the network of Diehl and Cook learns from images, 350 ms each in steps of 1 ms, encoding included.
 *
 * @param dataFolder where MNIST lies, if it does; see {@link ImagesToLearn}
 * @param neurons excitatory ones
 * @param images shown for each repeat
 * @param goalImagesPerSecond of processor time
 */
record DiehlCookNetwork(Optional<Path> dataFolder, int neurons, int images, double goalImagesPerSecond)
        implements Workload {
    /** A weight and what it is added to are read; the latter stays in the nearest cache. */
    private static final double BYTES_PER_OPERATION = 8;

    private static final double BYTES_PER_NEURON = 12;
    private static final double STEPS = 350;

    @Override
    public String name() {
        return "w2-" + neurons;
    }

    @Override
    public String summary() {
        return "Diehl-Cook network of 784 lines and " + neurons + " + " + neurons + " neurons, STDP, 350 ms an image";
    }

    @Override
    public List<Figure> measure(int repeats, MachineLimits machine) {
        var shown = ImagesToLearn.of(dataFolder);
        var streams = new RandomStreams(1);
        var training = new DiehlCookTraining(
                new DiehlCook(shown.pixels(), neurons), new SimulationSettings(streams, Backend.FUSED, true, false));
        var encoder = new PoissonEncoder(Hz(128), DiehlCook.SAMPLE, streams);
        var rate = new double[repeats];
        var inputSpikes = new double[repeats];
        var spikes = new double[repeats];
        var operations = new double[repeats];
        var bound = new double[repeats];
        int next = 0;
        for (int k = -1; k < repeats; k++) { // the first is to warm up
            int from = next;
            next += images;
            long operationsBefore = training.simulation().synapticOperations();
            var counts = new long[2];
            double seconds = CpuClock.seconds(() -> {
                for (int image = from; image < from + images; image++) {
                    SpikeRaster raster = encoder.encode(shown.image(image), image);
                    counts[0] += raster.size();
                    for (int count : training.show(raster)) {
                        counts[1] += count;
                    }
                }
            });
            if (k >= 0) {
                rate[k] = images / seconds;
                inputSpikes[k] = (double) counts[0] / images;
                spikes[k] = (double) counts[1] / images;
                long reached = training.simulation().synapticOperations() - operationsBefore;
                operations[k] = reached / seconds;
                double bytes =
                        (double) reached / images * BYTES_PER_OPERATION + 2.0 * neurons * STEPS * BYTES_PER_NEURON;
                bound[k] = machine.updateBytesPerSecond(shown.pixels() * neurons) / bytes;
            }
        }
        return List.of(
                new Figure(name(), "training", "images/s CPU", Spread.of(rate))
                        .meantFor(goalImagesPerSecond)
                        .limitedTo(
                                Spread.of(bound).median(),
                                "8 B a synaptic operation and 12 B a neuron and step at the bandwidth of an array update"),
                new Figure(name(), "input spikes of " + shown.name(), "per image", Spread.of(inputSpikes)),
                new Figure(name(), "excitatory spikes", "per image", Spread.of(spikes)),
                new Figure(name(), "synaptic operations", "1/s CPU", Spread.of(operations)));
    }
}
