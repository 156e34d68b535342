package org.ionspike.networks.architecture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ionspike.engine.spikes.SpikeRaster;

/** The network of Diehl and Cook once more, in plain loops in double precision over every synapse and every step. */
final class PlainDiehlCook {
    private static final double STEP = 1e-3;
    private static final int STEPS = 350;
    private static final double TRACE = 20e-3;
    private static final int NONE = -1;

    private final int lines;
    private final int neurons;
    final double[][] w;
    final double[] theta;
    private final double[] lineSpike;
    private final double[] neuronSpike;
    private long step;

    /** A spike of the excitatory group. */
    record Spike(int neuron, long step) {}

    PlainDiehlCook(float[][] start, int neurons) {
        this.lines = start.length;
        this.neurons = neurons;
        w = new double[lines][neurons];
        for (int i = 0; i < lines; i++) {
            for (int j = 0; j < neurons; j++) {
                w[i][j] = start[i][j];
            }
        }
        theta = new double[neurons];
        lineSpike = new double[lines];
        neuronSpike = new double[neurons];
    }

    List<Spike> show(SpikeRaster sample) {
        var spikes = new ArrayList<Spike>();
        Arrays.fill(lineSpike, Double.NEGATIVE_INFINITY);
        Arrays.fill(neuronSpike, Double.NEGATIVE_INFINITY);
        double[] v = new double[neurons];
        double[] u = new double[neurons];
        int[] held = new int[neurons];
        int[] heldInhibitory = new int[neurons];
        int excitatorySpike = NONE;
        boolean[] inhibitorySpike = new boolean[neurons];
        int next = 0;
        var arriving = new ArrayList<Integer>();
        for (int k = 0; k < STEPS; k++, step++) {
            double t = step * STEP;
            double[] jump = new double[neurons];
            for (int line : arriving) {
                for (int j = 0; j < neurons; j++) {
                    double y = Math.exp((neuronSpike[j] - t) / TRACE);
                    w[line][j] = Math.max(0, w[line][j] - 1e-4 * y);
                    jump[j] += w[line][j] * 1e-3;
                }
                lineSpike[line] = t;
            }
            arriving.clear();
            for (; next < sample.size() && Math.floor(sample.timeSeconds().get(next) / STEP + 1e-6) <= k; next++) {
                arriving.add(sample.line().get(next));
            }
            double[] push = new double[neurons];
            if (excitatorySpike != NONE) {
                push[excitatorySpike] = 22.5e-3;
            }
            for (int from = 0; from < neurons; from++) {
                for (int j = 0; inhibitorySpike[from] && j < neurons; j++) {
                    jump[j] -= j == from ? 0 : 120e-3;
                }
            }
            int first = NONE;
            double firstTime = 0;
            for (int j = 0; j < neurons; j++) {
                double before = v[j];
                v[j] = held[j] > 0 ? 5e-3 : Math.exp(-STEP / 100e-3) * (v[j] + jump[j]);
                held[j]--;
                double level = 13e-3 + theta[j];
                if (v[j] >= level) {
                    double time = t + STEP * Math.min(1, (level - before) / (v[j] - before));
                    if (first == NONE || time < firstTime) {
                        first = j;
                        firstTime = time;
                    }
                    v[j] = 5e-3;
                    held[j] = 5;
                    theta[j] += 0.05e-3;
                }
            }
            for (int j = 0; j < neurons; j++) {
                u[j] = heldInhibitory[j] > 0 ? 15e-3 : Math.exp(-STEP / 10e-3) * (u[j] + push[j]);
                heldInhibitory[j]--;
                inhibitorySpike[j] = u[j] >= 20e-3;
                if (inhibitorySpike[j]) {
                    u[j] = 15e-3;
                    heldInhibitory[j] = 2;
                }
            }
            if ((step + 1) % 1000 == 0) {
                Arrays.setAll(theta, j -> theta[j] * Math.exp(-1000 * STEP / 1e4));
            }
            excitatorySpike = first;
            if (first != NONE) {
                spikes.add(new Spike(first, step));
                for (int i = 0; i < lines; i++) {
                    w[i][first] = Math.min(1, w[i][first] + 1e-2 * Math.exp((lineSpike[i] - firstTime) / TRACE));
                }
                neuronSpike[first] = firstTime;
            }
        }
        scale();
        return spikes;
    }

    void scale() {
        for (int j = 0; j < neurons; j++) {
            double sum = 0;
            for (double[] row : w) {
                sum += row[j];
            }
            for (double[] row : w) {
                row[j] = Math.min(1, row[j] * 0.1 * lines / sum);
            }
        }
    }
}
