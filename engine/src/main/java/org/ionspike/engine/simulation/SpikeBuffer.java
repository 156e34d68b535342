package org.ionspike.engine.simulation;

import java.util.Arrays;
import org.ionspike.engine.neuron.SpikeSink;

/** The spikes of one step, sorted by time, then group, then neuron. */
final class SpikeBuffer implements SpikeSink {
    private int[] group = new int[16];
    private int[] neuron = new int[16];
    private double[] timeSeconds = new double[16];
    private int size;
    private int source;

    void clear() {
        size = 0;
    }

    /** Spikes that follow belong to the group of this index. */
    void from(int groupIndex) {
        source = groupIndex;
    }

    @Override
    public void spike(int firing, double time) {
        if (size == neuron.length) {
            group = Arrays.copyOf(group, 2 * size);
            neuron = Arrays.copyOf(neuron, 2 * size);
            timeSeconds = Arrays.copyOf(timeSeconds, 2 * size);
        }
        group[size] = source;
        neuron[size] = firing;
        timeSeconds[size++] = time;
    }

    /** Shell sort: no allocation, and most steps hold one spike or two. */
    void sort() {
        int gap = 1;
        while (gap < size / 9) {
            gap = 3 * gap + 1;
        }
        for (; gap > 0; gap /= 3) {
            for (int k = gap; k < size; k++) {
                for (int at = k; at >= gap && isBefore(at, at - gap); at -= gap) {
                    swap(at, at - gap);
                }
            }
        }
    }

    private boolean isBefore(int a, int b) {
        int order = Double.compare(timeSeconds[a], timeSeconds[b]);
        order = order != 0 ? order : Integer.compare(group[a], group[b]);
        return (order != 0 ? order : Integer.compare(neuron[a], neuron[b])) < 0;
    }

    private void swap(int a, int b) {
        int keptGroup = group[a];
        int keptNeuron = neuron[a];
        double keptTime = timeSeconds[a];
        group[a] = group[b];
        neuron[a] = neuron[b];
        timeSeconds[a] = timeSeconds[b];
        group[b] = keptGroup;
        neuron[b] = keptNeuron;
        timeSeconds[b] = keptTime;
    }

    int size() {
        return size;
    }

    int group(int k) {
        return group[k];
    }

    int neuron(int k) {
        return neuron[k];
    }

    double timeSeconds(int k) {
        return timeSeconds[k];
    }
}
