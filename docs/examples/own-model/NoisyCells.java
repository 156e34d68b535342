package example;

import static org.ionspike.engine.units.Units.Hz;
import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.nS;

import org.ionspike.engine.network.Connector;
import org.ionspike.engine.network.LineDrive;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.network.Weights;
import org.ionspike.engine.source.PoissonSource;
import org.ionspike.engine.synapse.StaticSynapse;
import org.ionspike.networks.architecture.NamedNetwork;

/** Exponential neurons under Poisson input: an example of a network that gets a name outside Ionspike. */
public final class NoisyCells implements NamedNetwork {
    @Override
    public String name() {
        return "noisy-cells";
    }

    @Override
    public String summary() {
        return "Exponential integrate-and-fire neurons under Poisson input; an example.";
    }

    @Override
    public int defaultNeurons() {
        return 100;
    }

    @Override
    public Network network(int neurons) {
        return Network.builder(name())
                .step(ms(0.05))
                .add(new NeuronGroup("cells", neurons, new ExponentialNeuron()))
                .add(new PoissonSource("noise", 200, Hz(20)))
                .add(new Projection(
                        "noise to cells",
                        "noise",
                        "cells",
                        new Connector.FixedProbability(0.2),
                        new StaticSynapse(nS(0), nS(2)),
                        new Weights.Uniform(1),
                        new LineDrive(mV(100), ms(2)),
                        ms(0)))
                .build();
    }
}
