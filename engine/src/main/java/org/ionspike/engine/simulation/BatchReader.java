package org.ionspike.engine.simulation;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.IntConsumer;
import org.ionspike.engine.network.Connector;
import org.ionspike.engine.network.LineDrive;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.synapse.Connectivity;
import org.ionspike.engine.synapse.LineDevices;
import org.ionspike.engine.units.Check;
import org.jspecify.annotations.Nullable;

/**
 * Reads samples with a network that does not learn: every sample starts from rest at time 0, so the result depends
 * neither on their order nor on the number of threads.
 *
 * <p>Where all lines of the samples come on together and stay held at one level, a batch is one matrix product of ND4J,
 * {@code [batch, line] x [line, neuron]}, the read of a crossbar; the neurons then run on these currents. Otherwise, and
 * when asked for {@link Crossbar#EVENTS}, every line is an event of a {@link Simulation}. Both give the same currents to
 * single precision. Events give every bit alike in any order of the samples; how a product rounds depends on where in
 * its batch a sample stands, so there another order may move a spike by some nanoseconds. Readings carry no energy when
 * the settings leave it out.
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
     * @param progress is told how many samples have been read, by any thread, one at a time
     */
    public List<Reading> read(List<SpikeRaster> samples, IntConsumer progress) {
        int lines = network.input().lines();
        for (int s = 0; s < samples.size(); s++) {
            if (samples.get(s).lines() != lines) {
                Check.require(
                        false,
                        "Sample " + s,
                        samples.get(s).lines() + " lines",
                        "must have as many lines as source '" + network.input().name() + "' (" + lines + ")");
            }
        }
        boolean product = crossbar == Crossbar.MATRIX_PRODUCT && isProduct(samples);
        CrossbarMatrix matrix = product ? CrossbarMatrix.of(network, new Simulation(network, settings)) : null;
        var readings = new Reading[samples.size()];
        var counter = new Counter(progress);
        int together = samples.size() <= BATCH ? 1 : threads;
        SideBySide.run(together, first -> readBatches(samples, first, together, matrix, readings, counter));
        return ImmutableList.copyOf(readings);
    }

    /** Whether every line of these samples is one constant level from the start of the presentation to its end. */
    private boolean isProduct(List<SpikeRaster> samples) {
        String input = network.input().name();
        boolean simple = network.groups().size() == 1
                && network.sources().size() == 1
                && network.projections().stream()
                        .allMatch(p -> p.from().equals(input)
                                && p.to().equals(network.groups().get(0).name())
                                && p.delay().si() == 0
                                && p.drive() instanceof LineDrive drive
                                && Double.isInfinite(drive.hold().si())
                                && (p.connector() instanceof Connector.AllToAll
                                        || p.connector() instanceof Connector.CommonColumn));
        return simple
                && samples.stream().allMatch(sample -> sample.endSeconds() == 0)
                && network.projections().stream().allMatch(this::staysLevel);
    }

    /** Whether the transmission of a line that comes on from rest stays within tolerance for a presentation. */
    private boolean staysLevel(Projection projection) {
        var line = (LineDevices) projection
                .synapse()
                .state(
                        Connectivity.dense(1, 1),
                        new float[1][1],
                        settings.streams().child("level"));
        line.hold(0, ((LineDrive) projection.drive()).voltage().si(), 0);
        return line.holdsFor(0) >= network.presentationLimit().si();
    }

    /** Reads every {@code stride}-th batch from the {@code first} on; a batch leaves nothing to the next. */
    private void readBatches(
            List<SpikeRaster> samples,
            int first,
            int stride,
            @Nullable CrossbarMatrix matrix,
            Reading[] readings,
            Counter counter) {
        var simulation = new Simulation(matrix == null ? network : withoutProjections(), settings);
        for (long from = (long) first * BATCH; from < samples.size(); from += (long) stride * BATCH) {
            int start = (int) from;
            List<SpikeRaster> batch = samples.subList(start, Math.min(samples.size(), start + BATCH));
            if (matrix == null) {
                for (int b = 0; b < batch.size(); b++) {
                    readings[start + b] = byEvents(simulation, batch.get(b));
                }
            } else {
                byProduct(simulation, batch, matrix, readings, start);
            }
            counter.add(batch.size());
        }
    }

    private Network withoutProjections() {
        return new Network(
                network.name(),
                network.step(),
                network.presentationLimit(),
                network.groups(),
                network.sources(),
                network.currents(),
                ImmutableList.of());
    }

    private Reading byEvents(Simulation simulation, SpikeRaster sample) {
        simulation.rewind();
        long before = simulation.synapticOperations();
        Response response = simulation.present(sample);
        EnergyBook energy = settings.energy() ? simulation.energy() : EnergyBook.ZERO;
        return new Reading(response, energy, simulation.synapticOperations() - before);
    }

    private void byProduct(
            Simulation simulation, List<SpikeRaster> batch, CrossbarMatrix matrix, Reading[] readings, int start) {
        float[][] active = new float[batch.size()][network.input().lines()];
        for (int b = 0; b < batch.size(); b++) {
            for (int k = 0; k < batch.get(b).size(); k++) {
                active[b][batch.get(b).line().get(k)] = 1;
            }
        }
        float[][] currents = matrix.currents(active);
        for (int b = 0; b < batch.size(); b++) {
            simulation.rewind();
            Response response = simulation.presentCurrents(currents[b]);
            double synapses = matrix.watts(active[b]) * response.activeSeconds();
            EnergyBook energy =
                    settings.energy() ? simulation.energy().plus(new EnergyBook(0, synapses, 0)) : EnergyBook.ZERO;
            readings[start + b] = new Reading(response, energy, batch.get(b).size() * (long) matrix.devicesOfLine());
        }
    }

    /** How many samples have been read, summed over threads. */
    private static final class Counter {
        private final IntConsumer progress;
        private int read;

        Counter(IntConsumer progress) {
            this.progress = progress;
        }

        synchronized void add(int more) {
            read += more;
            progress.accept(read);
        }
    }
}
