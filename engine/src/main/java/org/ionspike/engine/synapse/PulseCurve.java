package org.ionspike.engine.synapse;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer.Optimum;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.util.Pair;

/**
 * The exponential curve through the branches of one direction on one device, by least squares (Levenberg-Marquardt,
 * Hipparchus); each branch has a start of its own.
 *
 * <pre>G_p = G_0 + (v - kappa (G_0 - G_m)) (1 - e^(-kappa p)) / kappa</pre>
 *
 * p counts pulses, G_m is the middle of the data, v the step per pulse there.
 */
final class PulseCurve {
    private static final double DIFFERENCE = 1e-6;
    private static final int MOST_EVALUATIONS = 500;

    private final List<PulseBranch> branches;
    private final double unit;
    private final double middle;
    private final double[] best;
    private final RealMatrix covariance;
    private final double rms;

    /** Fits branches that all have one direction. */
    PulseCurve(List<PulseBranch> branches) {
        this.branches = branches;
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        int points = 0;
        double pulses = 0;
        for (PulseBranch branch : branches) {
            points += branch.siemens().length();
            pulses = Math.max(pulses, branch.pulses());
            low = Math.min(low, branch.siemens().stream().min().orElseThrow());
            high = Math.max(high, branch.siemens().stream().max().orElseThrow());
        }
        unit = Math.max(high - low, 1e-6 * high);
        middle = (low + high) / 2;
        double[] first = new double[2 + branches.size()];
        first[0] = (branches.get(0).up() ? 1 : -1) / pulses;
        first[1] = 0.5 / pulses;
        for (int b = 0; b < branches.size(); b++) {
            first[2 + b] = (branches.get(b).siemens().get(0) - middle) / unit;
        }
        int size = points;
        Optimum optimum = new LevenbergMarquardtOptimizer()
                .optimize(new LeastSquaresBuilder()
                        .model(at -> new Pair<>(
                                new ArrayRealVector(curve(at.toArray(), size), false), jacobian(at.toArray(), size)))
                        .target(data(size))
                        .start(first)
                        .checker((iteration, before, after) ->
                                Math.abs(before.getCost() - after.getCost()) <= 1e-12 * (1e-9 + before.getCost()))
                        .maxEvaluations(MOST_EVALUATIONS)
                        .maxIterations(MOST_EVALUATIONS)
                        .build());
        best = optimum.getPoint().toArray();
        double squares = optimum.getCost() * optimum.getCost();
        double variance = squares / Math.max(1, size - best.length);
        covariance = optimum.getCovariances(1e-14).scalarMultiply(variance);
        rms = unit * Math.sqrt(squares / size);
    }

    /** Step per pulse at a conductance for the parameters v and kappa, in S. */
    double rate(double siemens, double v, double kappa) {
        return unit * v - kappa * (siemens - middle);
    }

    /** v in units of the range of the data, and kappa, as they fit best. */
    double[] shape() {
        return Arrays.copyOf(best, 2);
    }

    /** Covariance of {@link #shape}, which takes the residuals for independent. */
    RealMatrix covariance() {
        return covariance.getSubMatrix(0, 1, 0, 1);
    }

    /** The change of conductance that one pulse makes on the mean, in S. */
    double step(double siemens) {
        return rate(siemens, best[0], best[1]) * perPulse(best[1], 1);
    }

    /** Root mean square of the data about the curve, in S. */
    double rms() {
        return rms;
    }

    private static double perPulse(double kappa, double pulses) {
        return Math.abs(kappa * pulses) < 1e-9 ? pulses : -Math.expm1(-kappa * pulses) / kappa;
    }

    private static double at(double[] parameters, int branch, double pulses) {
        double start = parameters[2 + branch];
        return start + (parameters[0] - parameters[1] * start) * perPulse(parameters[1], pulses);
    }

    private double[] data(int size) {
        double[] out = new double[size];
        int next = 0;
        for (PulseBranch branch : branches) {
            for (double siemens : branch.siemens().toArray()) {
                out[next++] = (siemens - middle) / unit;
            }
        }
        return out;
    }

    private double[] curve(double[] parameters, int size) {
        double[] out = new double[size];
        int next = 0;
        for (int b = 0; b < branches.size(); b++) {
            for (int p = 0; p <= branches.get(b).pulses(); p++) {
                out[next++] = at(parameters, b, p);
            }
        }
        return out;
    }

    private RealMatrix jacobian(double[] parameters, int size) {
        var matrix = new Array2DRowRealMatrix(size, parameters.length);
        for (int i = 0; i < parameters.length; i++) {
            double h = DIFFERENCE * (i < 2 ? Math.abs(parameters[0]) : 1);
            double[] more = parameters.clone();
            double[] less = parameters.clone();
            more[i] += h;
            less[i] -= h;
            double[] above = curve(more, size);
            double[] below = curve(less, size);
            for (int p = 0; p < size; p++) {
                matrix.setEntry(p, i, (above[p] - below[p]) / (2 * h));
            }
        }
        return matrix;
    }
}
