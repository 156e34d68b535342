package org.ionspike.engine.physics;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer.Optimum;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.util.Pair;
import org.ionspike.engine.units.Check;

/**
 * The fit of a slit's pair kinetics to conductances, all data sets together.
 *
 * <pre>minimise sum_k (ln n_slit,k - ln n_k)^2 / s_k^2      s_k^2 = 0.02^2 + (standard error of n_k / n_k)^2</pre>
 *
 * Levenberg-Marquardt (Hipparchus) in the logarithms of the parameters, which keeps them positive; the mobile fraction at
 * the begin of each relaxation is fitted with them. Every point counts by its own s_k, whatever set it is in.
 *
 * <p>The weights are our choice: 0.02 is about what two-state kinetics miss a particle simulation by, so that points with
 * tiny statistical errors do not rule the fit. Uncertainties come from the covariance at the optimum, scaled by the
 * residuals' own variance, and from a jackknife over neighbouring points (see {@link SlitFit.Estimate}). Neither tells how
 * wrong the equations are where there are no data.
 *
 * @param start kinetics to start from, and the geometry
 * @param fitted parameters to fit; the others stay as they are in {@code start}
 */
public record SlitCalibration(Slit start, ImmutableSet<SlitParameter> fitted) {
    /** Relative error that the equations themselves are taken to have. */
    public static final double MODEL_ERROR = 0.02;

    private static final double FARTHEST = Math.log(1000);
    private static final double DIFFERENCE = 1e-5;
    private static final double CONVERGED = 1e-10;
    private static final int MOST_EVALUATIONS = 500;
    private static final int PARTS = 10;

    public SlitCalibration {
        fitted = Sets.immutableEnumSet(fitted);
        Check.require(!fitted.isEmpty(), "SlitCalibration.fitted", fitted, "must name at least one parameter");
        for (SlitParameter parameter : fitted) {
            Check.positive("SlitCalibration start " + parameter.symbol(), parameter.of(start));
        }
    }

    /** Fits all six constants but those that are held. */
    public static SlitCalibration holding(Slit start, Set<SlitParameter> held) {
        return new SlitCalibration(
                start,
                Arrays.stream(SlitParameter.values())
                        .filter(parameter -> !held.contains(parameter))
                        .collect(Sets.toImmutableEnumSet()));
    }

    /**
     * Fits the data.
     *
     * @throws IllegalArgumentException if there are not more points than unknowns, or the fit does not settle
     */
    public SlitFit fit(List<SlitData> data) {
        int points = data.stream().mapToInt(set -> set.points().size()).sum();
        double[] first = new double[fitted.size() + starts(data)];
        Check.require(
                points > first.length,
                "SlitCalibration points",
                points,
                "must be above " + first.length + ", the number of unknowns; give more points or hold parameters");
        int next = fitted.size();
        for (SlitData set : data) {
            if (set.startsAnywhere()) {
                first[next++] = logit(set.points().get(0).mobileFraction());
            }
        }
        boolean[] all = new boolean[points];
        Arrays.fill(all, true);
        Optimum optimum = optimum(data, first, all);
        double[] best = optimum.getPoint().toArray();
        RealMatrix covariance = covariance(optimum, points - first.length);
        double[] jackknife = jackknife(data, best, points);
        List<SlitParameter> order = fitted.asList();
        var estimates = ImmutableList.<SlitFit.Estimate>builder();
        var correlations = ImmutableMap.<SlitFit.Pair, Double>builder();
        for (int i = 0; i < order.size(); i++) {
            SlitParameter parameter = order.get(i);
            estimates.add(new SlitFit.Estimate(
                    parameter,
                    parameter.of(start) * Math.exp(best[i]),
                    Math.sqrt(covariance.getEntry(i, i)),
                    jackknife[i],
                    Math.abs(best[i]) >= 0.999 * FARTHEST));
            for (int j = 0; j < i; j++) {
                correlations.put(
                        new SlitFit.Pair(order.get(j), parameter),
                        covariance.getEntry(i, j) / Math.sqrt(covariance.getEntry(i, i) * covariance.getEntry(j, j)));
            }
        }
        return new SlitFit(
                slit(best),
                estimates.build(),
                correlations.buildOrThrow(),
                data,
                predicted(data, best).stream().map(ImmutableDoubleArray::copyOf).toList());
    }

    private Optimum optimum(List<SlitData> data, double[] first, boolean[] counted) {
        int size = counted.length;
        try {
            return new LevenbergMarquardtOptimizer()
                    .optimize(new LeastSquaresBuilder()
                            .model(point -> new Pair<>(
                                    new ArrayRealVector(residuals(data, point.toArray(), counted), false),
                                    jacobian(data, point.toArray(), counted)))
                            .parameterValidator(this::bounded)
                            .target(new double[size])
                            .start(first)
                            .checker((iteration, before, after) -> Math.abs(before.getCost() - after.getCost())
                                    <= CONVERGED * (1e-9 + before.getCost()))
                            .maxEvaluations(MOST_EVALUATIONS)
                            .maxIterations(MOST_EVALUATIONS)
                            .build());
        } catch (MathRuntimeException e) {
            throw new IllegalArgumentException(
                    "The fit of " + fitted.stream().map(SlitParameter::symbol).toList() + " did not settle within "
                            + MOST_EVALUATIONS + " evaluations (" + e.getMessage()
                            + "). Hold some of them, or start nearer.",
                    e);
        }
    }

    /** Logarithms of the parameters stay within a factor of 1000 of the start. */
    private RealVector bounded(RealVector point) {
        RealVector out = point.copy();
        for (int i = 0; i < fitted.size(); i++) {
            out.setEntry(i, Math.min(FARTHEST, Math.max(-FARTHEST, point.getEntry(i))));
        }
        return out;
    }

    private static RealMatrix covariance(Optimum optimum, int freedom) {
        int size = optimum.getPoint().getDimension();
        try {
            return optimum.getCovariances(1e-14).scalarMultiply(optimum.getChiSquare() / freedom);
        } catch (MathRuntimeException singular) {
            RealMatrix unknown = new Array2DRowRealMatrix(size, size);
            return unknown.scalarAdd(Double.POSITIVE_INFINITY);
        }
    }

    /** Standard errors of the unknowns from fits without one tenth of the points each; NaN if that leaves too few. */
    private double[] jackknife(List<SlitData> data, double[] best, int points) {
        double[] errors = new double[best.length];
        if (points - (points + PARTS - 1) / PARTS <= best.length) {
            Arrays.fill(errors, Double.NaN);
            return errors;
        }
        double[][] fits = new double[PARTS][];
        for (int part = 0; part < PARTS; part++) {
            boolean[] counted = new boolean[points];
            for (int k = 0; k < points; k++) {
                counted[k] = (int) ((long) k * PARTS / points) != part;
            }
            fits[part] = optimum(data, best, counted).getPoint().toArray();
        }
        for (int i = 0; i < errors.length; i++) {
            int unknown = i;
            double mean = Arrays.stream(fits)
                    .mapToDouble(fit -> fit[unknown])
                    .average()
                    .orElseThrow();
            double squares = Arrays.stream(fits)
                    .mapToDouble(fit -> (fit[unknown] - mean) * (fit[unknown] - mean))
                    .sum();
            errors[i] = Math.sqrt(squares * (PARTS - 1) / PARTS);
        }
        return errors;
    }

    private double[] residuals(List<SlitData> data, double[] unknowns, boolean[] counted) {
        double[] out = new double[counted.length];
        List<double[]> predicted = predicted(data, unknowns);
        int row = 0;
        for (int set = 0; set < data.size(); set++) {
            List<SlitData.Point> points = data.get(set).points();
            for (int k = 0; k < points.size(); k++, row++) {
                if (counted[row]) {
                    SlitData.Point point = points.get(k);
                    double weight = Math.hypot(MODEL_ERROR, point.standardError() / point.mobileFraction());
                    out[row] = Math.log(predicted.get(set)[k] / point.mobileFraction()) / weight;
                }
            }
        }
        return out;
    }

    private RealMatrix jacobian(List<SlitData> data, double[] unknowns, boolean[] counted) {
        RealMatrix out = new Array2DRowRealMatrix(counted.length, unknowns.length);
        for (int i = 0; i < unknowns.length; i++) {
            double[] shifted = unknowns.clone();
            shifted[i] = unknowns[i] + DIFFERENCE;
            double[] above = residuals(data, shifted, counted);
            shifted[i] = unknowns[i] - DIFFERENCE;
            double[] below = residuals(data, shifted, counted);
            for (int k = 0; k < above.length; k++) {
                out.setEntry(k, i, (above[k] - below[k]) / (2 * DIFFERENCE));
            }
        }
        return out;
    }

    private List<double[]> predicted(List<SlitData> data, double[] unknowns) {
        Slit slit = slit(unknowns);
        var out = new ArrayList<double[]>();
        int next = fitted.size();
        for (SlitData set : data) {
            out.add(set.predicted(slit, set.startsAnywhere() ? 1 / (1 + Math.exp(-unknowns[next++])) : Double.NaN));
        }
        return out;
    }

    private Slit slit(double[] unknowns) {
        Map<SlitParameter, Double> values = new EnumMap<>(SlitParameter.class);
        int i = 0;
        for (SlitParameter parameter : fitted) {
            values.put(parameter, parameter.of(start) * Math.exp(unknowns[i++]));
        }
        return SlitParameter.apply(start, values);
    }

    private static int starts(List<SlitData> data) {
        return (int) data.stream().filter(SlitData::startsAnywhere).count();
    }

    private static double logit(double n) {
        double inside = Math.min(0.999, n);
        return Math.log(inside / (1 - inside));
    }
}
