package org.ionspike.engine.simulation;

import java.util.Arrays;
import org.ionspike.engine.neuron.Workers;
import org.ionspike.engine.synapse.Connectivity;

/**
 * Rows of synapses that spikes have reached in this step, to be added to the neurons of one group by several threads: each
 * takes all rows in their order for neurons of its own, so every sum is made in the order that one thread makes it.
 */
final class PendingRows {
    /** Fewer synapses than this for each thread are added by one. */
    private static final long LEAST_PER_WORKER = 2000;

    /** Where rows are shorter than this on average, to find each thread's share of them costs what it saves. */
    private static final long LEAST_IN_ROW = 256;

    private final Workers workers;
    private final int neurons;
    private Connectivity[] connectivity = new Connectivity[16];
    private int[] line = new int[16];
    private float[][] weights = new float[16][];
    private float[] size = new float[16];
    private float[][] into = new float[16][];
    private int count;
    private long synapses;

    PendingRows(Workers workers, int neurons) {
        this.workers = workers;
        this.neurons = neurons;
    }

    void add(Connectivity connections, int spiking, float[] row, float factor, float[] arrivals) {
        if (count == line.length) {
            connectivity = Arrays.copyOf(connectivity, 2 * count);
            line = Arrays.copyOf(line, 2 * count);
            weights = Arrays.copyOf(weights, 2 * count);
            size = Arrays.copyOf(size, 2 * count);
            into = Arrays.copyOf(into, 2 * count);
        }
        connectivity[count] = connections;
        line[count] = spiking;
        weights[count] = row;
        size[count] = factor;
        into[count++] = arrivals;
        synapses += row.length;
    }

    /** Adds everything. */
    void deliver() {
        if (count == 0) {
            return;
        }
        if (synapses < LEAST_PER_WORKER * workers.count() || synapses < LEAST_IN_ROW * count) {
            for (int k = 0; k < count; k++) {
                connectivity[k].addRow(line[k], weights[k], size[k], into[k]);
            }
        } else {
            workers.each(part -> {
                int first = workers.begin(part, neurons, 1);
                int end = workers.begin(part + 1, neurons, 1);
                for (int k = 0; k < count; k++) {
                    connectivity[k].addRowWithin(line[k], weights[k], size[k], into[k], first, end);
                }
            });
        }
        count = 0;
        synapses = 0;
    }
}
