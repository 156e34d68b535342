package org.ionspike.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ionspike.engine.units.Units.us;

import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.neuron.Backend;
import org.ionspike.engine.neuron.IonicNeuron;
import org.junit.jupiter.api.Test;

class AutomaticBackendTest {
    private static final Network NETWORK = Network.builder("small")
            .step(us(10))
            .add(new NeuronGroup("some", 400, new IonicNeuron()))
            .add(new NeuronGroup("more", 2000, new IonicNeuron()))
            .build();

    @Test
    void aProcessorTakesFusedLoopsWhateverTheBatch() {
        assertThat(AutomaticBackend.of(NETWORK, 1, false))
                .isEqualTo(new AutomaticBackend(
                        Backend.FUSED,
                        "at most 2000 neurons in a kernel on a processor, where fused loops are faster at any size"));
        assertThat(AutomaticBackend.of(NETWORK, 1000, false).backend()).isEqualTo(Backend.FUSED);
    }

    @Test
    void aGraphicsCardTakesLargeStatesOnly() {
        assertThat(AutomaticBackend.of(NETWORK, 49, true).backend()).isEqualTo(Backend.FUSED);
        AutomaticBackend large = AutomaticBackend.of(NETWORK, 50, true);
        assertThat(large.backend()).isEqualTo(Backend.VECTORIZED);
        assertThat(large.word()).isEqualTo("vectorized");
        assertThat(large.reason())
                .isEqualTo("at most 100000 neurons in a kernel, batch of 50 and ND4J on a graphics card");
    }
}
