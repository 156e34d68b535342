package org.ionspike.benchmarks.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ionspike.engine.units.Units.Hz;
import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.pS;
import static org.ionspike.engine.units.Units.us;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.ionspike.benchmarks.report.Progress;
import org.ionspike.engine.monitor.RateMonitor;
import org.ionspike.engine.monitor.StateFile;
import org.ionspike.engine.network.Connector;
import org.ionspike.engine.network.LineDrive;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.network.Projection.Polarity;
import org.ionspike.engine.network.Weights;
import org.ionspike.engine.neuron.Backend;
import org.ionspike.engine.neuron.IonicNeuron;
import org.ionspike.engine.neuron.NeuronModel;
import org.ionspike.engine.neuron.ReducedIonicNeuron;
import org.ionspike.engine.plasticity.IonicStdp;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.source.PoissonSource;
import org.ionspike.engine.synapse.DeviceVariability;
import org.ionspike.engine.synapse.IonicSynapse;
import org.ionspike.engine.synapse.StaticSynapse;
import org.ionspike.engine.units.Time;
import org.ionspike.networks.architecture.MorrisonAertsenDiesmann;
import org.ionspike.networks.architecture.NetworkCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that was broken off and resumed leaves what an uninterrupted run leaves, bit for bit. */
class ResumedRunTest {
    private static final Time END = ms(60);
    private static final Time CRASH = ms(41);
    private static final Time INTERVAL = ms(1);

    @TempDir
    private Path folder;

    /** A network, and a projection whose weights can be read. */
    static Stream<Arguments> networks() {
        return Stream.of(
                Arguments.of(plastic(new IonicNeuron()), "lines"),
                Arguments.of(plastic(new ReducedIonicNeuron()), "lines"),
                Arguments.of(NetworkCatalog.named("cuba").network(300), "excitatory to inhibitory"),
                Arguments.of(NetworkCatalog.named("coba").network(300), "excitatory to inhibitory"),
                Arguments.of(MorrisonAertsenDiesmann.network(200, 40, true), "excitatory to excitatory"));
    }

    private static Network plastic(NeuronModel model) {
        return Network.builder("plastic " + model.name())
                .step(us(10))
                .add(new NeuronGroup("neurons", 20, model))
                .add(new PoissonSource("input", 30, Hz(150)))
                .add(new Projection(
                        "lines",
                        "input",
                        "neurons",
                        new Connector.AllToAll(),
                        new IonicSynapse().withDevices(DeviceVariability.typical()),
                        new Weights.Gaussian(0.5, 0.2),
                        new LineDrive(mV(300), ms(2)),
                        us(10),
                        Polarity.EXCITATORY,
                        Optional.of(new IonicStdp())))
                .add(new Projection(
                        "recurrent",
                        "neurons",
                        "neurons",
                        new Connector.FixedProbability(0.3),
                        new StaticSynapse(pS(0), pS(200)),
                        new Weights.Uniform(0.5),
                        new LineDrive(mV(100), ms(1)),
                        ms(1.5)))
                .build();
    }

    private Recording recording(Network network, String projection, String stem, String ending) {
        NeuronGroup group = network.groups().get(0);
        String variable = group.model() instanceof ReducedIonicNeuron ? "x" : "v";
        return new Recording(
                ms(5),
                false,
                List.of(new StateFile.Choice(group.name(), variable, List.of(0, 3))),
                false,
                INTERVAL,
                new Recording.Files(
                        Optional.of(folder.resolve(stem + "-spikes" + ending)),
                        Optional.of(folder.resolve(stem + "-states" + ending)),
                        Optional.of(folder.resolve(stem + "-weights" + ending)),
                        projection,
                        Optional.of(folder.resolve(stem + "-energy" + ending))));
    }

    private static SimulationSettings settings(long seed, boolean energy) {
        return new SimulationSettings(new RandomStreams(seed), Backend.FUSED, true, energy);
    }

    private static NetworkRun resumed(Network network, Recording recording, Path from) {
        var checkpoints = new Checkpoints(Optional.of(from), Optional.empty(), Optional.empty());
        return new NetworkRun(network, settings(5, true), recording, checkpoints);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void filesAndStatisticsAreThoseOfTheUninterruptedRun(Network network, String projection) throws IOException {
        for (String ending : List.of(".csv", ".npy")) {
            var whole = new NetworkRun(
                    network, settings(5, true), recording(network, projection, "whole", ending), Checkpoints.NONE);
            whole.run(END, Progress.silent());

            Path file = folder.resolve("checkpoint");
            Recording parts = recording(network, projection, "parts", ending);
            var crashing = new NetworkRun(
                    network,
                    settings(5, true),
                    parts,
                    new Checkpoints(Optional.empty(), Optional.of(file), Optional.of(ms(17))));
            crashing.simulation().every(CRASH, () -> {
                if (crashing.simulation().now().si() > 0) {
                    throw new IllegalStateException("crash");
                }
            });
            assertThatThrownBy(() -> crashing.run(END, Progress.silent())).hasMessage("crash");
            NetworkRun rest = resumed(network, parts, file);
            assertThat(rest.resumedAt().si()).isEqualTo(34e-3); // the last multiple of 17 ms before the crash
            rest.run(END, Progress.silent());

            for (String kind : List.of("-spikes", "-states", "-weights", "-energy")) {
                byte[] expected = Files.readAllBytes(folder.resolve("whole" + kind + ending));
                assertThat(expected.length).as(kind + ending).isGreaterThan(300);
                assertThat(Arrays.mismatch(Files.readAllBytes(folder.resolve("parts" + kind + ending)), expected))
                        .as(kind + ending)
                        .isNegative();
            }
            assertThat(rest.filesThatWentOn()).hasSize(4);
            assertThat(rest.activity()).isEqualTo(whole.activity());
            whole.rates().forEach((group, rate) -> {
                RateMonitor resumed = Objects.requireNonNull(rest.rates().get(group));
                assertThat(resumed.rateHz()).isEqualTo(rate.rateHz());
                assertThat(resumed.timesSeconds()).isEqualTo(rate.timesSeconds());
            });
            assertThat(rest.energy()).isEqualTo(whole.energy());
            assertThat(rest.simulation().spikeCount())
                    .isEqualTo(whole.simulation().spikeCount());
            assertThat(rest.simulation().synapticOperations())
                    .isEqualTo(whole.simulation().synapticOperations());
            assertThat(rest.simulation().weightRows(projection))
                    .isDeepEqualTo(whole.simulation().weightRows(projection));
        }
    }

    @Test
    void aNewNameBeginsANewFileAtTheCheckpoint() throws IOException {
        Network network = plastic(new ReducedIonicNeuron());
        Path file = checkpoint(network, ms(30));
        NetworkRun rest = resumed(network, recording(network, "lines", "rest", ".csv"), file);
        rest.run(END, Progress.silent());
        assertThat(rest.filesThatWentOn()).isEmpty();
        List<String> states = Files.readAllLines(folder.resolve("rest-states.csv"));
        assertThat(states).hasSize(31); // 30 to 59 ms
        assertThat(states.get(1)).startsWith("0.03");
    }

    private Path checkpoint(Network network, Time end) {
        Path file = folder.resolve("checkpoint");
        var run = new NetworkRun(
                network,
                settings(5, true),
                recording(network, "lines", "first", ".csv"),
                new Checkpoints(Optional.empty(), Optional.of(file), Optional.empty()));
        run.run(end, Progress.silent());
        return file;
    }

    @Test
    void aRecordingThatWasChangedIsNotGoneOnWith() throws IOException {
        Network network = plastic(new ReducedIonicNeuron());
        Path file = checkpoint(network, ms(30));
        Path states = folder.resolve("first-states.csv");
        byte[] bytes = Files.readAllBytes(states);
        bytes[200] ^= 1; // a digit
        Files.write(states, bytes);
        NetworkRun rest = resumed(network, recording(network, "lines", "first", ".csv"), file);
        assertThatThrownBy(() -> rest.run(END, Progress.silent()))
                .hasMessageContaining(states + " is not the one that the checkpoint goes on with, or it was changed");
    }

    @Test
    void anotherNetworkSeedOrSettingIsRefused() {
        Network network = plastic(new ReducedIonicNeuron());
        Path file = checkpoint(network, ms(10));
        Recording recording = recording(network, "lines", "rest", ".csv");
        var resume = new Checkpoints(Optional.of(file), Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> new NetworkRun(network, settings(6, true), recording, resume))
                .hasMessage(file + ": The checkpoint was made with seed 5. Resume it with --seed 5.");
        assertThatThrownBy(() -> new NetworkRun(network, settings(5, false), recording, resume))
                .hasMessageContaining("The checkpoint was made with energy on. Resume it with --energy on.");
        var vectorized = settings(5, true).withBackend(Backend.VECTORIZED);
        assertThatThrownBy(() -> new NetworkRun(network, vectorized, recording, resume))
                .hasMessageContaining("Resume it with --backend fused.");
        // as large and named alike, so that only its fingerprint tells it from the first
        Network other =
                network.mapProjections(p -> p.name().equals("lines") ? p : p.withWeights(new Weights.Uniform(0.6)));
        assertThatThrownBy(() -> new NetworkRun(other, settings(5, true), recording, resume))
                .hasMessageContaining("The checkpoint is of another network than 'plastic reduced-ionic-neuron'");
        assertThatThrownBy(() -> resumed(network, recording, file).run(ms(10), Progress.silent()))
                .hasMessageContaining("The checkpoint was made at 10 ms; the run goes on to --duration (10 ms)");
        Recording longer =
                new Recording(ms(10), false, recording.states(), false, recording.interval(), recording.files());
        assertThatThrownBy(() -> resumed(network, longer, file))
                .hasMessageContaining("Bin (10 ms) must be that of the checkpoint (5 ms)");
    }

    @Test
    void aDamagedCheckpointIsRefusedWhereverItIsCutOrBent() throws IOException {
        Network network = plastic(new ReducedIonicNeuron());
        Path file = checkpoint(network, ms(10));
        byte[] good = Files.readAllBytes(file);
        Recording recording = recording(network, "lines", "rest", ".csv");
        for (int k = 0; k <= 40; k++) {
            int at = (int) ((long) (good.length - 1) * k / 40);
            Files.write(file, Arrays.copyOf(good, at));
            assertThatThrownBy(() -> resumed(network, recording, file))
                    .as("cut at %d", at)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(file + ": ");
            byte[] bent = good.clone();
            bent[at] ^= 4;
            Files.write(file, bent);
            assertThatThrownBy(() -> resumed(network, recording, file))
                    .as("bent at %d", at)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(file.toString());
        }
        Files.write(file, Arrays.copyOf(good, good.length + 1));
        assertThatThrownBy(() -> resumed(network, recording, file)).hasMessageContaining("its checksum does not hold");
    }
}
