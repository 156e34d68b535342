package org.ionspike.engine.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.units.Time;

/** Rows of numbers taken at a fixed interval, with their times. */
final class Samples {
    private final List<float[]> rows = new ArrayList<>();
    private final List<Double> times = new ArrayList<>();

    Samples(Simulation simulation, Time interval, Supplier<float[]> row) {
        simulation.every(interval, () -> {
            rows.add(row.get());
            times.add(simulation.now().si());
        });
    }

    /** All rows; an error when there is none, for arrays of no rows do not exist. */
    float[][] rows() {
        if (rows.isEmpty()) {
            throw new IllegalStateException("No sample has been taken yet; run the simulation first.");
        }
        return rows.toArray(float[][]::new);
    }

    double[] timesSeconds() {
        return times.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
