package org.ionspike.engine.monitor;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.simulation.Simulation;

/**
 * Writes the spikes of all groups while the simulation runs, {@code t_s,group,neuron} in the order of the spikes. In a
 * NumPy array the group is a text of bytes. The file is complete after {@link #close}.
 */
public final class SpikeFile implements RecordingFile {
    private final RowStream rows;

    /** Writes from now on; a file that is there is replaced. */
    public SpikeFile(Simulation simulation, Path file) {
        this(simulation, file, Optional.empty());
    }

    /** As {@link #SpikeFile(Simulation, Path)}, or goes on in a file that is there, from a place in it. */
    public SpikeFile(Simulation simulation, Path file, Optional<FilePlace> goOn) {
        List<String> names =
                simulation.network().groups().stream().map(NeuronGroup::name).toList();
        int longest = names.stream()
                .mapToInt(name -> name.getBytes(StandardCharsets.UTF_8).length)
                .max()
                .orElse(1);
        rows = RowStream.open(
                file, List.of(Column.number("t_s"), Column.text("group", longest), Column.whole("neuron")), goOn);
        for (String name : names) {
            simulation.onSpike(name, (neuron, timeSeconds) -> {
                if (rows.isOpen()) {
                    rows.add(timeSeconds).add(name).add(neuron).endRow();
                }
            });
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
