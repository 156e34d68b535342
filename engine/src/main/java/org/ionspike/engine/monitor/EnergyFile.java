package org.ionspike.engine.monitor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ionspike.engine.simulation.EnergyBook;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.units.Time;

/**
 * Writes the energy dissipated since the start of the simulation, or its last reset, while it runs: {@code t_s} and
 * joules {@code neurons_J,synapses_J,programming_J}. The file is complete after {@link #close}.
 */
public final class EnergyFile implements RecordingFile {
    private final RowStream rows;

    /**
     * Writes from now on; an error when the simulation keeps no energy books.
     *
     * @param interval a multiple of the time step; samples fall on its multiples
     * @param goOn where to go on in a file that is there; empty to replace it
     */
    public EnergyFile(Simulation simulation, Time interval, Path file, Optional<FilePlace> goOn) {
        simulation.energy(); // an error now where there are no books
        rows = RowStream.open(
                file,
                List.of(
                        Column.number("t_s"),
                        Column.number("neurons_J"),
                        Column.number("synapses_J"),
                        Column.number("programming_J")),
                goOn);
        simulation.every(interval, () -> {
            if (rows.isOpen()) {
                EnergyBook book = simulation.energy();
                rows.add(simulation.now().si())
                        .add(book.neurons())
                        .add(book.synapses())
                        .add(book.programming())
                        .endRow();
            }
        });
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
