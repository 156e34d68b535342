package org.ionspike.benchmarks.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.ionspike.benchmarks.report.Progress;
import org.ionspike.benchmarks.task.TrainSettings.ReadoutKind;
import org.ionspike.datasets.CsvOptions;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.Datasets;
import org.ionspike.engine.synapse.DeviceVariability;
import org.ionspike.networks.architecture.Fidelity;
import org.junit.jupiter.api.Test;

/** The main job, on the whole of the digits: that it learns, and that it does so for the reasons given. */
class DigitsLearningTest {
    private static final RunSettings RUN = new RunSettings(2, true, RunSettings.BackendChoice.AUTO);
    private static final Dataset DIGITS = Datasets.resolve("digits");

    private static TrainSettings settings(int neurons, ReadoutKind readout, boolean homeostasis, boolean shuffled) {
        return new TrainSettings(
                NetworkKind.WTA,
                neurons,
                OptionalInt.empty(),
                readout,
                Fidelity.REDUCED,
                "typical",
                DeviceVariability.typical(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                homeostasis,
                shuffled,
                Optional.empty(),
                Optional.empty(),
                0.2,
                Optional.empty(),
                1);
    }

    private static WinnerTakeAllRun.Result train(TrainSettings settings) {
        return new WinnerTakeAllRun(DIGITS, settings, RUN, Progress.silent()).run();
    }

    private static double accuracy(TrainSettings settings) {
        return train(settings).evaluation().confusion().accuracy();
    }

    @Test
    void learnsDigitsAndTheCircuitPicksTheSameWinners() {
        TrainSettings settings = settings(200, ReadoutKind.DELTA, true, false);
        WinnerTakeAllRun.Result result = train(settings);
        var model = TrainedModel.of("digits", new CsvOptions(), DIGITS, settings, result);
        var evaluation = new EvaluationRun(model, RUN, Progress.silent());
        Evaluation circuit = evaluation.evaluate(
                DIGITS, evaluation.heldSamples(DIGITS), EvaluationRun.withFidelity(model.network(), Fidelity.CIRCUIT));

        // ten seeds gave 0.947 to 0.981
        assertThat(result.evaluation().confusion().accuracy()).isGreaterThan(0.94);
        assertThat(result.trained().unanswered()).isZero();
        assertThat(EvaluationRun.sameWinner(result.evaluation(), circuit)).isGreaterThanOrEqualTo(0.97);
        // the reduced neuron's energy is a fit; it was within 2 % of the circuit's
        assertThat(result.evaluation().energy().neurons() / circuit.energy().neurons())
                .isBetween(0.95, 1.05);
    }

    @Test
    void withoutHomeostasisLearningFails() {
        double with = accuracy(settings(100, ReadoutKind.VOTE, true, false));
        double without = accuracy(settings(100, ReadoutKind.VOTE, false, false));

        assertThat(with).isGreaterThan(0.9);
        assertThat(without).isLessThan(with - 0.2);
    }

    @Test
    void withShuffledLabelsAccuracyFallsToChance() {
        // 359 samples of ten classes: chance is 0.1 with a standard deviation of 0.016, more as answers are correlated
        assertThat(accuracy(settings(200, ReadoutKind.DELTA, true, true))).isLessThan(0.2);
        assertThat(accuracy(settings(100, ReadoutKind.VOTE, true, true))).isLessThan(0.25);
    }
}
