package org.ionspike.engine.monitor;

import java.nio.file.Path;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.simulation.Simulation;

/**
 * Writes the spikes of all groups to a CSV file while the simulation runs, {@code t_s,group,neuron} in the order of the
 * spikes. Memory does not grow with the run. The file is complete after {@link #close}.
 */
public final class SpikeFile implements AutoCloseable {
    private final CsvStream csv;

    /** Writes from now on; a file that is there is replaced. */
    public SpikeFile(Simulation simulation, Path file) {
        csv = new CsvStream(file, "t_s,group,neuron");
        for (NeuronGroup group : simulation.network().groups()) {
            String name = CsvStream.quoted(group.name());
            simulation.onSpike(group.name(), (neuron, timeSeconds) -> {
                if (csv.isOpen()) {
                    csv.add(timeSeconds).add(name).add(Integer.toString(neuron)).endRow();
                }
            });
        }
    }

    @Override
    public void close() {
        csv.close();
    }
}
