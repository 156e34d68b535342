package org.ionspike.engine.physics;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.List;

/**
 * The pair kinetics that follow data best.
 *
 * @param slit the slit with them
 * @param estimates fitted parameters with their uncertainties, in the order of {@link SlitParameter}
 * @param correlations of the logarithms of two fitted parameters, each -1 to 1; rows and columns as {@code estimates}
 * @param data what was fitted
 * @param predicted what the slit does instead: one row per data set, one n per point
 */
public record SlitFit(
        Slit slit,
        List<Estimate> estimates,
        ImmutableMap<Pair, Double> correlations,
        List<SlitData> data,
        List<ImmutableDoubleArray> predicted) {
    /** An uncertainty above this leaves a parameter poorly constrained, our choice: known to a factor of 1.65. */
    public static final double POOR = 0.5;

    /**
     * One fitted parameter. Uncertainties are standard errors of its logarithm, so relative ones where they are small.
     *
     * @param value in the SI unit of the parameter
     * @param covarianceError from the covariance at the optimum; too small where residuals are not independent, as along
     *     a loop
     * @param jackknifeError from fits that leave out a tenth of the neighbouring points each; NaN if there were too few
     *     points
     * @param atBound whether it ran away as far as it may, a thousandfold of where it started
     */
    public record Estimate(
            SlitParameter parameter, double value, double covarianceError, double jackknifeError, boolean atBound) {
        /** The larger of both uncertainties. */
        public double relativeError() {
            return Double.isNaN(jackknifeError) ? covarianceError : Math.max(covarianceError, jackknifeError);
        }

        /** Whether the data leave it open by more than {@link #POOR}. */
        public boolean poorlyConstrained() {
            return atBound || !(relativeError() <= POOR);
        }
    }

    /** Two fitted parameters. */
    public record Pair(SlitParameter first, SlitParameter second) {}

    public SlitFit {
        estimates = ImmutableList.copyOf(estimates);
        data = ImmutableList.copyOf(data);
        predicted = ImmutableList.copyOf(predicted);
    }

    /** The estimate of one parameter. */
    public Estimate estimate(SlitParameter parameter) {
        return estimates.stream()
                .filter(estimate -> estimate.parameter() == parameter)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(parameter.symbol() + " was held, not fitted."));
    }

    /** ln(n of the slit / n of the data) of one data set. */
    public double[] logErrors(int set) {
        List<SlitData.Point> points = data.get(set).points();
        double[] out = new double[points.size()];
        for (int k = 0; k < out.length; k++) {
            out[k] = Math.log(predicted.get(set).get(k) / points.get(k).mobileFraction());
        }
        return out;
    }

    /** Root mean square of the {@link #logErrors} of one data set. */
    public double rmsLogError(int set) {
        double squares = 0;
        double[] errors = logErrors(set);
        for (double error : errors) {
            squares += error * error;
        }
        return Math.sqrt(squares / errors.length);
    }

    /** Largest magnitude of the {@link #logErrors} of one data set. */
    public double maxLogError(int set) {
        double most = 0;
        for (double error : logErrors(set)) {
            most = Math.max(most, Math.abs(error));
        }
        return most;
    }
}
