package org.ionspike.engine.monitor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.units.Time;

/**
 * Writes state variables of chosen neurons to a CSV file while the simulation runs: a column {@code t_s}, then one a
 * variable and neuron, such as {@code cells[0].v}, in SI units. Memory does not grow with the run. The file is complete
 * after {@link #close}.
 */
public final class StateFile implements AutoCloseable {
    private final CsvStream csv;

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
        List<ChosenState> columns = new ArrayList<>();
        List<String> names = new ArrayList<>(List.of("t_s"));
        for (Choice choice : choices) {
            int[] neurons =
                    choice.neurons().stream().mapToInt(Integer::intValue).toArray();
            columns.add(new ChosenState("StateFile", simulation, choice.group(), choice.variable(), neurons));
            for (int neuron : neurons) {
                names.add(CsvStream.quoted(choice.group() + "[" + neuron + "]." + choice.variable()));
            }
        }
        csv = new CsvStream(file, String.join(",", names));
        simulation.every(interval, () -> {
            if (csv.isOpen()) {
                csv.add(simulation.now().si());
                for (ChosenState column : columns) {
                    for (float value : column.row()) {
                        csv.add(value);
                    }
                }
                csv.endRow();
            }
        });
    }

    @Override
    public void close() {
        csv.close();
    }
}
