package org.ionspike.engine.simulation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.us;

import org.ionspike.engine.network.Connector;
import org.ionspike.engine.network.LineDrive;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.network.Weights;
import org.ionspike.engine.neuron.IonicNeuron;
import org.ionspike.engine.synapse.StaticSynapse;
import org.junit.jupiter.api.Test;

class MemoryNeedTest {
    private static Network network(int neurons, Connector connector) {
        return Network.builder("large")
                .step(us(10))
                .add(new NeuronGroup("cells", neurons, new IonicNeuron()))
                .add(new Projection(
                        "recurrent",
                        "cells",
                        "cells",
                        connector,
                        new StaticSynapse(),
                        new Weights.Uniform(1),
                        new LineDrive(mV(100), ms(1)),
                        us(10)))
                .build();
    }

    @Test
    void refusesWhatCannotFitAndNamesTheLargestPart() {
        assertThatThrownBy(
                        () -> MemoryNeed.require(network(2_000_000_000, new Connector.OneToOne()), 1, 4_000_000_000L))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Network 'large' needs at least 88.0 GB (most of it group 'cells' with 2000000000 neurons), but Java"
                                + " may use 4.0 GB. Make it smaller, or allow more memory (-Xmx; IONSPIKE_HEAP on the command line).");
        assertThatThrownBy(() -> MemoryNeed.require(network(100_000, new Connector.AllToAll()), 1, 4_000_000_000L))
                .hasMessageContaining(
                        "needs at least 40.0 GB (most of it projection 'recurrent' with 1.00e+10 synapses)");
        assertThatThrownBy(() -> MemoryNeed.require(network(1_000_000, new Connector.OneToOne()), 200, 4_000_000_000L))
                .hasMessageContaining("group 'cells' with 1000000 neurons in a batch of 200");
        MemoryNeed.require(network(1_000_000, new Connector.FixedProbability(1e-4)), 1, 4_000_000_000L);
    }
}
