package org.ionspike.engine.plasticity;

/**
 * How a change depends on the weight w it is made to, and the loops that make it: {@code w + amount x up(w)} for a
 * positive pairing, {@code w + amount x down(w)} for a negative one, kept within 0 and 1. The loops stand apart for each
 * kind, so that the compiler sees what is inside.
 */
abstract class WeightDependence {
    abstract float up(float w);

    abstract float down(float w);

    /** The weight after a positive pairing. */
    float raised(float w, float amount) {
        return bounded(w + amount * up(w));
    }

    /** A presynaptic spike against all neurons: {@code amounts[k] x common} for the k-th weight. */
    abstract void lowerAll(float[] row, float[] amounts, float common);

    /** A presynaptic spike against some neurons, in a row that reaches all. */
    final void lowerSome(float[] row, int[] neurons, int count, float[] amounts, float common) {
        for (int n = 0; n < count; n++) {
            int j = neurons[n];
            row[j] = bounded(row[j] + common * amounts[j] * down(row[j]));
        }
    }

    /** A presynaptic spike against the neurons that a row reaches. */
    abstract void lowerReached(float[] row, int[] reached, float[] amounts, float common);

    /** What comes out of a change by this dependence. */
    float bounded(float w) {
        return Math.max(0, Math.min(1, w));
    }

    /** Changes do not depend on the weight; hard bounds. */
    static final class Additive extends WeightDependence {
        @Override
        float up(float w) {
            return 1;
        }

        @Override
        float down(float w) {
            return 1;
        }

        @Override
        void lowerAll(float[] row, float[] amounts, float common) {
            if (common <= 0) { // only one bound can be passed
                for (int k = 0; k < row.length; k++) {
                    row[k] = Math.max(0, row[k] + common * amounts[k]);
                }
            } else {
                for (int k = 0; k < row.length; k++) {
                    row[k] = Math.min(1, row[k] + common * amounts[k]);
                }
            }
        }

        @Override
        void lowerReached(float[] row, int[] reached, float[] amounts, float common) {
            if (common <= 0) { // only one bound can be passed
                for (int k = 0; k < row.length; k++) {
                    row[k] = Math.max(0, row[k] + common * amounts[reached[k]]);
                }
            } else {
                for (int k = 0; k < row.length; k++) {
                    row[k] = Math.min(1, row[k] + common * amounts[reached[k]]);
                }
            }
        }
    }

    /** The nearer a bound, the smaller the change towards it: up(w) = 1 - w, down(w) = w. */
    static final class Soft extends WeightDependence {
        @Override
        float up(float w) {
            return 1 - w;
        }

        @Override
        float down(float w) {
            return w;
        }

        @Override
        void lowerAll(float[] row, float[] amounts, float common) {
            if (common <= 0) { // only one bound can be passed
                for (int k = 0; k < row.length; k++) {
                    row[k] = Math.max(0, row[k] + common * amounts[k] * row[k]);
                }
            } else {
                for (int k = 0; k < row.length; k++) {
                    row[k] = Math.min(1, row[k] + common * amounts[k] * row[k]);
                }
            }
        }

        @Override
        void lowerReached(float[] row, int[] reached, float[] amounts, float common) {
            if (common <= 0) { // only one bound can be passed
                for (int k = 0; k < row.length; k++) {
                    row[k] = Math.max(0, row[k] + common * amounts[reached[k]] * row[k]);
                }
            } else {
                for (int k = 0; k < row.length; k++) {
                    row[k] = Math.min(1, row[k] + common * amounts[reached[k]] * row[k]);
                }
            }
        }
    }

    /** up(w) = w^mu, down(w) = w. */
    static final class Power extends WeightDependence {
        private final PowerTable power;
        private final Soft down = new Soft();

        Power(double mu) {
            power = new PowerTable(mu);
        }

        @Override
        float up(float w) {
            return power.of(w);
        }

        @Override
        float down(float w) {
            return w;
        }

        @Override
        void lowerAll(float[] row, float[] amounts, float common) {
            down.lowerAll(row, amounts, common);
        }

        @Override
        void lowerReached(float[] row, int[] reached, float[] amounts, float common) {
            down.lowerReached(row, reached, amounts, common);
        }
    }

    /** What is changed is no weight and has no bounds. */
    static final class Unbounded extends WeightDependence {
        @Override
        float up(float w) {
            return 1;
        }

        @Override
        float down(float w) {
            return 1;
        }

        @Override
        float bounded(float w) {
            return w;
        }

        @Override
        void lowerAll(float[] row, float[] amounts, float common) {
            for (int k = 0; k < row.length; k++) {
                row[k] += common * amounts[k];
            }
        }

        @Override
        void lowerReached(float[] row, int[] reached, float[] amounts, float common) {
            for (int k = 0; k < row.length; k++) {
                row[k] += common * amounts[reached[k]];
            }
        }
    }
}
