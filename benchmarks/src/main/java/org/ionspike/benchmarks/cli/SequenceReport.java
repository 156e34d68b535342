package org.ionspike.benchmarks.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ionspike.benchmarks.cli.FigureOptions.Result;
import org.ionspike.benchmarks.report.Chart;
import org.ionspike.benchmarks.report.Table;
import org.ionspike.benchmarks.reservoir.Features;
import org.ionspike.benchmarks.reservoir.MeanAndSpread;
import org.ionspike.benchmarks.reservoir.SequenceTrial;
import org.ionspike.datasets.sequence.LabelledSequences;
import org.ionspike.networks.architecture.ReservoirDesign;

/** Table, summary and picture of a classification of sequences, one trial per seed. */
final class SequenceReport {
    private SequenceReport() {}

    /** The result of a command; the sequences of any one seed give sizes. */
    static Result of(
            String command,
            ReservoirDesign design,
            LabelledSequences sequences,
            int training,
            List<SequenceTrial> trials) {
        List<Features> shown = List.of(Features.values());
        MeanAndSpread[] accuracies = shown.stream()
                .map(features -> ReservoirOptions.over(trials, trial -> accuracy(trial, features)))
                .toArray(MeanAndSpread[]::new);
        int whole = sequences.steps() * sequences.inputs();
        var table = new Table()
                .words("features", shown.stream().map(Features::toString).toArray(String[]::new))
                .column(
                        "count",
                        shown.stream()
                                .mapToDouble(features -> count(features, design.devices(), sequences.inputs(), whole))
                                .toArray())
                .column(
                        "accuracy",
                        Arrays.stream(accuracies)
                                .mapToDouble(MeanAndSpread::mean)
                                .toArray())
                .column(
                        "accuracy_sd",
                        Arrays.stream(accuracies).mapToDouble(MeanAndSpread::sd).toArray());
        var result = new Result("reservoir " + command, table, () -> chart(command, shown, trials));
        MeanAndSpread energy =
                ReservoirOptions.over(trials, trial -> trial.energy().si());
        return result.found("train_sequences", training)
                .found("test_sequences", sequences.size() - training)
                .found("steps", sequences.steps())
                .found("inputs", sequences.inputs())
                .found("reservoir_accuracy", accuracies[shown.indexOf(Features.RESERVOIR)].mean())
                .found("delay_line_accuracy", accuracies[shown.indexOf(Features.DELAY_LINE)].mean())
                .found("energy_per_sequence_J", energy.mean());
    }

    private static double accuracy(SequenceTrial trial, Features features) {
        return trial.accuracy().getOrDefault(features, Double.NaN);
    }

    private static double count(Features features, int devices, int inputs, int whole) {
        return switch (features) {
            case LAST_INPUT -> inputs;
            case DELAY_LINE -> Math.min(devices, whole);
            case WHOLE_SEQUENCE -> whole;
            case MEMORY_OFF, TIME_SHUFFLED, RESERVOIR, NOISELESS -> devices;
        };
    }

    private static Chart chart(String command, List<Features> shown, List<SequenceTrial> trials) {
        double[] number =
                IntStream.rangeClosed(1, trials.size()).asDoubleStream().toArray();
        var chart =
                new Chart("Reservoir, " + command, "seed, counted from the first (1)", "accuracy on the test part (1)");
        for (Features features : shown) {
            chart.scatter(
                    features.toString(),
                    number,
                    trials.stream()
                            .mapToDouble(trial -> accuracy(trial, features))
                            .toArray());
        }
        return chart;
    }
}
