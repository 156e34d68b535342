package org.ionspike.networks.readout;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.List;
import org.ionspike.engine.units.Check;

/**
 * Every neuron stands for the class it spiked most for in training; the class whose neurons spike most on average is the
 * answer. Labels name what was learnt without them.
 *
 * <pre>score(c) = mean over the neurons of class c of their spikes</pre>
 *
 * Source: Diehl and Cook, Front. Comput. Neurosci. 9, 99 (2015), section 2.6, there with the labels of the training part.
 */
public final class CountReadout implements Readout {
    private final float[][] weights;

    /**
     * A readout with known weights.
     *
     * @param weights {@code [neuron, class]}: one over the number of neurons of a class for its neurons, 0 elsewhere
     */
    public CountReadout(float[][] weights) {
        this.weights = Arrays.stream(weights).map(float[]::clone).toArray(float[][]::new);
    }

    /**
     * Gives every neuron its class; one that never spiked gets none.
     *
     * @param counts spikes of every neuron, one entry a sample
     * @param labels class of each sample
     */
    public static CountReadout fit(int classes, List<ImmutableIntArray> counts, int[] labels) {
        Check.require(
                counts.size() == labels.length && labels.length > 0,
                "CountReadout.labels",
                labels.length,
                "must be one per sample, and there are " + counts.size());
        double[] samplesOfClass = new double[classes];
        for (int label : labels) {
            samplesOfClass[label]++;
        }
        int neurons = counts.get(0).length();
        double[][] rate = new double[neurons][classes];
        for (int s = 0; s < labels.length; s++) {
            for (int j = 0; j < neurons; j++) {
                rate[j][labels[s]] += counts.get(s).get(j) / samplesOfClass[labels[s]];
            }
        }
        int[] assigned = new int[neurons];
        int[] neuronsOfClass = new int[classes];
        for (int j = 0; j < neurons; j++) {
            assigned[j] = Arrays.stream(rate[j]).sum() == 0 ? -1 : LargestScore.of(rate[j]);
            if (assigned[j] >= 0) {
                neuronsOfClass[assigned[j]]++;
            }
        }
        var weights = new float[neurons][classes];
        for (int j = 0; j < neurons; j++) {
            if (assigned[j] >= 0) {
                weights[j][assigned[j]] = 1f / neuronsOfClass[assigned[j]];
            }
        }
        return new CountReadout(weights);
    }

    /** The class of a sample; -1 when nothing spiked. */
    public int classify(ImmutableIntArray counts) {
        return counts.stream().sum() == 0 ? -1 : LargestScore.of(scores(counts));
    }

    /** Scores by class that {@link #classify} takes the largest of; the first of equal ones wins. */
    public double[] scores(ImmutableIntArray counts) {
        double[] scores = new double[weights[0].length];
        for (int j = 0; j < counts.length(); j++) {
            for (int c = 0; c < scores.length; c++) {
                scores[c] += counts.get(j) * weights[j][c];
            }
        }
        return scores;
    }

    @Override
    public String name() {
        return "count";
    }

    @Override
    public float[][] weights() {
        return Arrays.stream(weights).map(float[]::clone).toArray(float[][]::new);
    }
}
