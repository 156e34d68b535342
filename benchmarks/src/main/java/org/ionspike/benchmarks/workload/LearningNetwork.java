package org.ionspike.benchmarks.workload;

import static org.ionspike.engine.units.Units.ms;

import java.util.ArrayList;
import java.util.List;
import org.ionspike.engine.neuron.Backend;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.units.Time;
import org.ionspike.networks.architecture.MorrisonAertsenDiesmann;

/**
 * W3s: the plastic balanced network of Morrison, Aertsen and Diesmann, 50 ms at a time after 50 ms that are not measured.
 *
 * @param neurons four fifths of them excitatory
 * @param inDegree synapses into each neuron
 * @param goalSeconds s of processor time for 50 ms
 */
record LearningNetwork(int neurons, int inDegree, double goalSeconds) implements Workload {
    private static final Time PART = ms(50);

    @Override
    public String name() {
        return "w3s";
    }

    @Override
    public String summary() {
        return "balanced network of " + neurons + " neurons with " + inDegree
                + " synapses each, power-law STDP between the excitatory ones, 50 ms in steps of 0.1 ms";
    }

    @Override
    public List<Figure> measure(int repeats, MachineLimits machine) {
        var network = MorrisonAertsenDiesmann.network(neurons, inDegree, true);
        var settings = new SimulationSettings(new RandomStreams(1), Backend.FUSED, true, false);
        var made = new ArrayList<Simulation>();
        double construction = CpuClock.seconds(() -> made.add(new Simulation(network, settings)));
        Simulation simulation = made.get(0);
        simulation.run(PART);
        var spikes = new double[repeats];
        var operationsPerSecond = new double[repeats];
        var seconds = new double[repeats];
        var bound = new double[repeats];
        for (int k = 0; k < repeats; k++) {
            long spikesBefore = simulation.spikeCount();
            long operationsBefore = simulation.synapticOperations();
            seconds[k] = CpuClock.seconds(() -> simulation.run(PART));
            spikes[k] = (simulation.spikeCount() - spikesBefore) / PART.si() / neurons;
            long operations = simulation.synapticOperations() - operationsBefore;
            operationsPerSecond[k] = operations / seconds[k];
            bound[k] = operations * machine.additionSeconds(neurons);
        }
        return List.of(
                new Figure(name(), "50 ms", "s CPU", Spread.of(seconds))
                        .meantFor(goalSeconds)
                        .limitedTo(Spread.of(bound).median(), "one random addition a synaptic operation, no learning"),
                new Figure(name(), "construction", "s CPU", Spread.of(construction)),
                new Figure(name(), "rate", "Hz", Spread.of(spikes)),
                new Figure(name(), "synaptic operations", "1/s CPU", Spread.of(operationsPerSecond)));
    }
}
