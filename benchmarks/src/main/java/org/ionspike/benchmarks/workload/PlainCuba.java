package org.ionspike.benchmarks.workload;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.ionspike.engine.random.RandomStreams;

/**
 * The network {@code cuba} as hand-written loops in millivolts and milliseconds, for this network and nothing else: no
 * monitors, no delays but one step, no other models. What a general engine is compared with, and a second
 * implementation: its rate is the same within the spread over seeds.
 */
final class PlainCuba {
    private static final double DT = 0.1;
    private static final float TO_REST = (float) Math.exp(-DT / 20);
    private static final float DECAY_E = (float) Math.exp(-DT / 5);
    private static final float DECAY_I = (float) Math.exp(-DT / 10);
    /** Exact response of v to ge and gi over a step: tau_s / (tau_s - tau_m) (e^(-dt/tau_s) - e^(-dt/tau_m)). */
    private static final float E_TO_V = (float) (5.0 / (5 - 20) * (Math.exp(-DT / 5) - Math.exp(-DT / 20)));

    private static final float I_TO_V = (float) (10.0 / (10 - 20) * (Math.exp(-DT / 10) - Math.exp(-DT / 20)));
    private static final float LEAK = -49;
    private static final float THRESHOLD = -50;
    private static final float RESET = -60;
    private static final int REFRACTORY_STEPS = 50;

    private final int excitatory;
    private final float[] v;
    private final float[] ge;
    private final float[] gi;
    private final int[] free;
    private final int[][] targets;
    private final int[] fired;

    PlainCuba(int neurons, long seed) {
        UniformRandomProvider random = new RandomStreams(seed).stream("plain cuba");
        excitatory = neurons - neurons / 5;
        v = new float[neurons];
        ge = new float[neurons];
        gi = new float[neurons];
        free = new int[neurons];
        fired = new int[neurons];
        targets = new int[neurons][];
        double p = 80.0 / neurons;
        var row = new int[neurons];
        for (int i = 0; i < neurons; i++) {
            v[i] = RESET + 10 * random.nextFloat();
            int count = 0;
            for (double j = gap(random, p); j < neurons; j += 1 + gap(random, p)) {
                row[count++] = (int) j;
            }
            targets[i] = Arrays.copyOf(row, count);
        }
    }

    private static double gap(UniformRandomProvider random, double p) {
        return Math.floor(Math.log1p(-random.nextDouble()) / Math.log1p(-p));
    }

    /** Number of spikes in so many steps. */
    long run(int steps) {
        long spikes = 0;
        for (int step = 0; step < steps; step++) {
            int count = advance(step);
            for (int k = 0; k < count; k++) {
                int i = fired[k];
                float[] into = i < excitatory ? ge : gi;
                float weight = i < excitatory ? 1.62f : -9f;
                for (int j : targets[i]) {
                    into[j] += weight;
                }
            }
            spikes += count;
        }
        return spikes;
    }

    private int advance(int step) {
        int count = 0;
        for (int j = 0; j < v.length; j++) {
            if (step >= free[j]) {
                v[j] = LEAK + (v[j] - LEAK) * TO_REST + ge[j] * E_TO_V + gi[j] * I_TO_V;
            }
            ge[j] *= DECAY_E;
            gi[j] *= DECAY_I;
            if (v[j] >= THRESHOLD) {
                v[j] = RESET;
                free[j] = step + 1 + REFRACTORY_STEPS;
                fired[count++] = j;
            }
        }
        return count;
    }
}
