package org.ionspike.engine.simulation;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.ionspike.engine.network.Connector;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.synapse.SynapseState;
import org.ionspike.engine.units.Check;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Reads samples with a network that does not learn: every sample starts from rest, so the result depends neither on the
 * order nor on the number of threads.
 *
 * <p>Where all lines of the samples come on together and stay held, a batch is one matrix product of ND4J, {@code
 * [batch, line] x [line, neuron]}, the read of a crossbar; the neurons then run on these currents. Otherwise, and when
 * asked for {@link Crossbar#EVENTS}, every line is an event of a {@link Simulation}. Both give the same currents to
 * single precision.
 */
public final class BatchReader {
    /** How the crossbar is read. */
    public enum Crossbar {
        /** One matrix product for a batch of samples, on ND4J. */
        MATRIX_PRODUCT,
        /** One event for every line. */
        EVENTS
    }

    private static final int BATCH = 128;

    private final Network network;
    private final SimulationSettings settings;
    private final Crossbar crossbar;
    private final int threads;

    /**
     * A reader.
     *
     * @param network its weights and biases are read; nothing in it learns
     * @param threads how many samples are read side by side, at least 1
     */
    public BatchReader(Network network, SimulationSettings settings, Crossbar crossbar, int threads) {
        Check.atLeast("BatchReader.threads", threads, 1);
        this.network = network.frozen();
        this.settings = settings;
        this.crossbar = crossbar;
        this.threads = threads;
    }

    /** Reads samples; one reading a sample, in their order. */
    public List<Reading> read(List<SpikeRaster> samples) {
        return read(samples, read -> {});
    }

    /**
     * Reads samples; one reading a sample, in their order.
     *
     * @param progress is told how many samples have been read, on the calling thread
     */
    public List<Reading> read(List<SpikeRaster> samples, IntConsumer progress) {
        boolean product = crossbar == Crossbar.MATRIX_PRODUCT && isProduct(samples);
        CrossbarMatrix matrix = product ? CrossbarMatrix.of(network, new Simulation(network, settings)) : null;
        List<List<SpikeRaster>> batches = new ArrayList<>();
        for (int from = 0; from < samples.size(); from += BATCH) {
            batches.add(samples.subList(from, Math.min(samples.size(), from + BATCH)));
        }
        var pool = Executors.newFixedThreadPool(threads, task -> {
            var thread = new Thread(task, "ionspike-reader");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<List<Reading>>> results = new ArrayList<>();
            for (List<SpikeRaster> batch : batches) {
                results.add(pool.submit(() -> readBatch(batch, matrix)));
            }
            var readings = ImmutableList.<Reading>builder();
            int read = 0;
            for (Future<List<Reading>> result : results) {
                readings.addAll(result.get());
                read = Math.min(samples.size(), read + BATCH);
                progress.accept(read);
            }
            return readings.build();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Reading was interrupted.", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private boolean isProduct(List<SpikeRaster> samples) {
        String input = network.input().name();
        boolean simple = network.groups().size() == 1
                && network.sources().size() == 1
                && network.projections().stream()
                        .allMatch(p -> p.from().equals(input)
                                && p.delay().si() == 0
                                && Double.isInfinite(p.drive().hold().si())
                                && (p.connector() instanceof Connector.AllToAll
                                        || p.connector() instanceof Connector.CommonColumn));
        return simple && samples.stream().allMatch(sample -> sample.endSeconds() == 0);
    }

    private List<Reading> readBatch(List<SpikeRaster> batch, @Nullable CrossbarMatrix matrix) {
        var simulation = new Simulation(network, settings);
        var readings = ImmutableList.<Reading>builder();
        if (matrix == null) {
            for (SpikeRaster sample : batch) {
                simulation.reset();
                long before = simulation.synapticOperations();
                Response response = simulation.present(sample);
                readings.add(new Reading(response, simulation.energy(), simulation.synapticOperations() - before));
            }
            return readings.build();
        }
        float[][] active = new float[batch.size()][network.input().lines()];
        for (int b = 0; b < active.length; b++) {
            for (int line : batch.get(b).line().asList()) {
                active[b][line] = 1;
            }
        }
        float[][] currents = matrix.currents(active);
        for (int b = 0; b < active.length; b++) {
            simulation.reset();
            Response response = simulation.presentCurrents(currents[b]);
            double synapses = matrix.watts(active[b]) * response.activeSeconds();
            readings.add(new Reading(
                    response, simulation.energy().plus(new EnergyBook(0, synapses, 0)), matrix.devices(active[b])));
        }
        return readings.build();
    }

    /** The conductances of all projections as one matrix, seen from rested lines. */
    private static final class CrossbarMatrix {
        private final INDArray siemensVolts;
        private final double[] wattsOfLine;
        private final int devicesOfLine;

        private CrossbarMatrix(INDArray siemensVolts, double[] wattsOfLine, int devicesOfLine) {
            this.siemensVolts = siemensVolts;
            this.wattsOfLine = wattsOfLine;
            this.devicesOfLine = devicesOfLine;
        }

        static CrossbarMatrix of(Network network, Simulation rested) {
            NeuronGroup group = network.groups().get(0);
            int lines = network.input().lines();
            float[][] amperes = new float[lines][group.size()];
            double[] watts = new double[lines];
            int devices = 0;
            for (Projection projection : network.projections()) {
                SynapseState synapses = rested.synapses(projection.name());
                double volts = projection.drive().voltage().si();
                devices += synapses.connectivity().fanOut(0);
                for (int i = 0; i < lines; i++) {
                    double level = volts * synapses.hold(i, volts, 0);
                    float[] row = synapses.conductances(i);
                    for (int j = 0; j < amperes[i].length; j++) {
                        amperes[i][j] += (float) (projection.polarity().sign() * level * row[row.length == 1 ? 0 : j]);
                    }
                    for (float siemens : row) {
                        watts[i] += Math.abs(level * volts) * siemens;
                    }
                }
            }
            return new CrossbarMatrix(Nd4j.createFromArray(amperes), watts, devices);
        }

        float[][] currents(float[][] active) {
            return Nd4j.createFromArray(active).mmul(siemensVolts).toFloatMatrix();
        }

        double watts(float[] active) {
            double sum = 0;
            for (int i = 0; i < active.length; i++) {
                sum += active[i] * wattsOfLine[i];
            }
            return sum;
        }

        long devices(float[] active) {
            long count = 0;
            for (float one : active) {
                count += one > 0 ? devicesOfLine : 0;
            }
            return count;
        }
    }
}
