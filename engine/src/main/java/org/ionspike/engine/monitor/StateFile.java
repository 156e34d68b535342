package org.ionspike.engine.monitor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.units.Time;

/**
 * Writes state variables of chosen neurons while the simulation runs: a column {@code t_s}, then in CSV one a variable and
 * neuron, such as {@code cells[0].v}, in a NumPy array one a variable, such as {@code cells.v}, which has an entry for every
 * chosen neuron. SI units. The file is complete after {@link #close}.
 */
public final class StateFile implements RecordingFile {
    private final RowStream rows;

    /**
     * Variables of neurons of one group.
     *
     * @param variable name as the neuron model documents it
     * @param neurons indices in the group, at least one
     */
    public record Choice(String group, String variable, List<Integer> neurons) {}

    /**
     * Writes from now on; a file that is there is replaced.
     *
     * @param interval a multiple of the time step; samples fall on its multiples
     */
    public StateFile(Simulation simulation, List<Choice> choices, Time interval, Path file) {
        this(simulation, choices, interval, file, Optional.empty());
    }

    /**
     * As {@link #StateFile(Simulation, List, Time, Path)}, or goes on in a file that is there, from a place in it.
     */
    public StateFile(Simulation simulation, List<Choice> choices, Time interval, Path file, Optional<FilePlace> goOn) {
        List<ChosenState> states = new ArrayList<>();
        List<Column> columns = new ArrayList<>(List.of(Column.number("t_s")));
        for (Choice choice : choices) {
            int[] neurons =
                    choice.neurons().stream().mapToInt(Integer::intValue).toArray();
            states.add(new ChosenState("StateFile", simulation, choice.group(), choice.variable(), neurons));
            columns.add(Column.singles(
                    choice.group() + "." + choice.variable(),
                    choice.neurons().stream()
                            .map(neuron -> choice.group() + "[" + neuron + "]." + choice.variable())
                            .toList()));
        }
        rows = RowStream.open(file, columns, goOn);
        simulation.every(interval, () -> {
            if (rows.isOpen()) {
                rows.add(simulation.now().si());
                for (ChosenState state : states) {
                    for (float value : state.row()) {
                        rows.add(value);
                    }
                }
                rows.endRow();
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
