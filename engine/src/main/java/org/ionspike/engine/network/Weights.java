package org.ionspike.engine.network;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.ionspike.engine.synapse.Connectivity;
import org.ionspike.engine.units.Check;

/** The weights a projection starts with, each 0 to 1. */
public sealed interface Weights {
    /** One row per line, one entry per device of the line. */
    float[][] rows(Connectivity connectivity, UniformRandomProvider random);

    /**
     * One value for all.
     *
     * @param value 0 to 1
     */
    record Uniform(double value) implements Weights {
        public Uniform {
            Check.between("Weights.Uniform.value", value, 0, 1);
        }

        @Override
        public float[][] rows(Connectivity connectivity, UniformRandomProvider random) {
            var rows = new float[connectivity.pre()][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = new float[connectivity.fanOut(i)];
                Arrays.fill(rows[i], (float) value);
            }
            return rows;
        }
    }

    /**
     * Independent Gaussian values, clipped to 0..1.
     *
     * @param mean 0 to 1
     * @param spread standard deviation, 0 to 1
     */
    record Gaussian(double mean, double spread) implements Weights {
        public Gaussian {
            Check.between("Weights.Gaussian.mean", mean, 0, 1);
            Check.between("Weights.Gaussian.spread", spread, 0, 1);
        }

        @Override
        public float[][] rows(Connectivity connectivity, UniformRandomProvider random) {
            var gaussian = ZigguratSampler.NormalizedGaussian.of(random);
            var rows = new float[connectivity.pre()][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = new float[connectivity.fanOut(i)];
                for (int k = 0; k < rows[i].length; k++) {
                    rows[i][k] = (float) Math.max(0, Math.min(1, mean + spread * gaussian.sample()));
                }
            }
            return rows;
        }
    }

    /** Given values; two instances with equal values are equal. */
    final class Given implements Weights {
        private final float[][] values;

        /**
         * Takes a copy.
         *
         * @param values one row per line, one entry per device of the line, each 0 to 1
         */
        public Given(float[][] values) {
            this.values = Arrays.stream(values).map(float[]::clone).toArray(float[][]::new);
            for (int i = 0; i < values.length; i++) {
                for (float value : values[i]) {
                    Check.require(value >= 0 && value <= 1, "Weight on line " + i, value, "must lie between 0 and 1");
                }
            }
        }

        @Override
        public float[][] rows(Connectivity connectivity, UniformRandomProvider random) {
            boolean fits = values.length == connectivity.pre();
            for (int i = 0; fits && i < values.length; i++) {
                fits = values[i].length == connectivity.fanOut(i);
            }
            Check.require(
                    fits,
                    "Weights",
                    values.length + " rows, the first of " + (values.length == 0 ? 0 : values[0].length),
                    "must have the shape of the projection: " + connectivity.pre() + " rows, the first of "
                            + connectivity.fanOut(0));
            return values();
        }

        /** A copy of the values. */
        public float[][] values() {
            return Arrays.stream(values).map(float[]::clone).toArray(float[][]::new);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Given given && Arrays.deepEquals(values, given.values);
        }

        @Override
        public int hashCode() {
            return Arrays.deepHashCode(values);
        }
    }
}
