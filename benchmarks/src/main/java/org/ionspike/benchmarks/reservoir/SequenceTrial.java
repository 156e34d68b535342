package org.ionspike.benchmarks.reservoir;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.ionspike.datasets.sequence.LabelledSequences;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Energy;
import org.ionspike.networks.architecture.IonicReservoir;
import org.ionspike.networks.architecture.ReservoirDesign;
import org.ionspike.networks.readout.RidgeReadout;

/**
 * One seed of a task that asks for the class of a sequence: the readout sees the devices once, at the end.
 *
 * @param accuracy share of the test sequences that were classified right
 * @param energy dissipated in the devices by one sequence, mean over all
 */
public record SequenceTrial(ImmutableMap<Features, Double> accuracy, Energy energy) {
    /** Share of the training rows on which the ridge term is chosen. */
    static final double CHOOSING_SHARE = 0.25;

    /**
     * Runs every sequence through the reservoir and its controls, fits all readouts to the first sequences and tests them on
     * the others.
     *
     * @param training how many sequences are trained on; at least 8, and one or more must be left
     * @param readNoise sd of a reading over its value, 0 or above
     * @param streams of the seed: {@code reservoir/...}, {@code read-noise}, {@code shuffle-time}
     */
    public static SequenceTrial of(
            LabelledSequences sequences,
            int training,
            ReservoirDesign design,
            double readNoise,
            RandomStreams streams) {
        Check.between("SequenceTrial.training", training, 8, sequences.size() - 1);
        IonicReservoir reservoir = design.draw(sequences.inputs(), streams);
        var noise = new ReadNoise(readNoise, streams.stream("read-noise"));
        UniformRandomProvider shuffle = streams.stream("shuffle-time");
        int inputs = sequences.steps() * sequences.inputs();
        int taps = Math.min(design.devices(), inputs);
        Map<Features, double[][]> rows = new EnumMap<>(Features.class);
        double joules = 0;
        for (int s = 0; s < sequences.size(); s++) {
            double[][] sequence = sequences.sequence(s);
            double[][] last = {sequence[sequence.length - 1]};
            double[] all =
                    Arrays.stream(sequence).flatMapToDouble(Arrays::stream).toArray();
            IonicReservoir.Run run = reservoir.run(sequence);
            joules += run.dissipated().si();
            put(rows, sequences.size(), Features.LAST_INPUT, s, last[0]);
            put(rows, sequences.size(), Features.DELAY_LINE, s, Arrays.copyOfRange(all, inputs - taps, inputs));
            put(rows, sequences.size(), Features.WHOLE_SEQUENCE, s, all);
            put(
                    rows,
                    sequences.size(),
                    Features.MEMORY_OFF,
                    s,
                    noise.read(reservoir.memoryless(last)[0]));
            put(rows, sequences.size(), Features.NOISELESS, s, run.last());
            put(rows, sequences.size(), Features.RESERVOIR, s, noise.read(run.last()));
            double[][] mixed = shuffled(sequence, shuffle);
            put(
                    rows,
                    sequences.size(),
                    Features.TIME_SHUFFLED,
                    s,
                    noise.read(reservoir.run(mixed).last()));
        }
        int[] labels = new int[sequences.size()];
        Arrays.setAll(labels, sequences::label);
        double[][] targets = RidgeReadout.oneHot(labels, sequences.classes());
        var accuracy = Maps.transformValues(rows, features -> accuracy(features, targets, labels, training));
        return new SequenceTrial(ImmutableMap.copyOf(accuracy), new Energy(joules / sequences.size()));
    }

    private static void put(Map<Features, double[][]> rows, int size, Features features, int row, double[] values) {
        rows.computeIfAbsent(features, unused -> new double[size][])[row] = values;
    }

    private static double[][] shuffled(double[][] sequence, UniformRandomProvider random) {
        int[] order = PermutationSampler.natural(sequence.length);
        PermutationSampler.shuffle(random, order);
        return Arrays.stream(order).mapToObj(step -> sequence[step]).toArray(double[][]::new);
    }

    private static double accuracy(double[][] features, double[][] targets, int[] labels, int training) {
        RidgeReadout readout = RidgeReadout.select(
                Arrays.copyOf(features, training), Arrays.copyOf(targets, training), CHOOSING_SHARE);
        int right = 0;
        for (int s = training; s < features.length; s++) {
            if (readout.classify(features[s]) == labels[s]) {
                right++;
            }
        }
        return right / (double) (features.length - training);
    }
}
