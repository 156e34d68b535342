package org.ionspike.benchmarks.cli;

import com.google.common.primitives.ImmutableDoubleArray;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ionspike.engine.synapse.PulseBranch;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file of measured pulses, one row a pulse in the order of the measurement: {@code pulse}, a number that rises by 1 and
 * may begin anew; {@code conductance_S} after it; {@code direction}, up or down; and {@code device} where there are several.
 * The row before a change of direction is where the next branch begins; the first row of a device, or of a series that begins
 * anew in the same direction, is what was there before its first pulse. Further columns are ignored.
 */
final class PulseDataFile {
    private static final String EXPECTED =
            "Expected the columns pulse, conductance_S and direction (up or down), and device where there are several.";

    private final Path file;
    private final List<PulseBranch> branches = new ArrayList<>();
    private final List<Double> siemens = new ArrayList<>();
    private @Nullable Row last;
    private @Nullable Boolean up;

    private record Row(String device, long pulse, boolean up, double siemens) {}

    private PulseDataFile(Path file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @throws CommandFailedException if it cannot be read, lacks a column, or holds what is no measurement of pulses
     */
    static List<PulseBranch> read(Path file) {
        return new PulseDataFile(file).parse();
    }

    private List<PulseBranch> parse() {
        List<String> lines = DataLines.read(file, EXPECTED);
        List<String> names =
                Arrays.stream(lines.get(0).split(",", -1)).map(String::strip).toList();
        int[] columns = {
            names.indexOf("device"), names.indexOf("pulse"), names.indexOf("direction"), names.indexOf("conductance_S")
        };
        if (Arrays.stream(columns).skip(1).anyMatch(column -> column < 0)) {
            throw failed(1, "names the columns " + names + ". " + EXPECTED);
        }
        for (int k = 1; k < lines.size(); k++) {
            if (!lines.get(k).isBlank()) {
                String[] cells = lines.get(k).split(",", -1);
                if (cells.length != names.size()) {
                    throw failed(
                            k + 1, "has " + cells.length + " cells, its header " + names.size() + ". Give as many.");
                }
                add(row(cells, columns, k + 1), k + 1);
            }
        }
        close(lines.size());
        if (branches.isEmpty()) {
            throw failed(2, "and what follows hold no branch of pulses. " + EXPECTED);
        }
        return branches;
    }

    private void add(Row row, int line) {
        Row before = last;
        if (before == null || !before.device().equals(row.device())) {
            close(line - 1);
            siemens.add(row.siemens());
        } else if (up != null && up != row.up()) {
            close(line - 1);
            siemens.add(before.siemens());
            siemens.add(row.siemens());
        } else if (row.pulse() == before.pulse() + 1) {
            siemens.add(row.siemens());
        } else if (row.pulse() <= before.pulse()) {
            close(line - 1);
            siemens.add(row.siemens());
        } else {
            throw failed(line, "has pulse " + row.pulse() + " after " + before.pulse() + ". Give every pulse.");
        }
        up = row.up();
        last = row;
    }

    private void close(int line) {
        Row end = last;
        if (end != null && up != null && siemens.size() > 1) {
            try {
                branches.add(new PulseBranch(end.device(), up, ImmutableDoubleArray.copyOf(siemens)));
            } catch (IllegalArgumentException e) {
                throw failed(line, "ends a branch that is refused: " + e.getMessage());
            }
        }
        siemens.clear();
    }

    private Row row(String[] cells, int[] columns, int line) {
        String direction = cells[columns[2]].strip().toLowerCase(Locale.ROOT);
        if (!direction.equals("up") && !direction.equals("down")) {
            throw failed(line, "has '" + cells[columns[2]].strip() + "' in column direction. Write up or down.");
        }
        return new Row(
                columns[0] < 0 ? "1" : cells[columns[0]].strip(),
                Math.round(number(cells[columns[1]], "pulse", line)),
                direction.equals("up"),
                number(cells[columns[3]], "conductance_S", line));
    }

    private double number(String cell, String column, int line) {
        try {
            return Double.parseDouble(cell.strip());
        } catch (NumberFormatException e) {
            throw failed(line, "has '" + cell.strip() + "' in column " + column + ". Write a number such as 1.2e-9.");
        }
    }

    private CommandFailedException failed(int line, String message) {
        return new CommandFailedException("Data file " + file + ": line " + line + " " + message);
    }
}
