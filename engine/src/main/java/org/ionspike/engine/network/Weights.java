package org.ionspike.engine.network;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
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

        /** As {@link #rows}, but lines of one length share their row, so none may be written to. */
        public float[][] sharedRows(Connectivity connectivity) {
            Map<Integer, float[]> byLength = new HashMap<>();
            var rows = new float[connectivity.pre()][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = byLength.computeIfAbsent(connectivity.fanOut(i), length -> {
                    var row = new float[length];
                    Arrays.fill(row, (float) value);
                    return row;
                });
            }
            return rows;
        }
    }

    /**
     * Independent values, evenly spread.
     *
     * @param low least value, 0 to 1
     * @param high largest value, {@code low} to 1
     */
    record Even(double low, double high) implements Weights {
        public Even {
            Check.between("Weights.Even.low", low, 0, 1);
            Check.between("Weights.Even.high", high, low, 1);
        }

        @Override
        public float[][] rows(Connectivity connectivity, UniformRandomProvider random) {
            var rows = new float[connectivity.pre()][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = new float[connectivity.fanOut(i)];
                for (int k = 0; k < rows[i].length; k++) {
                    rows[i][k] = (float) (low + (high - low) * random.nextDouble());
                }
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
                for (float value : this.values[i]) {
                    if (!(value >= 0 && value <= 1)) {
                        Check.require(false, "Weight on line " + i, value, "must lie between 0 and 1");
                    }
                }
            }
        }

        @Override
        public float[][] rows(Connectivity connectivity, UniformRandomProvider random) {
            requireShape(connectivity);
            return values();
        }

        /** An error that gives both shapes unless there is one row per line and one entry per synapse of the line. */
        void requireShape(Connectivity connectivity) {
            requireLines(connectivity.pre());
            for (int i = 0; i < values.length; i++) {
                int wanted = connectivity.fanOut(i);
                if (values[i].length != wanted) {
                    Check.require(
                            false,
                            "Shape of the weights",
                            shape(values.length, values[i].length) + (i == 0 ? "" : " at line " + i),
                            "must be " + shape(values.length, wanted)
                                    + ": one row per line, one weight per synapse on the line");
                }
            }
        }

        /** An error unless there is one row per line. */
        void requireLines(int lines) {
            Check.require(
                    values.length == lines,
                    "Shape of the weights",
                    shape(values.length, values.length == 0 ? 0 : values[0].length),
                    "must have " + lines + " rows, one per line of the projection");
        }

        private static String shape(int rows, int columns) {
            return rows + " x " + columns;
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
