package org.ionspike.benchmarks.workload;

import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.nS;
import static org.ionspike.engine.units.Units.pS;
import static org.ionspike.engine.units.Units.us;

import org.ionspike.engine.network.Connector;
import org.ionspike.engine.network.LineDrive;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.network.Weights;
import org.ionspike.engine.neuron.Backend;
import org.ionspike.engine.neuron.NeuronModel;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.source.SpikeSource;
import org.ionspike.engine.synapse.StaticSynapse;
import org.ionspike.engine.units.Conductance;
import org.ionspike.engine.units.Time;

/**
 * 10 000 ionic neurons at rest, joined at random by a million static synapses of 100 pS (100 mV for 1 ms, 10 pA), and
 * lines from outside that reach a hundred neurons each.
 */
final class RestingNetwork {
    static final int NEURONS = 10_000;
    private static final double SHARE = 0.01;

    private RestingNetwork() {}

    /** Conductance of an input synapse whose spike does not make its neurons fire: 10 pA for 1 ms. */
    static final Conductance WEAK = pS(100);

    /** Conductance of an input synapse whose spike makes each of its neurons fire: 400 pA for 1 ms. */
    static final Conductance STRONG = nS(4);

    static Simulation simulation(NeuronModel model, SpikeSource input, Conductance inputConductance) {
        Network network = Network.builder("resting")
                .step(us(10))
                .add(new NeuronGroup("cells", NEURONS, model))
                .add(input)
                .add(projection("from outside", input.name(), new StaticSynapse(pS(0), inputConductance), us(0)))
                .add(projection("recurrent", "cells", new StaticSynapse(), us(10)))
                .build();
        return new Simulation(network, new SimulationSettings(new RandomStreams(1), Backend.FUSED, true, false));
    }

    private static Projection projection(String name, String from, StaticSynapse synapse, Time delay) {
        return new Projection(
                name,
                from,
                "cells",
                new Connector.FixedProbability(SHARE),
                synapse,
                new Weights.Uniform(1),
                new LineDrive(mV(100), ms(1)),
                delay);
    }
}
