package org.ionspike.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ionspike.engine.monitor.RateMonitor;
import org.ionspike.engine.monitor.SpikeMonitor;
import org.ionspike.engine.monitor.StateFile;
import org.ionspike.engine.monitor.StateMonitor;
import org.ionspike.engine.spikes.SpikeRaster;

/** Pictures of what a network did: raster of spikes, rates over time, traces of states. */
public final class ActivityCharts {
    /** The most spikes that a raster shows; above, only every n-th neuron is drawn. */
    private static final int MOST_SPIKES = 30_000;

    private static final double MS = 1e3;

    private ActivityCharts() {}

    /** Every spike a dot, the groups one above the other. */
    public static Chart raster(String title, Map<String, SpikeMonitor> groups) {
        long spikes = groups.values().stream().mapToLong(SpikeMonitor::size).sum();
        if (spikes == 0) {
            throw new IllegalArgumentException("No neuron fired, so there is no raster to draw. Run it for longer, or"
                    + " look at its states with --record v --plot-trace FILE.");
        }
        int every = (int) ((spikes + MOST_SPIKES - 1) / MOST_SPIKES);
        Chart chart = new Chart(title, "t (ms)", every == 1 ? "neuron" : "neuron (1 of " + every + " is shown)");
        int below = 0;
        for (Map.Entry<String, SpikeMonitor> group : groups.entrySet()) {
            SpikeRaster raster = group.getValue().raster();
            List<Double> times = new ArrayList<>();
            List<Double> rows = new ArrayList<>();
            for (int k = 0; k < raster.size(); k++) {
                if (raster.line().get(k) % every == 0) {
                    times.add(MS * raster.timeSeconds().get(k));
                    rows.add((double) below + raster.line().get(k));
                }
            }
            if (!times.isEmpty()) {
                chart.dots(group.getKey(), array(times), array(rows));
            }
            below += raster.lines();
        }
        return chart;
    }

    /** The rate of every group over time. */
    public static Chart rates(String title, Map<String, RateMonitor> groups) {
        Chart chart = new Chart(title, "t (ms)", "rate of a neuron (Hz)");
        groups.forEach((name, monitor) -> chart.line(name, scaled(MS, monitor.timesSeconds()), monitor.rateHz()));
        return chart;
    }

    /**
     * States of chosen neurons over time, all of one variable.
     *
     * @param variable its name; voltages ({@code v}) are drawn in mV, others in SI units
     */
    public static Chart traces(String title, String variable, Map<StateFile.Choice, StateMonitor> monitors) {
        boolean voltage = variable.equals("v");
        Chart chart = new Chart(title, "t (ms)", voltage ? "v (mV)" : variable + " (SI unit)");
        monitors.forEach((choice, monitor) -> {
            if (choice.variable().equals(variable)) {
                float[][] rows = monitor.rows();
                for (int c = 0; c < choice.neurons().size(); c++) {
                    var values = new double[rows.length];
                    for (int k = 0; k < rows.length; k++) {
                        values[k] = rows[k][c] * (voltage ? MS : 1);
                    }
                    chart.line(
                            choice.group() + "[" + choice.neurons().get(c) + "]",
                            scaled(MS, monitor.timesSeconds()),
                            values);
                }
            }
        });
        return chart;
    }

    private static double[] scaled(double factor, double[] values) {
        var out = new double[values.length];
        for (int k = 0; k < out.length; k++) {
            out[k] = factor * values[k];
        }
        return out;
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
