package org.ionspike.benchmarks.workload;

import java.util.ArrayList;
import java.util.List;
import org.ionspike.engine.neuron.IonicNeuron;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.source.SpikeTrainSource;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.units.Time;

/** W4: an hour of silence, and one input spike 1 ms before its end that makes a hundred of the neurons fire. */
record Silence() implements Workload {
    private static final Time HOUR = new Time(3600);
    private static final double GOAL_SECONDS = 0.05;
    private static final int WARM_UPS = 3;

    @Override
    public String name() {
        return "w4";
    }

    @Override
    public String summary() {
        return "10 000 circuit neurons at rest, 1 million random synapses, 1 h, one input spike 1 ms before the end";
    }

    @Override
    public List<Figure> measure(int repeats, MachineLimits machine) {
        var input = new SpikeTrainSource("input", SpikeRaster.of(1, new double[] {HOUR.si() - 1e-3}, new int[] {0}));
        var built = new ArrayList<Double>();
        var last = new ArrayList<Simulation>();
        Spread loop = CpuClock.seconds(
                WARM_UPS,
                repeats,
                () -> {
                    last.clear();
                    built.add(CpuClock.seconds(() ->
                            last.add(RestingNetwork.simulation(new IonicNeuron(), input, RestingNetwork.STRONG))));
                    return last.get(0);
                },
                simulation -> simulation.run(HOUR));
        double[] afterWarmUp =
                built.stream().skip(WARM_UPS).mapToDouble(Double::doubleValue).toArray();
        return List.of(
                new Figure(name(), "1 h", "s CPU", loop).meantFor(GOAL_SECONDS),
                new Figure(name(), "construction", "s CPU", Spread.of(afterWarmUp)),
                new Figure(name(), "spikes", "1", Spread.of((double) last.get(0).spikeCount())),
                new Figure(name(), "steps computed", "1", Spread.of((double)
                        last.get(0).processedSteps())));
    }
}
