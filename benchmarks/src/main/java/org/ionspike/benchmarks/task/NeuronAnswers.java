package org.ionspike.benchmarks.task;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ionspike.engine.simulation.Reading;

/** How often each neuron fired first for samples of each class. */
public final class NeuronAnswers {
    private final int[][] counts;

    private NeuronAnswers(int[][] counts) {
        this.counts = counts;
    }

    /**
     * Counts the first spikes of readings.
     *
     * @param labels class of each sample
     */
    public static NeuronAnswers of(int neurons, int classes, int[] labels, List<Reading> readings) {
        var counts = new int[neurons][classes];
        for (int s = 0; s < readings.size(); s++) {
            var fired = readings.get(s).response().neuron();
            if (!fired.isEmpty()) {
                counts[fired.get(0)][labels[s]]++;
            }
        }
        return new NeuronAnswers(counts);
    }

    /** Number of neurons. */
    public int neurons() {
        return counts.length;
    }

    /** Number of samples that a neuron was the first to fire for. */
    public int answered(int neuron) {
        return Arrays.stream(counts[neuron]).sum();
    }

    /** The class that a neuron answered most often, the first of several; -1 where it never was the first to fire. */
    public int preferred(int neuron) {
        int best = 0;
        for (int c = 1; c < counts[neuron].length; c++) {
            best = counts[neuron][c] > counts[neuron][best] ? c : best;
        }
        return counts[neuron][best] == 0 ? -1 : best;
    }

    /** Share of the preferred class among the answers of a neuron; NaN where it never was the first to fire. */
    public double share(int neuron) {
        int best = preferred(neuron);
        return best < 0 ? Double.NaN : counts[neuron][best] / (double) answered(neuron);
    }

    /** All neurons, those of the first class first; within a class by index; those that never answered at the end. */
    public ImmutableIntArray byClass() {
        return ImmutableIntArray.copyOf(IntStream.range(0, neurons())
                .boxed()
                .sorted(Comparator.comparingInt(j -> preferred(j) < 0 ? Integer.MAX_VALUE : preferred(j)))
                .mapToInt(Integer::intValue));
    }
}
