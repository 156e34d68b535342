package org.ionspike.benchmarks.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ionspike.engine.physics.Electrolyte;
import org.ionspike.engine.physics.SlitData;
import org.ionspike.engine.units.ArealDensity;
import org.ionspike.engine.units.ElectricField;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file of conductances for a calibration: a line of column names, then numbers. What it holds is told by its
 * columns: field and n are steady states; time, field and n are one period of a loop, or a relaxation if the field stays
 * the same; time and n are a relaxation in a field given elsewhere. Further columns are ignored, and rows whose n is
 * empty or nan are left out.
 *
 * @param file its name, for messages and the names of the data
 * @param density of ions of one sign, where no column {@code rho_m-2} says it
 * @param field of a relaxation, where no column says it
 */
record SlitDataFile(
        String file, ArealDensity density, @Nullable ElectricField field) {
    private static final Map<String, Double> TIMES = Map.of("t_s", 1.0, "t_us", 1e-6, "t_us_from_peak", 1e-6);
    private static final Map<String, Double> FIELDS = Map.of(
            "E_V_per_m", 1.0, "E_kT_per_eA", new Electrolyte().thermalField().si());
    private static final Map<String, Double> FRACTIONS =
            Map.of("n", 1.0, "n_cond", 1.0, "n_cond_norm", 1.0, "conductance", 1.0);
    private static final Map<String, Double> ERRORS = Map.of("stderr", 1.0, "n_se", 1.0, "conductance_se", 1.0);
    private static final Map<String, Double> DENSITIES = Map.of("rho_m-2", 1.0);

    private static final String EXPECTED = "Expected one of n, n_cond, n_cond_norm or conductance, with E_kT_per_eA or"
            + " E_V_per_m (steady states), or with t_s, t_us or t_us_from_peak as well (a loop), or with a time alone"
            + " and --target-field (a relaxation).";

    /** A column and the factor that turns it into SI units. */
    private record Column(int index, double factor, String name) {}

    private record Row(double density, SlitData.Point point) {}

    /**
     * Reads a file.
     *
     * @return one data set, or one for each density
     * @throws CommandFailedException if the file cannot be read or holds none of the known columns, or a cell no number
     */
    static List<SlitData> read(Path file, ArealDensity density, @Nullable ElectricField field) {
        return new SlitDataFile(file.toString(), density, field).parse(DataLines.read(file, EXPECTED));
    }

    /**
     * Understands the lines of a file.
     *
     * @param lines at least one, the names of the columns
     * @return one data set, or one for each density
     * @throws CommandFailedException as {@link #read}
     */
    List<SlitData> parse(List<String> lines) {
        List<String> names =
                Arrays.stream(lines.get(0).split(",", -1)).map(String::strip).toList();
        Column time = column(names, TIMES);
        Column field = column(names, FIELDS);
        Column fraction = column(names, FRACTIONS);
        if (fraction == null || (time == null && field == null)) {
            throw failed(1, "names the columns " + names + ". " + EXPECTED);
        }
        if (field == null && this.field == null) {
            throw failed(
                    1, "has times but no field. Give the field of a relaxation, as in --target-field \"0.02 kT/eA\".");
        }
        List<Row> rows = rows(lines, names, time, field, fraction);
        String name = file.replaceFirst(".*[/\\\\]", "").replaceFirst("\\.[^.]*$", "");
        Map<Double, List<SlitData.Point>> byDensity = new LinkedHashMap<>();
        rows.forEach(row ->
                byDensity.computeIfAbsent(row.density(), d -> new ArrayList<>()).add(row.point()));
        var out = new ArrayList<SlitData>();
        byDensity.forEach((rho, points) -> out.add(data(
                byDensity.size() == 1 ? name : String.format(Locale.ROOT, "%s %.0e m^-2", name, rho),
                new ArealDensity(rho),
                time != null,
                points)));
        return out;
    }

    private SlitData data(String name, ArealDensity rho, boolean timed, List<SlitData.Point> points) {
        try {
            if (!timed) {
                return SlitData.steady(name, rho, points);
            }
            boolean held =
                    points.stream().allMatch(p -> p.field() == points.get(0).field());
            return held ? SlitData.relaxation(name, rho, points) : SlitData.loop(name, rho, points);
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException("Data file " + file + ": " + e.getMessage(), e);
        }
    }

    private List<Row> rows(
            List<String> lines, List<String> names, @Nullable Column time, @Nullable Column field, Column fraction) {
        Column error = column(names, ERRORS);
        Column rho = column(names, DENSITIES);
        double held = this.field == null ? Double.NaN : this.field.si();
        var rows = new ArrayList<Row>();
        for (int k = 1; k < lines.size(); k++) {
            if (lines.get(k).isBlank()) {
                continue;
            }
            String[] cells = lines.get(k).split(",", -1);
            if (cells.length != names.size()) {
                throw failed(k + 1, "has " + cells.length + " cells, its header " + names.size() + ". Give as many.");
            }
            double n = number(cells, fraction, k + 1, Double.NaN);
            if (Double.isNaN(n)) {
                continue;
            }
            double density = rho == null ? this.density.si() : number(cells, rho, k + 1, Double.NaN);
            try {
                rows.add(new Row(
                        density,
                        new SlitData.Point(
                                number(cells, time, k + 1, Double.NaN),
                                field == null ? held : number(cells, field, k + 1, Double.NaN),
                                n,
                                orZero(number(cells, error, k + 1, 0)))));
            } catch (IllegalArgumentException e) {
                throw failed(k + 1, "is refused: " + e.getMessage());
            }
        }
        if (rows.isEmpty()) {
            throw failed(
                    2,
                    "and what follows hold no row with a number in column " + fraction.name()
                            + ". Give at least one row.");
        }
        return rows;
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    private double number(String[] cells, @Nullable Column column, int line, double otherwise) {
        if (column == null) {
            return otherwise;
        }
        String cell = cells[column.index()].strip();
        if (cell.isEmpty() || cell.equalsIgnoreCase("nan")) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(cell) * column.factor();
        } catch (NumberFormatException e) {
            throw failed(line, "has '" + cell + "' in column " + column.name() + ". Write a number such as 0.12.");
        }
    }

    private static @Nullable Column column(List<String> names, Map<String, Double> known) {
        for (int k = 0; k < names.size(); k++) {
            Double factor = known.get(names.get(k));
            if (factor != null) {
                return new Column(k, factor, names.get(k));
            }
        }
        return null;
    }

    private CommandFailedException failed(int line, String message) {
        return new CommandFailedException("Data file " + file + ": line " + line + " " + message);
    }
}
