package org.ionspike.engine.monitor;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.synapse.Connectivity;
import org.ionspike.engine.units.Time;

/**
 * Writes snapshots of the weights of a projection while the simulation runs, 0 to 1. In CSV a row is a synapse,
 * {@code t_s,pre,post,weight}; in a NumPy array a row is a snapshot, {@code t_s} and {@code weight} with an entry for every
 * synapse, and a second array beside it, {@code NAME.synapses.npy}, has their {@code pre} and {@code post}: lines of the
 * projection in order, and the neurons that a line reaches in order. The file is complete after {@link #close}.
 */
public final class WeightFile implements RecordingFile {
    private static final List<Column> SYNAPSE_COLUMNS =
            List.of(Column.number("t_s"), Column.whole("pre"), Column.whole("post"), Column.single("weight"));

    private final RowStream rows;

    /**
     * Writes from now on.
     *
     * @param projection name of a projection whose weights can be read
     * @param interval a multiple of the time step; snapshots fall on its multiples
     * @param goOn where to go on in a file that is there; empty to replace it
     */
    public WeightFile(Simulation simulation, String projection, Time interval, Path file, Optional<FilePlace> goOn) {
        Connectivity synapses = simulation.connectivity(projection);
        simulation.weightRows(projection); // an error now where weights cannot be read
        boolean numpy = RowStream.isNumpy(file);
        rows = RowStream.open(file, numpy ? snapshotColumns(simulation.synapses(projection)) : SYNAPSE_COLUMNS, goOn);
        if (numpy) {
            writeSynapses(synapses, synapseFile(file));
        }
        simulation.every(interval, () -> {
            if (rows.isOpen()) {
                double seconds = simulation.now().si();
                float[][] weights = simulation.weightRows(projection);
                if (numpy) {
                    addSnapshot(seconds, weights);
                } else {
                    addSynapses(seconds, synapses, weights);
                }
            }
        });
    }

    private static List<Column> snapshotColumns(long synapses) {
        List<String> each = Collections.nCopies(Math.toIntExact(synapses), "weight");
        return List.of(Column.number("t_s"), Column.singles("weight", each));
    }

    /** The file of pre and post that belongs to a file of snapshots. */
    private static Path synapseFile(Path file) {
        String name = file.toString();
        return Path.of(name.substring(0, name.length() - ".npy".length()) + ".synapses.npy");
    }

    private static void writeSynapses(Connectivity synapses, Path file) {
        try (RowStream table =
                RowStream.open(file, List.of(Column.whole("pre"), Column.whole("post")), Optional.empty())) {
            for (int line = 0; line < synapses.pre(); line++) {
                for (int neuron : synapses.targets(line)) {
                    table.add(line).add(neuron).endRow();
                }
            }
        }
    }

    private void addSnapshot(double seconds, float[][] weights) {
        rows.add(seconds);
        for (float[] line : weights) {
            for (float weight : line) {
                rows.add(weight);
            }
        }
        rows.endRow();
    }

    private void addSynapses(double seconds, Connectivity synapses, float[][] weights) {
        for (int line = 0; line < weights.length; line++) {
            int[] targets = synapses.targets(line);
            for (int k = 0; k < targets.length; k++) {
                rows.add(seconds)
                        .add(line)
                        .add(targets[k])
                        .add(weights[line][k])
                        .endRow();
            }
        }
    }

    @Override
    public FilePlace place() {
        return rows.place();
    }

    @Override
    public void close() {
        rows.close();
    }
}
