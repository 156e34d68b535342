package org.ionspike.benchmarks.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.ionspike.benchmarks.report.Progress;
import org.ionspike.benchmarks.task.TrainSettings.ReadoutKind;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.Datasets;
import org.ionspike.engine.simulation.Reading;
import org.ionspike.engine.synapse.DeviceVariability;
import org.ionspike.networks.architecture.Fidelity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A training that was broken off and resumed gives what an uninterrupted one gives, bit for bit. */
class ResumedTrainingTest {
    private static final RunSettings RUN = new RunSettings(1, true, RunSettings.BackendChoice.FUSED);
    private static final Dataset IRIS = Datasets.resolve("iris");
    private static final TrainingOrigin ORIGIN = new TrainingOrigin(
            "1.0",
            IRIS.contentHash(),
            ImmutableMap.of("TASK", "iris", "--neurons", "12"),
            ImmutableMap.of("--checkpoint-every", "10"));

    @TempDir
    private Path folder;

    /** 240 samples in 2 epochs; 40 of the circuit, which takes longer. */
    private static TrainSettings settings(Fidelity fidelity) {
        return new TrainSettings(
                NetworkKind.WTA,
                12,
                OptionalInt.empty(),
                ReadoutKind.DELTA,
                fidelity,
                "typical",
                DeviceVariability.typical(),
                OptionalInt.of(2),
                fidelity == Fidelity.CIRCUIT ? OptionalInt.of(20) : OptionalInt.empty(),
                true,
                false,
                Optional.empty(),
                Optional.empty(),
                0.2,
                Optional.empty(),
                4);
    }

    private Path file() {
        return folder.resolve("model.checkpoint");
    }

    private WinnerTakeAllRun.Result train(
            Fidelity fidelity, Optional<TrainingCheckpoints> checkpoints, Progress progress) {
        return new WinnerTakeAllRun(IRIS, settings(fidelity), RUN, checkpoints, progress).run();
    }

    private WinnerTakeAllRun.Result resume(Fidelity fidelity, TrainingOrigin origin) {
        return resume(fidelity, origin, Progress.silent());
    }

    private WinnerTakeAllRun.Result resume(Fidelity fidelity, TrainingOrigin origin, Progress progress) {
        var from = new TrainingCheckpoints(origin, file(), OptionalInt.empty(), true);
        return train(fidelity, Optional.of(from), progress);
    }

    /** Trains with a checkpoint after every few samples, and crashes when so many have been shown. */
    private void crash(Fidelity fidelity, int every, long after) {
        crash(fidelity, every, "Training", after);
    }

    private void crash(Fidelity fidelity, int every, String what, long after) {
        var checkpoints = new TrainingCheckpoints(ORIGIN, file(), OptionalInt.of(every), false);
        assertThatThrownBy(() -> train(fidelity, Optional.of(checkpoints), new Crash(what, after)))
                .hasMessage("crash");
    }

    /** Ends a run in the middle of a piece of work. */
    private static final class Crash implements Progress {
        private final String crashing;
        private final long after;
        private String what = "";

        Crash(String crashing, long after) {
            this.crashing = crashing;
            this.after = after;
        }

        @Override
        public void begin(String newWhat, long total, String unit) {
            what = newWhat;
        }

        @Override
        public void at(long done) {
            if (done == after && what.equals(crashing)) {
                throw new IllegalStateException("crash");
            }
        }

        @Override
        public void end() {
            // nothing is shown
        }
    }

    private static void requireAlike(WinnerTakeAllRun.Result resumed, WinnerTakeAllRun.Result whole) {
        assertThat(resumed.trained()).isEqualTo(whole.trained()); // weights, biases, counts, energy, time
        assertThat(resumed.curve()).isEqualTo(whole.curve());
        assertThat(Arrays.deepEquals(
                        resumed.readout().weights(), whole.readout().weights()))
                .isTrue();
        assertThat(resumed.evaluation().readings())
                .extracting(Reading::response)
                .isEqualTo(whole.evaluation().readings().stream()
                        .map(Reading::response)
                        .toList());
        assertThat(resumed.evaluation().energy()).isEqualTo(whole.evaluation().energy());
        assertThat(resumed.evaluation().confusion().accuracy())
                .isEqualTo(whole.evaluation().confusion().accuracy());
    }

    /** The last checkpoint lies inside the first epoch, at its end, just after it, and at the end of all. */
    @ParameterizedTest
    @CsvSource({
        "REDUCED,1,2",
        "REDUCED,50,99",
        "REDUCED,120,131",
        "REDUCED,11,130",
        "REDUCED,239,240",
        "CIRCUIT,20,24",
        "CIRCUIT,7,37"
    })
    void whatIsLearntIsTheSame(Fidelity fidelity, int every, long after) {
        crash(fidelity, every, after);

        requireAlike(resume(fidelity, ORIGIN), train(fidelity, Optional.empty(), Progress.silent()));
    }

    @Test
    void oneThatHadLearntEverythingHasOnlyItsReadoutToFit() {
        crash(Fidelity.REDUCED, 1000, "Labelling", 120);

        requireAlike(
                resume(Fidelity.REDUCED, ORIGIN, new Crash("Training", 240)), // it would end where a sample is shown
                train(Fidelity.REDUCED, Optional.empty(), Progress.silent()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.5, 0.99})
    void aTruncatedCheckpointIsRefused(double share) throws IOException {
        crash(Fidelity.REDUCED, 50, 60);
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(whole, (int) (share * whole.length)));

        assertThatThrownBy(() -> resume(Fidelity.REDUCED, ORIGIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("model.checkpoint: ")
                .hasMessageContaining("cut off");
    }

    @Test
    void aDamagedCheckpointIsRefusedWhereverTheDamageIs() throws IOException {
        crash(Fidelity.REDUCED, 50, 60);
        byte[] whole = Files.readAllBytes(file());
        for (int place = 40; place < whole.length; place += whole.length / 20) {
            byte[] damaged = whole.clone();
            damaged[place] = (byte) (damaged[place] ^ 4);
            Files.write(file(), damaged);

            assertThatThrownBy(() -> resume(Fidelity.REDUCED, ORIGIN))
                    .as("byte " + place)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("checksum does not hold");
        }
    }

    @Test
    void whatDiffersIsNamed() {
        crash(Fidelity.REDUCED, 50, 60);

        var other = new TrainingOrigin("1.1", ORIGIN.dataHash(), ORIGIN.settings(), ORIGIN.besides());
        assertThatThrownBy(() -> resume(Fidelity.REDUCED, other)).hasMessageContaining("version 1.0", "version 1.1");
        var data = new TrainingOrigin("1.0", "0123456789abcdef", ORIGIN.settings(), ORIGIN.besides());
        assertThatThrownBy(() -> resume(Fidelity.REDUCED, data))
                .hasMessageContaining("data has changed", "now 0123456789ab");
        var more = new TrainingOrigin(
                "1.0",
                ORIGIN.dataHash(),
                ImmutableMap.of("TASK", "iris", "--neurons", "12", "--epochs", "3"),
                ORIGIN.besides());
        assertThatThrownBy(() -> resume(Fidelity.REDUCED, more))
                .hasMessageContaining("made without --epochs, not with --epochs 3");
    }

    @Test
    void aFileThatIsNoCheckpointAndOneThatIsNotThereAreSaidToBeSo() throws IOException {
        assertThatThrownBy(() -> resume(Fidelity.REDUCED, ORIGIN)).hasMessageContaining("there is no such checkpoint");
        Files.writeString(file(), "dear diary, today I trained a network of two hundred neurons");
        assertThatThrownBy(() -> resume(Fidelity.REDUCED, ORIGIN)).hasMessageContaining("no checkpoint of a training");
    }
}
