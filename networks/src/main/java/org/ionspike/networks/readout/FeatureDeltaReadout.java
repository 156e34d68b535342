package org.ionspike.networks.readout;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.ionspike.engine.units.Check;
import org.ionspike.networks.convolution.PooledFeatures;

/**
 * One layer of output units on pooled features, trained by the delta rule: each weight changes by its own input times the
 * error of its own output. A local, three-factor rule at the readout; no gradient passes into the filters.
 *
 * <pre>x = earliness of a feature, 0 to 1;   p = softmax(W x);   dW = eta / mean(x.x) (target - p) x</pre>
 *
 * While it learns, a share of the inputs is left out at random from sample to sample and the others are raised to keep
 * the mean (dropout). The readout is computed in software; its own devices and energy are not modelled.
 */
public final class FeatureDeltaReadout implements FeatureReadout {
    /** Errors below this share of the rate change nothing that single precision keeps. */
    private static final double LEAST_ERROR = 1e-4;

    private final float[][] rows;
    private long fittingOperations;

    private FeatureDeltaReadout(float[][] rows) {
        this.rows = rows;
    }

    /**
     * A readout with known weights.
     *
     * @param weights {@code [feature, class]}
     */
    public static FeatureDeltaReadout of(float[][] weights) {
        return new FeatureDeltaReadout(transposed(weights));
    }

    /**
     * How the weights are learnt.
     *
     * @param passes how often every training sample is seen, at least 1
     * @param rate eta in the first pass, above 0
     * @param decay factor on eta from pass to pass, above 0 to 1
     * @param dropout share of the inputs left out, 0 to below 1
     */
    public record Learning(int passes, double rate, double decay, double dropout) {
        public Learning {
            Check.atLeast("FeatureDeltaReadout.passes", passes, 1);
            Check.positive("FeatureDeltaReadout.rate", rate);
            Check.between("FeatureDeltaReadout.decay", decay, 1e-6, 1);
            Check.require(
                    dropout >= 0 && dropout < 1,
                    "FeatureDeltaReadout.dropout",
                    dropout,
                    "must be 0 or above and below 1");
        }

        /** 10 passes, from 4 to 0.16, three tenths of the inputs left out. */
        public Learning() {
            this(10, 4, 0.7, 0.3);
        }

        /** The same for few samples, with up to 100 passes: as many as make 60 000 presentations. */
        public static Learning of(int samples) {
            var many = new Learning();
            int passes = Math.max(many.passes, Math.min(100, 60_000 / samples));
            return new Learning(passes, many.rate, Math.pow(many.decay, many.passes / (double) passes), many.dropout);
        }
    }

    /**
     * Learns from labelled features, in an order drawn from {@code random}.
     *
     * @param progress is told how many samples have been seen in all passes, now and then
     */
    public static FeatureDeltaReadout fit(
            int classes,
            List<PooledFeatures> features,
            int[] labels,
            Learning learning,
            UniformRandomProvider random,
            LongConsumer progress) {
        FeatureReadout.requireLabels(features, labels);
        var readout = new FeatureDeltaReadout(new float[classes][features.get(0).size()]);
        var session = new Session(readout.rows, learning, meanSquare(features), random);
        int[] order = PermutationSampler.natural(labels.length);
        long seen = 0;
        double rate = learning.rate();
        for (int pass = 0; pass < learning.passes(); pass++) {
            PermutationSampler.shuffle(random, order);
            for (int s : order) {
                session.learn(features.get(s), labels[s], rate);
                if (++seen % 256 == 0) {
                    progress.accept(seen);
                }
            }
            rate *= learning.decay();
        }
        progress.accept(seen);
        readout.fittingOperations = session.operations;
        return readout;
    }

    /** Mean of x.x over the first samples, which scales the rate. */
    private static double meanSquare(List<PooledFeatures> features) {
        int count = Math.min(features.size(), 1000);
        var x = new float[features.get(0).size()];
        double sum = 0;
        for (int s = 0; s < count; s++) {
            features.get(s).copyTo(x);
            sum += dot(x, x);
        }
        return Math.max(1e-9, sum / count);
    }

    /** Scores by class. */
    public double[] scores(PooledFeatures features) {
        var x = new float[features.size()];
        features.copyTo(x);
        return scores(rows, x);
    }

    /** The class with the largest score; the first of equal ones. */
    @Override
    public int classify(PooledFeatures features) {
        return LargestScore.of(scores(features));
    }

    /** {@inheritDoc} The trace of a spike is a number, so it is multiplied. */
    @Override
    public boolean adds() {
        return false;
    }

    @Override
    public FeatureDeltaReadout rounded(int bits) {
        return new FeatureDeltaReadout(WeightRounding.of(rows, bits));
    }

    @Override
    public long fittingOperations() {
        return fittingOperations;
    }

    @Override
    public String name() {
        return "feature-delta";
    }

    /** The weights {@code [feature, class]}; a copy. */
    @Override
    public float[][] weights() {
        return transposed(rows);
    }

    private static double[] scores(float[][] rows, float[] x) {
        return Arrays.stream(rows).mapToDouble(row -> dot(row, x)).toArray();
    }

    /** Eight sums side by side, as a single one is a chain of additions. */
    private static float dot(float[] a, float[] b) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        float s5 = 0;
        float s6 = 0;
        float s7 = 0;
        int d = 0;
        for (; d + 8 <= a.length; d += 8) {
            s0 += a[d] * b[d];
            s1 += a[d + 1] * b[d + 1];
            s2 += a[d + 2] * b[d + 2];
            s3 += a[d + 3] * b[d + 3];
            s4 += a[d + 4] * b[d + 4];
            s5 += a[d + 5] * b[d + 5];
            s6 += a[d + 6] * b[d + 6];
            s7 += a[d + 7] * b[d + 7];
        }
        for (; d < a.length; d++) {
            s0 += a[d] * b[d];
        }
        return s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7;
    }

    private static float[][] transposed(float[][] matrix) {
        var result = new float[matrix[0].length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < result.length; j++) {
                result[j][i] = matrix[i][j];
            }
        }
        return result;
    }

    /** A readout that learns. */
    private static final class Session {
        private static final int SHARES = 1 << 16;

        private final float[][] rows;
        private final Learning learning;
        private final double meanSquare;
        private final UniformRandomProvider random;
        private final float[] x;
        private long operations;

        Session(float[][] rows, Learning learning, double meanSquare, UniformRandomProvider random) {
            this.rows = rows;
            this.learning = learning;
            this.meanSquare = meanSquare;
            this.random = random;
            x = new float[rows[0].length];
        }

        void learn(PooledFeatures features, int label, double rate) {
            features.copyTo(x);
            if (learning.dropout() > 0) {
                drop();
            }
            double[] error = SoftmaxError.of(scores(rows, x), label);
            operations += (long) x.length * error.length;
            for (int c = 0; c < error.length; c++) {
                if (Math.abs(error[c]) > LEAST_ERROR) {
                    add(rows[c], (float) (rate / meanSquare * error[c]));
                    operations += x.length;
                }
            }
        }

        private void add(float[] row, float step) {
            for (int d = 0; d < row.length; d++) {
                row[d] += step * x[d];
            }
        }

        /** Four draws of 16 bits from one number. */
        private void drop() {
            int bound = (int) (learning.dropout() * SHARES);
            float raise = (float) (1 / (1 - learning.dropout()));
            long bits = 0;
            for (int d = 0; d < x.length; d++) {
                bits = (d & 3) == 0 ? random.nextLong() : bits >>> 16;
                x[d] = (bits & (SHARES - 1)) < bound ? 0 : x[d] * raise;
            }
        }
    }
}
