package org.ionspike.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.neuron.ReducedIonicNeuron;
import org.ionspike.engine.synapse.DeviceVariability;
import org.ionspike.engine.synapse.IonicSynapse;
import org.junit.jupiter.api.Test;

/** Devices drawn anew while all else stays that of the seed. */
class DeviceDrawTest {
    private static final SimulationSettings SETTINGS = new SimulationSettings(11);

    private static Network network(DeviceVariability devices) {
        return Networks.winnerTakeAll(new ReducedIonicNeuron(), new IonicSynapse().withDevices(devices));
    }

    private static float[] line(DeviceVariability devices, int draw) {
        Network network = network(devices);
        var simulation = new Simulation(network, SETTINGS.withDeviceDraw(draw));
        return simulation.devices(network.projections().get(0).name()).conductances(0);
    }

    @Test
    void everyDrawGivesOtherDevicesAndDrawZeroThoseOfTheSeed() {
        var network = network(DeviceVariability.typical());
        float[] ofSeed = new Simulation(network, SETTINGS)
                .devices(network.projections().get(0).name())
                .conductances(0);

        assertThat(line(DeviceVariability.typical(), 0)).containsExactly(ofSeed);
        assertThat(line(DeviceVariability.typical(), 1)).isNotEqualTo(ofSeed);
        assertThat(line(DeviceVariability.typical(), 2))
                .isNotEqualTo(ofSeed)
                .isNotEqualTo(line(DeviceVariability.typical(), 1));
    }

    @Test
    void initialWeightsAreThoseOfTheSeedInEveryDraw() {
        assertThat(line(DeviceVariability.ideal(), 1)).containsExactly(line(DeviceVariability.ideal(), 0));
    }

    @Test
    void aCheckpointOfAnotherDrawIsRefused() {
        var saved = new ByteArrayOutputStream();
        new Simulation(network(DeviceVariability.typical()), SETTINGS).save(saved);
        var other = new Simulation(network(DeviceVariability.typical()), SETTINGS.withDeviceDraw(1));

        assertThatThrownBy(() -> other.load(new ByteArrayInputStream(saved.toByteArray())))
                .hasMessageContaining("must be that of the checkpoint");
    }
}
