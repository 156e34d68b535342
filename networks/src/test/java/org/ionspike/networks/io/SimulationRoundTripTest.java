package org.ionspike.networks.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.neuron.IonicNeuron;
import org.ionspike.engine.neuron.NeuronModel;
import org.ionspike.engine.neuron.ReducedIonicNeuron;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.synapse.DeviceVariability;
import org.ionspike.engine.synapse.IonicSynapse;
import org.ionspike.networks.architecture.WinnerTakeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network that was written and read runs as the original does, bit for bit. */
class SimulationRoundTripTest {
    private static final int LINES = 64;
    private static final int NEURONS = 20;

    @TempDir
    Path directory = Path.of("");

    @Test
    void theReducedNetworkSpikesAlikeInLearningAndReading() {
        assertAlike(new ReducedIonicNeuron(), 60);
    }

    @Test
    void theCircuitNetworkSpikesAlikeInLearningAndReading() {
        assertAlike(new IonicNeuron(), 5);
    }

    private void assertAlike(NeuronModel neuron, int samples) {
        var synapse = new IonicSynapse().withDevices(DeviceVariability.typical());
        Network fresh = new WinnerTakeAll(LINES, NEURONS, neuron, synapse).network(samples);
        Run original = run(fresh, samples);
        Run learning = run(readBack(fresh), samples);
        assertThat(original.spikes()).isNotEmpty();
        assertThat(learning).isEqualTo(original);

        Network reading = WinnerTakeAll.reading(original.trained(), 5);
        assertThat(readBack(original.trained())).isEqualTo(original.trained());
        Run read = run(reading, samples);
        assertThat(read.spikes()).hasSizeGreaterThan(samples);
        assertThat(run(readBack(reading), samples)).isEqualTo(read);
    }

    private Network readBack(Network network) {
        Path file = directory.resolve("network.yaml");
        NetworkFile.write(network, file);
        return NetworkFile.read(file);
    }

    private static Run run(Network network, int samples) {
        var simulation = new Simulation(network, new SimulationSettings(7));
        List<Spike> spikes = new ArrayList<>();
        simulation.onSpike(WinnerTakeAll.NEURONS, (neuron, time) -> spikes.add(new Spike(neuron, time)));
        var random = new RandomStreams(3).stream("samples");
        for (int k = 0; k < samples; k++) {
            int[] active = IntStream.range(0, LINES)
                    .filter(i -> random.nextInt(3) == 0)
                    .toArray();
            simulation.present(SpikeRaster.atOnset(LINES, active));
        }
        return new Run(spikes, simulation.snapshot());
    }

    private record Spike(int neuron, double timeSeconds) {}

    private record Run(List<Spike> spikes, Network trained) {}
}
