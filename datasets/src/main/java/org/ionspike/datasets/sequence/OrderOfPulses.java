package org.ionspike.datasets.sequence;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.ionspike.engine.units.Check;

/**
 * Which of two inputs had its pulse first? The answer is in the order alone: both inputs have one pulse each, and start,
 * interval and heights vary from sequence to sequence. Class 0: the first input came first.
 *
 * <pre>
 * first pulse at a step from 0 to latestStart, second 1 to longestInterval steps later: uniform
 * height 1 + heightJitter (2 U - 1) for each pulse;   Gaussian noise of sd noise on every input in every step
 * </pre>
 *
 * A task of our own making.
 *
 * @param steps length of a sequence
 * @param width steps of a pulse, at least 1
 * @param latestStart latest step of the first pulse, 0 or above
 * @param longestInterval longest time in steps from the start of the first to the start of the second, at least 1
 * @param heightJitter 0 to 1
 * @param noise 0 or above
 */
public record OrderOfPulses(
        int steps, int width, int latestStart, int longestInterval, double heightJitter, double noise) {
    public OrderOfPulses {
        Check.atLeast("OrderOfPulses.width", width, 1);
        Check.atLeast("OrderOfPulses.latestStart", latestStart, 0);
        Check.atLeast("OrderOfPulses.longestInterval", longestInterval, 1);
        Check.atLeast("OrderOfPulses.steps", steps, latestStart + longestInterval + width);
        Check.between("OrderOfPulses.heightJitter", heightJitter, 0, 1);
        Check.notNegative("OrderOfPulses.noise", noise);
    }

    /** 24 steps, pulses of 2, start up to 8, interval up to 12, heights +- 20 %, noise 0.05. */
    public OrderOfPulses() {
        this(24, 2, 8, 12, 0.2, 0.05);
    }

    /** Sequences of both classes in random order, drawn one after the other from {@code random}. */
    public LabelledSequences draw(int count, UniformRandomProvider random) {
        Check.atLeast("OrderOfPulses.count", count, 1);
        var gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        double[][][] inputs = new double[count][steps][2];
        int[] labels = new int[count];
        for (int s = 0; s < count; s++) {
            int first = random.nextInt(2);
            int start = random.nextInt(latestStart + 1);
            int interval = 1 + random.nextInt(longestInterval);
            labels[s] = first;
            pulse(inputs[s], first, start, random);
            pulse(inputs[s], 1 - first, start + interval, random);
            for (double[] step : inputs[s]) {
                step[0] += noise * gaussian.sample();
                step[1] += noise * gaussian.sample();
            }
        }
        return new LabelledSequences(inputs, labels, 2);
    }

    private void pulse(double[][] sequence, int input, int start, UniformRandomProvider random) {
        double height = 1 + heightJitter * (2 * random.nextDouble() - 1);
        for (int step = start; step < start + width; step++) {
            sequence[step][input] += height;
        }
    }
}
