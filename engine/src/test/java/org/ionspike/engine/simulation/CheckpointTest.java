package org.ionspike.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ionspike.engine.units.Units.Hz;
import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.pA;
import static org.ionspike.engine.units.Units.pS;
import static org.ionspike.engine.units.Units.us;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.ionspike.engine.checkpoint.CheckpointException;
import org.ionspike.engine.network.Connector;
import org.ionspike.engine.network.Impulse;
import org.ionspike.engine.network.LineDrive;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NetworkBuilder;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.network.Projection.Polarity;
import org.ionspike.engine.network.Weights;
import org.ionspike.engine.neuron.Backend;
import org.ionspike.engine.neuron.LifNeuron;
import org.ionspike.engine.neuron.NeuronModel;
import org.ionspike.engine.neuron.ReducedIonicNeuron;
import org.ionspike.engine.plasticity.IonicStdp;
import org.ionspike.engine.source.PoissonSource;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.synapse.DeviceVariability;
import org.ionspike.engine.synapse.IdealSynapse;
import org.ionspike.engine.synapse.IonicSynapse;
import org.ionspike.engine.synapse.StaticSynapse;
import org.ionspike.engine.units.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A simulation that was saved and loaded goes on bit for bit as if nothing had happened. */
class CheckpointTest {
    static Stream<Arguments> models() {
        return ServiceLoader.load(NeuronModel.class).stream()
                .map(ServiceLoader.Provider::get)
                .flatMap(model -> Stream.of(Backend.values()).map(backend -> Arguments.of(model, backend)));
    }

    /** Plastic lines from Poisson input, recurrent lines with a delay beyond the ring of the queue. */
    private static Network network(NeuronModel model) {
        var lines = new Projection(
                "lines",
                "input",
                "neurons",
                new Connector.FixedProbability(0.5),
                new IonicSynapse().withDevices(DeviceVariability.typical()),
                new Weights.Gaussian(0.5, 0.2),
                new LineDrive(mV(300), ms(2)),
                us(10),
                Polarity.EXCITATORY,
                Optional.of(new IonicStdp()));
        var recurrent = new Projection(
                "recurrent",
                "neurons",
                "neurons",
                new Connector.FixedProbability(0.3),
                new StaticSynapse(pS(0), pS(200)),
                new Weights.Uniform(0.5),
                new LineDrive(mV(100), ms(1)),
                ms(12));
        return Network.builder("saved")
                .step(us(10))
                .add(new NeuronGroup("neurons", 12, model))
                .add(new PoissonSource("input", 8, Hz(150)))
                .add(lines)
                .add(recurrent)
                .build();
    }

    private static Network impulses() {
        NetworkBuilder network = Network.builder("impulses").step(ms(0.1)).add(new PoissonSource("input", 40, Hz(300)));
        for (LifNeuron.Response response : List.of(LifNeuron.Response.ALPHA_CURRENT)) {
            network.add(new NeuronGroup("cells", 30, new LifNeuron(response)))
                    .add(new Projection(
                            "in",
                            "input",
                            "cells",
                            new Connector.FixedProbability(0.5),
                            new IdealSynapse(),
                            new Weights.Uniform(1),
                            new Impulse("excitatory", pA(60)),
                            ms(0.1)));
        }
        return network.build();
    }

    private static Simulation simulation(Network network, Backend backend) {
        return new Simulation(network, new SimulationSettings(3).withBackend(backend));
    }

    private static byte[] saved(Simulation simulation) {
        var out = new ByteArrayOutputStream();
        simulation.save(out);
        return out.toByteArray();
    }

    private static List<String> goOn(Simulation simulation, String group, Time time) {
        var spikes = new ArrayList<String>();
        simulation.onSpike(group, (neuron, seconds) -> spikes.add(neuron + " at " + seconds));
        simulation.run(time);
        return spikes;
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyNeuronModelGoesOnBitForBit(NeuronModel model, Backend backend) {
        Network network = network(model);
        Time time = backend == Backend.FUSED ? ms(30) : ms(3); // ND4J is slow step by step
        Simulation uninterrupted = simulation(network, backend);
        uninterrupted.run(time);
        Simulation resumed = simulation(network, backend);
        resumed.load(new ByteArrayInputStream(saved(uninterrupted)));
        assertThat(resumed.now()).isEqualTo(uninterrupted.now());
        assertThat(goOn(resumed, "neurons", time)).isEqualTo(goOn(uninterrupted, "neurons", time));
        assertThat(saved(resumed)).isEqualTo(saved(uninterrupted));
        assertThat(resumed.spikeCount()).isEqualTo(uninterrupted.spikeCount());
        assertThat(resumed.energy()).isEqualTo(uninterrupted.energy());
    }

    @Test
    void theNetworkOfTheTestSpikesAndLearns() {
        Simulation simulation = simulation(network(new ReducedIonicNeuron()), Backend.FUSED);
        simulation.run(ms(70));
        assertThat(simulation.spikeCount()).isPositive();
        assertThat(simulation.deviceWrites("lines")).isPositive();
    }

    @Test
    void impulsesUnderWayAreKept() {
        Simulation uninterrupted = simulation(impulses(), Backend.FUSED);
        uninterrupted.run(ms(30));
        Simulation resumed = simulation(impulses(), Backend.FUSED);
        resumed.load(new ByteArrayInputStream(saved(uninterrupted)));
        List<String> spikes = goOn(resumed, "cells", ms(40));
        assertThat(spikes).isNotEmpty().isEqualTo(goOn(uninterrupted, "cells", ms(40)));
    }

    @Test
    void learningFromSamplesGoesOnBitForBit() {
        Network network = Networks.winnerTakeAll(new ReducedIonicNeuron());
        Simulation uninterrupted = simulation(network, Backend.FUSED);
        for (int k = 0; k < 20; k++) {
            uninterrupted.present(sample(k));
        }
        Simulation resumed = simulation(network, Backend.FUSED);
        resumed.load(new ByteArrayInputStream(saved(uninterrupted)));
        for (int k = 20; k < 40; k++) {
            assertThat(resumed.present(sample(k))).isEqualTo(uninterrupted.present(sample(k)));
        }
        assertThat(saved(resumed)).isEqualTo(saved(uninterrupted));
        assertThat(resumed.snapshot()).isEqualTo(uninterrupted.snapshot());
    }

    private static SpikeRaster sample(int k) {
        int lines = 64;
        var line = new int[20];
        Arrays.setAll(line, n -> (7 * k + 3 * n) % lines);
        return SpikeRaster.of(lines, new double[20], line);
    }

    @Test
    void refusesADamagedCheckpoint() {
        Network network = network(new ReducedIonicNeuron());
        Simulation simulation = simulation(network, Backend.FUSED);
        simulation.run(ms(5));
        byte[] good = saved(simulation);
        byte[] cut = Arrays.copyOf(good, good.length / 2);
        assertThatThrownBy(() -> simulation(network, Backend.FUSED).load(new ByteArrayInputStream(cut)))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("ends too early");
        byte[] bent = good.clone();
        bent[good.length - 30] ^= 1;
        assertThatThrownBy(() -> simulation(network, Backend.FUSED).load(new ByteArrayInputStream(bent)))
                .isInstanceOf(CheckpointException.class);
        assertThatThrownBy(
                        () -> simulation(network, Backend.FUSED).load(new ByteArrayInputStream(new byte[] {0, 1, 65})))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("no checkpoint");
    }

    @Test
    void refusesTheCheckpointOfAnotherNetworkOrSeed() {
        byte[] state = saved(simulation(network(new ReducedIonicNeuron()), Backend.FUSED));
        assertThatThrownBy(() -> simulation(impulses(), Backend.FUSED).load(new ByteArrayInputStream(state)))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("'network impulses' was expected, 'network saved' found");
        var other = new Simulation(network(new ReducedIonicNeuron()), new SimulationSettings(4));
        assertThatThrownBy(() -> other.load(new ByteArrayInputStream(state)))
                .hasMessageContaining("Seed (4) must be that of the checkpoint (3)");
    }
}
