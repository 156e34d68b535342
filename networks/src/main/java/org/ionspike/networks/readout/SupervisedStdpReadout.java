package org.ionspike.networks.readout;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.ionspike.engine.units.Check;
import org.ionspike.networks.convolution.LatencyMap;
import org.ionspike.networks.convolution.PooledFeatures;

/**
 * Integrate-and-fire neurons, a group of them for each class, on the first spikes of pooled features; the class of the first
 * to fire is the answer. Learnt by STDP whose size and sign come from how far a spike is from the time it should have:
 * supervised and local, no gradient.
 *
 * <pre>
 * V_j(t) = sum of w_dj over features with t_d &lt;= t;    j fires when V_j reaches the threshold, or else at t = 1
 * of the sample's class the first target neuron is taught, of every other class the first neuron of all; C classes:
 * T = mean of their times - gap (C - 1) / C for the sample's class, + gap / C for the others;    e = t_j - T
 * dw_dj = rate aPlus e   if t_d &lt;= t_j,    -rate aMinus e   otherwise;    clipped to 0..1
 * </pre>
 *
 * Every group has target neurons and one that is none, which takes what other classes have in common with its own and never
 * answers. After every change the weights of a neuron are scaled to the sum they started with.
 *
 * <p>Form after the rule S2-STDP with competition groups (Goupy et al., Front. Neurosci. 18:1401690, 2024,
 * doi:10.3389/fnins.2024.1401690, and arXiv:2410.17066), put together from its description and published settings, not
 * from reading its code. Ours: the step sizes, and that target neurons compete without thresholds of their own, which as we
 * understood them cost 1 to 10 points. The neurons are computed in software: no devices, no energy.
 */
public final class SupervisedStdpReadout implements FeatureReadout {
    /** Of the drive that a neuron gets from all features of a mean sample at the start. */
    private static final double THRESHOLD_SHARE = 0.4;

    private final int perClass;
    private final double threshold;
    private final float[][] rows;
    private long fittingOperations;

    /**
     * A readout with known weights.
     *
     * @param perClass neurons of a group, at least 2; the last of each is no target
     * @param threshold above 0
     * @param weights {@code [feature, neuron]}, groups one after the other, each 0 to 1
     */
    public SupervisedStdpReadout(int perClass, double threshold, float[][] weights) {
        Check.atLeast("SupervisedStdpReadout.perClass", perClass, 2);
        Check.positive("SupervisedStdpReadout.threshold", threshold);
        Check.require(
                weights[0].length % perClass == 0,
                "SupervisedStdpReadout.weights",
                weights[0].length + " neurons",
                "must be groups of " + perClass);
        this.perClass = perClass;
        this.threshold = threshold;
        this.rows = Arrays.stream(weights).map(float[]::clone).toArray(float[][]::new);
    }

    /**
     * How the weights are learnt.
     *
     * @param passes how often every training sample is seen, at least 1
     * @param perClass neurons of a group, at least 2
     * @param aPlus step for features before the spike, above 0
     * @param aMinus step for features after it, above 0
     * @param decay factor on both from pass to pass, above 0 to 1
     * @param gap time that the sample's class should be ahead, above 0 to 1
     */
    public record Learning(int passes, int perClass, double aPlus, double aMinus, double decay, double gap) {
        public Learning {
            Check.atLeast("SupervisedStdpReadout.passes", passes, 1);
            Check.between("SupervisedStdpReadout.perClass", perClass, 2, 100);
            Check.positive("SupervisedStdpReadout.aPlus", aPlus);
            Check.positive("SupervisedStdpReadout.aMinus", aMinus);
            Check.between("SupervisedStdpReadout.decay", decay, 1e-6, 1);
            Check.require(gap > 0 && gap <= 1, "SupervisedStdpReadout.gap", gap, "must be above 0 and at most 1");
        }

        /** Groups of 5, steps of 0.1 and 0.2, falling by a tenth a pass, a gap of 0.03. */
        public Learning(int passes) {
            this(passes, 5, 0.1, 0.2, 0.9, 0.03);
        }
    }

    /**
     * Learns from labelled features, in an order drawn from {@code random}.
     *
     * @param progress is told how many samples have been seen in all passes, now and then
     */
    public static SupervisedStdpReadout fit(
            int classes,
            List<PooledFeatures> features,
            int[] labels,
            Learning learning,
            UniformRandomProvider random,
            LongConsumer progress) {
        FeatureReadout.requireLabels(features, labels);
        var gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        var start = new float[features.get(0).size()][classes * learning.perClass()];
        for (float[] row : start) {
            for (int j = 0; j < row.length; j++) {
                row[j] = (float) (0.3 + 0.01 * gaussian.sample());
            }
        }
        double active = features.stream()
                .limit(1000)
                .mapToInt(PooledFeatures::active)
                .average()
                .orElse(1);
        double threshold = Math.max(1, THRESHOLD_SHARE * 0.3 * active);
        var readout = new SupervisedStdpReadout(learning.perClass(), threshold, start);
        var session = new Session(readout, learning, classes);
        int[] order = PermutationSampler.natural(labels.length);
        long seen = 0;
        for (int pass = 0; pass < learning.passes(); pass++) {
            PermutationSampler.shuffle(random, order);
            for (int s : order) {
                session.learn(features.get(s), labels[s], pass);
                if (++seen % 256 == 0) {
                    progress.accept(seen);
                }
            }
        }
        progress.accept(seen);
        readout.fittingOperations = session.operations;
        return readout;
    }

    @Override
    public int classify(PooledFeatures features) {
        var run = new Run(this);
        run.show(features);
        int best = -1;
        for (int j = 0; j < run.time.length; j++) {
            boolean target = j % perClass != perClass - 1;
            if (target && (best < 0 || run.isAhead(j, best))) {
                best = j;
            }
        }
        return best / perClass;
    }

    /** {@inheritDoc} A spike adds a weight to each neuron. */
    @Override
    public boolean adds() {
        return true;
    }

    @Override
    public SupervisedStdpReadout rounded(int bits) {
        return new SupervisedStdpReadout(perClass, threshold, WeightRounding.of(rows, bits));
    }

    @Override
    public long fittingOperations() {
        return fittingOperations;
    }

    @Override
    public String name() {
        return "s2-stdp";
    }

    /** Neurons of a group. */
    public int perClass() {
        return perClass;
    }

    /** Threshold of all neurons. */
    public double threshold() {
        return threshold;
    }

    /** The weights {@code [feature, neuron]}; a copy. */
    @Override
    public float[][] weights() {
        return Arrays.stream(rows).map(float[]::clone).toArray(float[][]::new);
    }

    /** The neurons' answer to one sample after the other. */
    private static final class Run {
        private final float[][] rows;
        private final float threshold;
        private final float[] v;
        private final float[] excess;
        private final int[] time;
        private final int[] order;

        Run(SupervisedStdpReadout readout) {
            rows = readout.rows;
            int neurons = rows[0].length;
            threshold = (float) readout.threshold;
            v = new float[neurons];
            excess = new float[neurons];
            time = new int[neurons];
            order = new int[rows.length];
        }

        /** Integrates; afterwards {@link #time} holds the earliness of each neuron's spike, 0 for none. */
        void show(PooledFeatures features) {
            Arrays.fill(v, 0);
            Arrays.fill(time, 0);
            int spikes = features.inOrder(order);
            for (int k = 0; k < spikes; ) {
                int tick = features.at(order[k]);
                for (; k < spikes && features.at(order[k]) == tick; k++) {
                    float[] row = rows[order[k]];
                    for (int j = 0; j < v.length; j++) {
                        v[j] += row[j];
                    }
                }
                for (int j = 0; j < v.length; j++) {
                    if (time[j] == 0 && v[j] >= threshold) {
                        time[j] = tick;
                        excess[j] = v[j] - threshold;
                    }
                }
            }
            for (int j = 0; j < v.length; j++) {
                excess[j] = time[j] == 0 ? v[j] - threshold : excess[j];
            }
        }

        /** Whether a neuron fires before another; in one tick, or when neither fires, the one further above its threshold. */
        boolean isAhead(int j, int other) {
            return time[j] > time[other] || (time[j] == time[other] && excess[j] > excess[other]);
        }
    }

    /** A readout that learns. */
    private static final class Session {
        private final SupervisedStdpReadout readout;
        private final Learning learning;
        private final int classes;
        private final Run run;
        private final int[] taught;
        private final double[] startSum;
        private long operations;

        Session(SupervisedStdpReadout readout, Learning learning, int classes) {
            this.readout = readout;
            this.learning = learning;
            this.classes = classes;
            run = new Run(readout);
            taught = new int[classes];
            startSum = sums();
        }

        void learn(PooledFeatures features, int label, int pass) {
            run.show(features);
            operations += (long) features.active() * run.v.length;
            double mean = 0;
            for (int c = 0; c < classes; c++) {
                taught[c] = first(c, c == label);
                mean += seconds(taught[c]) / classes;
            }
            double rate = Math.pow(learning.decay(), pass);
            for (int c = 0; c < classes; c++) {
                double share = c == label ? -(classes - 1.0) / classes : 1.0 / classes;
                double error = seconds(taught[c]) - (mean + share * learning.gap());
                change(features, taught[c], rate * error);
            }
        }

        /** Time of a spike in presentations; 1 for none. */
        private double seconds(int j) {
            return 1 - run.time[j] / (double) LatencyMap.TICKS;
        }

        private int first(int group, boolean targetsOnly) {
            int begin = group * readout.perClass;
            int end = begin + readout.perClass - (targetsOnly ? 1 : 0);
            int best = begin;
            for (int j = begin + 1; j < end; j++) {
                best = run.isAhead(j, best) ? j : best;
            }
            return best;
        }

        private void change(PooledFeatures features, int j, double error) {
            float before = (float) (learning.aPlus() * error);
            float after = (float) (-learning.aMinus() * error);
            int spike = Math.max(1, run.time[j]); // a silent feature never comes before a spike
            double sum = 0;
            operations += 2L * readout.rows.length; // change and scaling
            for (int d = 0; d < readout.rows.length; d++) {
                float w = readout.rows[d][j] + (features.at(d) >= spike ? before : after);
                w = Math.max(0, Math.min(1, w));
                readout.rows[d][j] = w;
                sum += w;
            }
            float scale = (float) (startSum[j] / Math.max(1e-9, sum));
            for (float[] row : readout.rows) {
                row[j] = Math.min(1, row[j] * scale);
            }
        }

        private double[] sums() {
            double[] sums = new double[run.time.length];
            for (float[] row : readout.rows) {
                for (int j = 0; j < row.length; j++) {
                    sums[j] += row[j];
                }
            }
            return sums;
        }
    }
}
