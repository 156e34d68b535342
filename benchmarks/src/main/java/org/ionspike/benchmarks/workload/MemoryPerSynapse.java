package org.ionspike.benchmarks.workload;

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
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.source.PoissonSource;
import org.ionspike.engine.synapse.IdealSynapse;
import org.ionspike.engine.units.Frequency;
import org.ionspike.engine.units.Time;

/** Memory: bytes of heap that a simulation holds, by synapse; neurons and sources are in it. */
record MemoryPerSynapse(String kind, int lines, int neurons, Connector connector, double goalBytes)
        implements Workload {
    static MemoryPerSynapse dense() {
        return new MemoryPerSynapse("dense", 784, 6400, new Connector.AllToAll(), 4);
    }

    static MemoryPerSynapse sparse() {
        return new MemoryPerSynapse("sparse", 10_000, 10_000, new Connector.FixedProbability(0.1), 8);
    }

    @Override
    public String name() {
        return "memory-" + kind;
    }

    @Override
    public String summary() {
        return kind + " projection of static weights, " + lines + " lines to " + neurons + " LIF neurons";
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
                .add(new PoissonSource("input", lines, new Frequency(0)))
                .add(new Projection(
                        "synapses",
                        "input",
                        "cells",
                        connector,
                        new IdealSynapse(),
                        new Weights.Uniform(0.5),
                        new Impulse("excitatory", pA(1)),
                        new Time(0),
                        Polarity.EXCITATORY,
                        Optional.empty()))
                .build();
        long before = usedBytes();
        var simulation =
                new Simulation(network, new SimulationSettings(new RandomStreams(1), Backend.FUSED, true, false));
        try {
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
