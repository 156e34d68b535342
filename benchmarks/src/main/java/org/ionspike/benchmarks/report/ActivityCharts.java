package org.ionspike.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ionspike.engine.monitor.RateMonitor;
import org.ionspike.engine.monitor.SpikeMonitor;
import org.ionspike.engine.monitor.StateFile;
import org.ionspike.engine.monitor.StateMonitor;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.units.Time;

/** Pictures of what a network did: raster of spikes, rates over time, traces of states. */
public final class ActivityCharts {
    /** The most spikes that a raster shows; above, only every n-th neuron is drawn. */
    private static final int MOST_SPIKES = 30_000;

    private static final double MS = 1e3;

    /** From so many lines on a picture is crowded, and they are drawn thin. */
    private static final int CROWDED = 4;

    /** SI units whose usual multiple is smaller: its name and how many make one. */
    private static final Map<String, Map.Entry<String, Double>> USUAL =
            Map.of("V", Map.entry("mV", 1e3), "A", Map.entry("pA", 1e12), "S", Map.entry("nS", 1e9));

    private ActivityCharts() {}

    /** Every spike a dot, the groups one above the other, over a time. */
    public static Chart raster(String title, Map<String, SpikeMonitor> groups, Time from, Time to) {
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
        return chart.horizontally(MS * from.si(), MS * to.si()).markerSize(spikes > 4000 ? 3 : spikes > 500 ? 5 : 9);
    }

    /** The rate of every group over time. */
    public static Chart rates(String title, Map<String, RateMonitor> groups, Time to) {
        Chart chart = new Chart(title, "t (ms)", "rate of a neuron (Hz)");
        groups.forEach((name, monitor) -> chart.line(name, scaled(MS, monitor.timesSeconds()), monitor.rateHz()));
        return chart.horizontally(0, MS * to.si()).upFromZero();
    }

    /**
     * States of chosen neurons over time, all of one variable.
     *
     * @param variable its name
     * @param siUnit its unit; V, A and S are drawn as mV, pA and nS
     */
    public static Chart traces(
            String title, String variable, String siUnit, Map<StateFile.Choice, StateMonitor> monitors) {
        Map.Entry<String, Double> unit = USUAL.getOrDefault(siUnit, Map.entry(siUnit, 1.0));
        Chart chart = new Chart(title, "t (ms)", siUnit.isEmpty() ? variable : variable + " (" + unit.getKey() + ")");
        long lines = monitors.keySet().stream()
                .filter(choice -> choice.variable().equals(variable))
                .mapToLong(choice -> choice.neurons().size())
                .sum();
        if (lines >= CROWDED) {
            chart.lineWidth(1.4f);
        }
        monitors.forEach((choice, monitor) -> {
            if (choice.variable().equals(variable)) {
                float[][] rows = monitor.rows();
                for (int c = 0; c < choice.neurons().size(); c++) {
                    var values = new double[rows.length];
                    for (int k = 0; k < rows.length; k++) {
                        values[k] = rows[k][c] * unit.getValue();
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
