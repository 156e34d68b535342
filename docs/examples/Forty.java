import static org.ionspike.engine.units.Units.Hz;
import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.us;

import org.ionspike.engine.network.Connector;
import org.ionspike.engine.network.LineDrive;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.network.Weights;
import org.ionspike.engine.neuron.ReducedIonicNeuron;
import org.ionspike.engine.source.PoissonSource;
import org.ionspike.engine.synapse.StaticSynapse;
import org.ionspike.networks.architecture.NamedNetwork;

/** Forty ionic neurons, each with about 20 lines of Poisson background and 4 of the other neurons. */
public final class Forty implements NamedNetwork {
    @Override
    public String name() {
        return "forty";
    }

    @Override
    public String summary() {
        return "A small recurrent network, the example of docs/networks.md.";
    }

    @Override
    public int defaultNeurons() {
        return 40;
    }

    @Override
    public Network network(int neurons) {
        return Network.builder("forty")
                .step(us(10))
                .add(new PoissonSource("background", 200, Hz(50)))
                .add(new NeuronGroup("cells", neurons, new ReducedIonicNeuron()))
                .add(new Projection(
                        "background to cells",
                        "background",
                        "cells",
                        new Connector.FixedProbability(0.1),
                        new StaticSynapse(),
                        new Weights.Uniform(1),
                        new LineDrive(mV(300), ms(1)),
                        us(0)))
                .add(new Projection(
                        "cells to cells",
                        "cells",
                        "cells",
                        new Connector.FixedProbability(0.1),
                        new StaticSynapse(),
                        new Weights.Uniform(1),
                        new LineDrive(mV(100), ms(1)),
                        ms(1)))
                .build();
    }
}
