package org.ionspike.benchmarks.workload;

import static org.ionspike.engine.units.Units.Hz;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.nA;
import static org.ionspike.engine.units.Units.pA;

import java.lang.ref.Reference;
import java.util.List;
import java.util.Optional;
import org.ionspike.engine.network.Connector;
import org.ionspike.engine.network.Impulse;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.network.Projection.Polarity;
import org.ionspike.engine.network.Weights;
import org.ionspike.engine.neuron.Backend;
import org.ionspike.engine.neuron.LifNeuron;
import org.ionspike.engine.neuron.LifNeuron.Response;
import org.ionspike.engine.plasticity.PairStdp;
import org.ionspike.engine.plasticity.PlasticityRule;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.source.CurrentStep;
import org.ionspike.engine.source.PoissonSource;
import org.ionspike.engine.synapse.IdealSynapse;
import org.ionspike.engine.units.Time;

/**
 * Memory: bytes of heap that a simulation holds after 20 ms with spikes on both sides, by synapse; neurons and sources are
 * in it.
 */
record MemoryPerSynapse(
        String kind, int lines, int neurons, Connector connector, Optional<PlasticityRule> rule, double goalBytes)
        implements Workload {
    private static final Time DURATION = ms(20);
    private static final double GOAL_OF_SPARSE_LEARNING = 12;

    static MemoryPerSynapse dense() {
        return new MemoryPerSynapse("dense", 784, 6400, new Connector.AllToAll(), Optional.empty(), 4);
    }

    static MemoryPerSynapse sparse() {
        return new MemoryPerSynapse("sparse", 10_000, 10_000, new Connector.FixedProbability(0.1), Optional.empty(), 8);
    }

    /** The same synapses with pair STDP. */
    MemoryPerSynapse learning() {
        double goal = connector instanceof Connector.AllToAll ? goalBytes : GOAL_OF_SPARSE_LEARNING;
        return new MemoryPerSynapse(kind + "-stdp", lines, neurons, connector, Optional.of(new PairStdp()), goal);
    }

    @Override
    public String name() {
        return "memory-" + kind;
    }

    @Override
    public String summary() {
        return "projection of " + (rule.isEmpty() ? "static weights, " : "weights with pair STDP, ") + lines
                + " lines to " + neurons + " LIF neurons";
    }

    @Override
    public List<Figure> measure(int repeats, MachineLimits machine) {
        Spread bytes = CpuClock.of(0, repeats, this::bytesPerSynapse);
        return List.of(new Figure(name(), "heap", "B a synapse", bytes).meantFor(goalBytes));
    }

    private double bytesPerSynapse() {
        Network network = Network.builder("memory")
                .step(new Time(1e-4))
                .add(new NeuronGroup("cells", neurons, new LifNeuron(Response.EXPONENTIAL_CURRENT)))
                .add(new PoissonSource("input", lines, Hz(50)))
                .add(new CurrentStep("current", "cells", nA(1), ms(0), DURATION))
                .add(new Projection(
                        "synapses",
                        "input",
                        "cells",
                        connector,
                        new IdealSynapse(),
                        new Weights.Gaussian(0.5, 0.1),
                        new Impulse("excitatory", pA(1)),
                        new Time(0),
                        Polarity.EXCITATORY,
                        rule))
                .build();
        long before = usedBytes();
        var simulation =
                new Simulation(network, new SimulationSettings(new RandomStreams(1), Backend.FUSED, true, false));
        try {
            simulation.run(DURATION);
            return (double) (usedBytes() - before) / simulation.synapses("synapses");
        } finally {
            Reference.reachabilityFence(simulation);
        }
    }

    private static long usedBytes() {
        Runtime runtime = Runtime.getRuntime();
        for (int k = 0; k < 3; k++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
