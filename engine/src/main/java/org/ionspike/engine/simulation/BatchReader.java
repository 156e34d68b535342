package org.ionspike.engine.simulation;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
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
import org.ionspike.engine.units.Time;
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
 *
 * <p>Devices with read noise are read anew for each sample, both ways alike, with noise that depends on the seed, on the
 * sample and on how many equal samples come before it.
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
    private final Time age;

    /**
     * A reader.
     *
     * @param network its weights and biases are read; nothing in it learns
     * @param threads how many samples are read side by side, at least 1
     */
    public BatchReader(Network network, SimulationSettings settings, Crossbar crossbar, int threads) {
        this(network.frozen(), settings, crossbar, threads, new Time(0));
    }

    private BatchReader(Network network, SimulationSettings settings, Crossbar crossbar, int threads, Time age) {
        Check.atLeast("BatchReader.threads", threads, 1);
        Check.notNegative("BatchReader age", age);
        this.network = network;
        this.settings = settings;
        this.crossbar = crossbar;
        this.threads = threads;
        this.age = age;
    }

    /** The same reader of devices that have relaxed without voltage for so long, as {@link Simulation#age}. */
    public BatchReader aged(Time duration) {
        return new BatchReader(network, settings, crossbar, threads, duration);
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
        CrossbarMatrix matrix = product ? CrossbarMatrix.of(network, simulation(network)) : null;
        var keys = new ReadKeys(samples);
        var readings = new Reading[samples.size()];
        var counter = new Counter(progress);
        int together = samples.size() <= BATCH ? 1 : threads;
        SideBySide.run(together, first -> readBatches(samples, keys, first, together, matrix, readings, counter));
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
            ReadKeys noiseKeys,
            int first,
            int stride,
            @Nullable CrossbarMatrix matrix,
            Reading[] readings,
            Counter counter) {
        Simulation simulation = simulation(matrix == null ? network : withoutProjections());
        boolean noisy = matrix == null ? simulation.hasReadNoise() : matrix.hasReadNoise();
        long[] keys = noisy ? noiseKeys.ofSamples() : new long[samples.size()];
        for (long from = (long) first * BATCH; from < samples.size(); from += (long) stride * BATCH) {
            int start = (int) from;
            List<SpikeRaster> batch = samples.subList(start, Math.min(samples.size(), start + BATCH));
            if (matrix == null) {
                for (int b = 0; b < batch.size(); b++) {
                    readings[start + b] = byEvents(simulation, batch.get(b), keys[start + b]);
                }
            } else {
                byProduct(simulation, batch, keys, matrix, readings, start);
            }
            counter.add(batch.size());
        }
    }

    private Simulation simulation(Network of) {
        var simulation = new Simulation(of, settings);
        if (age.si() > 0) {
            simulation.age(age);
        }
        return simulation;
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

    private Reading byEvents(Simulation simulation, SpikeRaster sample, long key) {
        simulation.rewind();
        simulation.beginReads(key);
        ActivityBook before = simulation.activity();
        Response response = simulation.present(sample);
        EnergyBook energy = settings.energy() ? simulation.energy() : EnergyBook.ZERO;
        return new Reading(response, energy, simulation.activity().minus(before));
    }

    private void byProduct(
            Simulation simulation,
            List<SpikeRaster> batch,
            long[] keys,
            CrossbarMatrix matrix,
            Reading[] readings,
            int start) {
        var watts = new double[batch.size()];
        float[][] currents = matrix.currents(batch, Arrays.copyOfRange(keys, start, start + batch.size()), watts);
        for (int b = 0; b < batch.size(); b++) {
            simulation.rewind();
            ActivityBook before = simulation.activity();
            Response response = simulation.presentCurrents(currents[b]);
            double synapses = watts[b] * response.activeSeconds();
            EnergyBook energy = settings.energy()
                    ? simulation.energy().plus(new EnergyBook(0, 0, synapses, 0, 0))
                    : EnergyBook.ZERO;
            int lines = batch.get(b).size(); // all on, each reaching every device of its row
            ActivityBook crossbar = new ActivityBook(lines, 0, lines * (long) matrix.devicesOfLine(), 0, 0, 0, 0);
            readings[start + b] = new Reading(
                    response, energy, simulation.activity().minus(before).plus(crossbar));
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
