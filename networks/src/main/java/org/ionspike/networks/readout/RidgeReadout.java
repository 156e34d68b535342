package org.ionspike.networks.readout;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.ionspike.engine.units.Check;

/**
 * Linear least squares with a ridge term, from the features of a reservoir to one or more outputs.
 *
 * <pre>
 * y = b + W z      z_i = (x_i - mean_i) / sd_i      (Z'Z / m + lambda I) W' = Z'Y / m,   b = mean of Y
 * </pre>
 *
 * m is the number of training rows, mean and sd are theirs; so lambda has no unit, and b is not shrunk. A feature that does
 * not vary has no weight. Solved by Cholesky decomposition in double precision. The readout is computed in software; no
 * device and no energy is modelled for it.
 */
public final class RidgeReadout {
    /** Values of lambda that {@link #select} tries. */
    public static final ImmutableDoubleArray RIDGES =
            ImmutableDoubleArray.of(1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1, 10);

    /** A feature whose sd is at most this part of its size is rounding noise. */
    private static final double CONSTANT = 1e-12;

    private static final double NO_PIVOT = 1e-14;

    private final double ridge;
    private final double[] intercept;
    private final double[][] weights;

    private RidgeReadout(double ridge, double[] intercept, double[][] weights) {
        this.ridge = ridge;
        this.intercept = intercept;
        this.weights = weights;
    }

    /**
     * The readout with a given ridge term.
     *
     * @param features {@code [row][feature]}, two rows or more
     * @param targets {@code [row][output]}, as many rows
     * @param ridge lambda, 0 or above
     * @throws IllegalArgumentException if lambda is so small that the features do not determine the weights
     */
    public static RidgeReadout fit(double[][] features, double[][] targets, double ridge) {
        Check.notNegative("RidgeReadout.ridge", ridge);
        return new NormalEquations(features, targets, features.length)
                .solve(ridge)
                .orElseThrow(() -> new IllegalArgumentException("RidgeReadout.ridge (" + ridge
                        + ") is too small for features that depend on each other; take a larger one, such as 1e-6."));
    }

    /**
     * The readout with the ridge term of {@link #RIDGES} that has the least squared error, over all outputs, on the last rows
     * when it is fitted to the others; then fitted to all rows.
     *
     * @param features {@code [row][feature]} of the training part only
     * @param targets {@code [row][output]}, as many rows
     * @param heldFraction share of the rows on which lambda is chosen, above 0 and below 1
     */
    public static RidgeReadout select(double[][] features, double[][] targets, double heldFraction) {
        Check.require(
                heldFraction > 0 && heldFraction < 1,
                "RidgeReadout.heldFraction",
                heldFraction,
                "must lie between 0 and 1, both excluded, such as 0.25");
        int fitted = features.length - (int) Math.ceil(features.length * heldFraction);
        var part = new NormalEquations(features, targets, fitted);
        var whole = new NormalEquations(features, targets, features.length);
        double best = RIDGES.get(RIDGES.length() - 1);
        double least = Double.POSITIVE_INFINITY;
        for (double candidate : RIDGES.toArray()) {
            Optional<RidgeReadout> readout = part.solve(candidate);
            if (readout.isPresent()) {
                double error = readout.get().squaredError(features, targets, fitted);
                if (error < least) {
                    least = error;
                    best = candidate;
                }
            }
        }
        double chosen = best;
        return whole.solve(chosen).orElseGet(() -> fit(features, targets, 10 * chosen));
    }

    /** Targets of a classification: 1 for the class of a row, 0 for the others. */
    public static double[][] oneHot(int[] labels, int classes) {
        double[][] targets = new double[labels.length][classes];
        for (int row = 0; row < labels.length; row++) {
            Check.between("RidgeReadout label", labels[row], 0, classes - 1);
            targets[row][labels[row]] = 1;
        }
        return targets;
    }

    /** lambda. */
    public double ridge() {
        return ridge;
    }

    /** The outputs for one row of features. */
    public double[] predict(double[] features) {
        Check.require(
                features.length == weights.length,
                "RidgeReadout.features",
                features.length,
                "must be as many as in training, " + weights.length);
        double[] y = intercept.clone();
        for (int i = 0; i < features.length; i++) {
            for (int c = 0; c < y.length; c++) {
                y[c] += weights[i][c] * features[i];
            }
        }
        return y;
    }

    /** The class with the largest output; the first of equal ones. */
    public int classify(double[] features) {
        return LargestScore.of(predict(features));
    }

    /** Weights on the features as they are, {@code [feature][output]}. */
    public double[][] weights() {
        return Arrays.stream(weights).map(double[]::clone).toArray(double[][]::new);
    }

    /** The outputs where all features are 0. */
    public double[] intercept() {
        return intercept.clone();
    }

    private double squaredError(double[][] features, double[][] targets, int from) {
        double sum = 0;
        for (int row = from; row < features.length; row++) {
            double[] y = predict(features[row]);
            for (int c = 0; c < y.length; c++) {
                sum += (y[c] - targets[row][c]) * (y[c] - targets[row][c]);
            }
        }
        return sum;
    }

    /** Z'Z / m and Z'Y / m of the first rows. */
    private static final class NormalEquations {
        private final double[] mean;
        private final double[] scale; // 1 / sd, or 0 for a feature that does not vary
        private final double[] meanTarget;
        private final double[][] products;
        private final double[][] right;

        NormalEquations(double[][] features, double[][] targets, int rows) {
            Check.require(
                    features.length == targets.length,
                    "RidgeReadout.targets",
                    targets.length + " rows",
                    "must be as many as the rows of features, " + features.length);
            Check.atLeast("RidgeReadout rows", rows, 2);
            int width = features[0].length;
            mean = means(features, rows);
            meanTarget = means(targets, rows);
            scale = new double[width];
            products = new double[width][width];
            right = new double[width][meanTarget.length];
            double[][] z = new double[rows][];
            for (int row = 0; row < rows; row++) {
                z[row] = features[row].clone();
                for (int i = 0; i < width; i++) {
                    z[row][i] -= mean[i];
                    scale[i] += z[row][i] * z[row][i];
                }
            }
            for (int i = 0; i < width; i++) {
                double sd = Math.sqrt(scale[i] / rows);
                scale[i] = sd > CONSTANT * Math.abs(mean[i]) ? 1 / sd : 0;
            }
            for (int row = 0; row < rows; row++) {
                add(z[row], targets[row]);
            }
            for (int i = 0; i < width; i++) {
                for (int k = 0; k <= i; k++) {
                    products[i][k] *= scale[i] * scale[k] / rows;
                    products[k][i] = products[i][k];
                }
                for (int c = 0; c < right[i].length; c++) {
                    right[i][c] *= scale[i] / rows;
                }
            }
        }

        private void add(double[] z, double[] target) {
            for (int i = 0; i < z.length; i++) {
                double value = z[i];
                double[] sums = products[i];
                for (int k = 0; k <= i; k++) {
                    sums[k] += value * z[k];
                }
                for (int c = 0; c < target.length; c++) {
                    right[i][c] += value * (target[c] - meanTarget[c]);
                }
            }
        }

        private static double[] means(double[][] values, int rows) {
            double[] mean = new double[values[0].length];
            for (int row = 0; row < rows; row++) {
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += values[row][i] / rows;
                }
            }
            return mean;
        }

        /** The readout, or none if the features do not determine it. */
        Optional<RidgeReadout> solve(double ridge) {
            RealMatrix matrix = new Array2DRowRealMatrix(products, true);
            for (int i = 0; i < scale.length; i++) {
                matrix.addToEntry(i, i, scale[i] == 0 ? 1 : ridge); // a feature that does not vary gets weight 0
            }
            double[][] solution;
            try {
                solution = new CholeskyDecomposition(matrix, 1e-12, NO_PIVOT)
                        .getSolver()
                        .solve(new Array2DRowRealMatrix(right, false))
                        .getData();
            } catch (MathIllegalArgumentException e) {
                return Optional.empty();
            }
            double[] intercept = meanTarget.clone();
            for (int i = 0; i < scale.length; i++) {
                for (int c = 0; c < intercept.length; c++) {
                    solution[i][c] *= scale[i];
                    intercept[c] -= solution[i][c] * mean[i];
                }
            }
            return Optional.of(new RidgeReadout(ridge, intercept, solution));
        }
    }
}
