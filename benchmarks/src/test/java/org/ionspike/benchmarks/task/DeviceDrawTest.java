package org.ionspike.benchmarks.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.ionspike.benchmarks.report.Progress;
import org.ionspike.benchmarks.report.ResultJson;
import org.ionspike.benchmarks.task.TrainSettings.ReadoutKind;
import org.ionspike.datasets.CsvOptions;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.Datasets;
import org.ionspike.engine.synapse.DeviceVariability;
import org.ionspike.networks.architecture.Fidelity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a draw of the devices changes in a training, and what it leaves alone. */
class DeviceDrawTest {
    private static final RunSettings RUN = new RunSettings(2, true, RunSettings.BackendChoice.FUSED);
    private static final Dataset IRIS = Datasets.resolve("iris");
    private static final Dataset DIGITS = Datasets.resolve("digits");

    @TempDir
    private Path folder;

    private static TrainSettings settings(NetworkKind network, int neurons, OptionalInt epochs, OptionalInt limit) {
        return new TrainSettings(
                network,
                neurons,
                OptionalInt.empty(),
                ReadoutKind.DELTA,
                Fidelity.REDUCED,
                "typical",
                DeviceVariability.typical(),
                epochs,
                limit,
                true,
                false,
                Optional.empty(),
                Optional.empty(),
                0.2,
                Optional.empty(),
                1);
    }

    private static TrainSettings iris(DeviceVariability devices, int draw) {
        return settings(NetworkKind.WTA, 20, OptionalInt.of(3), OptionalInt.empty())
                .withDevice("test", devices, draw);
    }

    private static TrainedTask train(Dataset dataset, TrainSettings settings) {
        return TaskRun.of(dataset, settings, RUN, Optional.empty(), Progress.silent())
                .run();
    }

    private static Object weights(TrainedTask task) {
        return task.network().projections().get(0).weights();
    }

    @Test
    void drawZeroIsTheRunOfTheSeed() {
        TrainSettings digits = settings(NetworkKind.WTA, 200, OptionalInt.empty(), OptionalInt.empty());
        // measured before there were draws, by train digits
        assertThat(train(DIGITS, digits.withDevice("typical", DeviceVariability.typical(), 0))
                        .evaluation()
                        .confusion()
                        .accuracy())
                .isEqualTo(354.0 / 359);
    }

    @Test
    void anotherDrawTrainsOtherDevicesOnTheSameSplit() {
        TrainedTask first = train(IRIS, iris(DeviceVariability.typical(), 0));
        TrainedTask second = train(IRIS, iris(DeviceVariability.typical(), 1));

        assertThat(second.split()).isEqualTo(first.split());
        assertThat(second.evaluation().energy()).isNotEqualTo(first.evaluation().energy());
        assertThat(train(IRIS, iris(DeviceVariability.typical(), 1))
                        .evaluation()
                        .energy())
                .isEqualTo(second.evaluation().energy());
    }

    @ParameterizedTest
    @EnumSource(
            value = NetworkKind.class,
            names = {"WTA", "CONV_STDP"})
    void whereNothingInTheDevicesIsRandomAllDrawsAreOne(NetworkKind network) {
        TrainSettings small = settings(network, 8, OptionalInt.of(1), OptionalInt.of(40));
        TrainedTask first = train(DIGITS, small.withDevice("ideal", DeviceVariability.ideal(), 0));
        TrainedTask second = train(DIGITS, small.withDevice("ideal", DeviceVariability.ideal(), 1));

        assertThat(weights(second)).isEqualTo(weights(first));
        assertThat(second.evaluation().energy()).isEqualTo(first.evaluation().energy());
    }

    @Test
    void readNoiseIsDrawnAnew() {
        var noisy = DeviceVariability.ideal().withReadNoise(0.1);
        TrainSettings small = settings(NetworkKind.WTA, 8, OptionalInt.of(1), OptionalInt.of(40));
        TrainedTask first = train(DIGITS, small.withDevice("noisy", noisy, 0));
        TrainedTask second = train(DIGITS, small.withDevice("noisy", noisy, 1));

        assertThat(second.evaluation().energy()).isNotEqualTo(first.evaluation().energy());
    }

    @Test
    void aSavedModelKeepsTheDrawOfItsDevices() {
        TrainSettings settings = iris(DeviceVariability.pessimistic(), 2);
        TrainedTask trained = train(IRIS, settings);
        TrainedModel.of("iris", new CsvOptions(), IRIS, settings, trained)
                .save(folder.resolve("model"), settings, trained.epochs(), ResultJson.create());
        var loaded = TrainedModel.load(folder.resolve("model"));
        var evaluation = new EvaluationRun(loaded, RUN, Progress.silent());

        assertThat(loaded.draw()).isEqualTo(2);
        assertThat(evaluation
                        .evaluate(IRIS, evaluation.heldSamples(IRIS), loaded.network())
                        .energy())
                .isEqualTo(trained.evaluation().energy());
    }
}
