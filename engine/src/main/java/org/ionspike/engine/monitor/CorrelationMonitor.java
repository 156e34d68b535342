package org.ionspike.engine.monitor;

import java.util.Arrays;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.units.Time;

/**
 * Correlation between the spike counts of pairs of neurons in bins, summed up bin by bin.
 *
 * <pre>r(a, b) = cov(n_a, n_b) / sqrt(var(n_a) var(n_b)),   n: spikes in a bin</pre>
 *
 * Memory: 8 bytes a pair, however long the run; a bin costs the square of the number of chosen neurons that spike in it.
 */
public final class CorrelationMonitor {
    private static final int NOT_CHOSEN = -1;

    private final TimeBins bins;
    private final int[] positions;
    private final int[] inBin;
    private final int[] spiking;
    private final double[] sums;
    private final double[][] products;
    private int spikingCount;
    private int bin;

    /**
     * Counts from now on.
     *
     * @param neurons indices in the group, at least two, each once
     * @param bin length of a bin, above 0
     */
    public CorrelationMonitor(Simulation simulation, String group, int[] neurons, Time bin) {
        int[] chosen = ChosenState.requireNeurons("CorrelationMonitor", simulation, group, neurons, 2);
        bins = new TimeBins("CorrelationMonitor", simulation, bin);
        positions = new int[simulation.neurons(group)];
        Arrays.fill(positions, NOT_CHOSEN);
        for (int k = 0; k < chosen.length; k++) {
            if (positions[chosen[k]] != NOT_CHOSEN) {
                throw new IllegalArgumentException(
                        "CorrelationMonitor: neuron " + chosen[k] + " is chosen twice; choose it once.");
            }
            positions[chosen[k]] = k;
        }
        inBin = new int[chosen.length];
        spiking = new int[chosen.length];
        sums = new double[chosen.length];
        products = new double[chosen.length][chosen.length];
        simulation.onSpike(group, this::add);
    }

    private void add(int neuron, double timeSeconds) {
        int position = positions[neuron];
        if (position == NOT_CHOSEN) {
            return;
        }
        closeBinsBefore(bins.of(timeSeconds));
        if (inBin[position]++ == 0) {
            spiking[spikingCount++] = position;
        }
    }

    private void closeBinsBefore(int now) {
        if (now == bin) {
            return;
        }
        for (int m = 0; m < spikingCount; m++) {
            int a = spiking[m];
            sums[a] += inBin[a];
            for (int n = 0; n < spikingCount; n++) {
                products[a][spiking[n]] += (double) inBin[a] * inBin[spiking[n]];
            }
        }
        for (int m = 0; m < spikingCount; m++) {
            inBin[spiking[m]] = 0;
        }
        spikingCount = 0;
        bin = now;
    }

    /** Saves or loads the sums, beside the state of the simulation; the same neurons must be chosen. */
    public void transfer(StateTransfer state) {
        bins.transfer(state);
        state.array("positions", positions);
        state.array("inBin", inBin);
        state.array("spiking", spiking);
        state.array("sums", sums);
        for (double[] row : products) {
            state.array("products", row);
        }
        spikingCount = state.count("spikingCount", spikingCount);
        bin = state.count("currentBin", bin);
    }

    /** The matrix of r over the bins that are over; NaN for a neuron whose count was the same in all of them. */
    public double[][] correlation() {
        int complete = bins.complete();
        closeBinsBefore(complete);
        var r = new double[sums.length][sums.length];
        for (int a = 0; a < sums.length; a++) {
            for (int b = 0; b < sums.length; b++) {
                double spread = Math.sqrt(covariance(a, a, complete) * covariance(b, b, complete));
                r[a][b] = spread > 0 ? covariance(a, b, complete) / spread : Double.NaN;
            }
        }
        return r;
    }

    private double covariance(int a, int b, int complete) {
        return products[a][b] / complete - sums[a] / complete * (sums[b] / complete);
    }

    /** Mean of r over all pairs of different neurons for which there is one; NaN for none. */
    public double meanCorrelation() {
        double[][] r = correlation();
        double sum = 0;
        int pairs = 0;
        for (int a = 0; a < r.length; a++) {
            for (int b = 0; b < a; b++) {
                if (!Double.isNaN(r[a][b])) {
                    sum += r[a][b];
                    pairs++;
                }
            }
        }
        return pairs == 0 ? Double.NaN : sum / pairs;
    }
}
