package org.ionspike.benchmarks.workload;

import java.util.Optional;

/**
 * One measured figure of a workload.
 *
 * @param workload name of the workload
 * @param quantity what was measured, such as {@code "loop"}
 * @param unit its unit, such as {@code "s CPU per simulated s"}
 * @param value what our engine needed
 * @param limit the same quantity as far as the machine allows
 * @param plain the same quantity of hand-written loops that do this work and nothing else
 * @param goal what it is meant to reach
 */
public record Figure(
        String workload,
        String quantity,
        String unit,
        Spread value,
        Optional<Limit> limit,
        Optional<Spread> plain,
        Optional<Double> goal) {

    /**
     * A bound by the machine, measured in the same run.
     *
     * @param value in the unit of the figure
     * @param by what was measured and how the bound follows
     */
    public record Limit(double value, String by) {}

    /** A figure alone. */
    public Figure(String workload, String quantity, String unit, Spread value) {
        this(workload, quantity, unit, value, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same figure with the machine's limit. */
    public Figure limitedTo(double bound, String by) {
        return new Figure(workload, quantity, unit, value, Optional.of(new Limit(bound, by)), plain, goal);
    }

    /** The same figure beside that of plain loops. */
    public Figure besidePlain(Spread loops) {
        return new Figure(workload, quantity, unit, value, limit, Optional.of(loops), goal);
    }

    /** The same figure with its goal. */
    public Figure meantFor(double wanted) {
        return new Figure(workload, quantity, unit, value, limit, plain, Optional.of(wanted));
    }
}
