package org.ionspike.benchmarks.workload;

import java.util.Arrays;

/**
 * W1 as one hand-written scalar loop with {@code Math.exp}, in millivolts and milliseconds, for these neurons and nothing
 * else: what the engine is compared with, and a second implementation that counts the same spikes.
 */
final class PlainGatedChannels {
    private static final double DT = 0.01;
    private static final float THRESHOLD = -20;
    private static final float LARGEST_DRIVE = 60;

    private final float[] v;
    private final float[] n1;
    private final float[] n2;
    private final float[] drive;

    PlainGatedChannels(int neurons) {
        v = new float[neurons];
        n1 = new float[neurons];
        n2 = new float[neurons];
        drive = new float[neurons];
        Arrays.fill(v, -65);
        for (int i = 0; i < neurons; i++) {
            drive[i] = LARGEST_DRIVE * i / neurons;
        }
    }

    /** Runs so many steps and counts the rises through -20 mV. */
    long run(int steps) {
        long spikes = 0;
        for (int k = 0; k < steps; k++) {
            for (int i = 0; i < v.length; i++) {
                float before = v[i];
                float current = drive[i] - 20 * n1[i] * (before - 60) - 10 * n2[i] * (before + 90) - 8 * (before + 80);
                n1[i] += (float) (DT / 0.1 * (1 / (1 + Math.exp((-20 - before) / 15)) - n1[i]));
                n2[i] += (float) (DT * (1 / (1 + Math.exp((-25 - before) / 5)) - n2[i]));
                v[i] = (float) (before + DT * current);
                spikes += before < THRESHOLD && v[i] >= THRESHOLD ? 1 : 0;
            }
        }
        return spikes;
    }
}
