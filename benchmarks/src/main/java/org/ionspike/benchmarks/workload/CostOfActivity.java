package org.ionspike.benchmarks.workload;

import java.util.ArrayList;
import java.util.List;
import org.ionspike.engine.neuron.NeuronModel;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.source.PoissonSource;
import org.ionspike.engine.units.Frequency;
import org.ionspike.engine.units.Time;

/**
 * W5: time against events. A hundred Poisson lines, each to a hundred of the neurons, at rates from 0 to 100 Hz; a
 * straight line is fitted to the processor time over the number of synaptic operations.
 */
record CostOfActivity(NeuronModel model) implements Workload {
    private static final Time DURATION = new Time(0.2);
    private static final int LINES = 100;
    private static final double[] RATES_HZ = {0, 0.1, 1, 10, 100};
    private static final double NANO = 1e9;

    @Override
    public String name() {
        return "w5-" + model.name();
    }

    @Override
    public String summary() {
        return "10 000 neurons (" + model.name() + "), 1 million synapses, 100 Poisson lines at 0 to 100 Hz, 0.2 s";
    }

    @Override
    public List<Figure> measure(int repeats, MachineLimits machine) {
        List<Figure> figures = new ArrayList<>();
        var events = new double[RATES_HZ.length];
        var seconds = new double[RATES_HZ.length];
        run(RATES_HZ[RATES_HZ.length - 1], 1, new ArrayList<>());
        for (int k = 0; k < RATES_HZ.length; k++) {
            List<Simulation> last = new ArrayList<>();
            Spread spread = run(RATES_HZ[k], repeats, last);
            events[k] = last.get(0).synapticOperations();
            seconds[k] = spread.median();
            figures.add(new Figure(
                    name(), RATES_HZ[k] + " Hz, " + (long) events[k] + " synaptic operations", "s CPU", spread));
        }
        Line line = Line.fit(events, seconds);
        figures.add(new Figure(
                name(), "slope of the line", "ns CPU per synaptic operation", Spread.of(NANO * line.slope())));
        figures.add(new Figure(name(), "intercept of the line", "s CPU", Spread.of(line.intercept())));
        figures.add(new Figure(name(), "largest departure from the line", "s CPU", Spread.of(line.departure())));
        return figures;
    }

    private Spread run(double rateHz, int repeats, List<Simulation> last) {
        return CpuClock.seconds(
                0,
                repeats,
                () -> {
                    last.clear();
                    var input = new PoissonSource("input", LINES, new Frequency(rateHz));
                    last.add(RestingNetwork.simulation(model, input, RestingNetwork.WEAK));
                    return last.get(0);
                },
                simulation -> simulation.run(DURATION));
    }

    /** A least-squares line and its largest departure. */
    record Line(double slope, double intercept, double departure) {
        static Line fit(double[] x, double[] y) {
            double meanX = 0;
            double meanY = 0;
            for (int k = 0; k < x.length; k++) {
                meanX += x[k] / x.length;
                meanY += y[k] / y.length;
            }
            double xx = 0;
            double xy = 0;
            for (int k = 0; k < x.length; k++) {
                xx += (x[k] - meanX) * (x[k] - meanX);
                xy += (x[k] - meanX) * (y[k] - meanY);
            }
            double slope = xy / xx;
            double intercept = meanY - slope * meanX;
            double departure = 0;
            for (int k = 0; k < x.length; k++) {
                departure = Math.max(departure, Math.abs(y[k] - intercept - slope * x[k]));
            }
            return new Line(slope, intercept, departure);
        }
    }
}
