package org.ionspike.engine.physics;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.ionspike.engine.units.ArealDensity;
import org.ionspike.engine.units.Check;

/**
 * Conductances that a slit is calibrated to: normalised conductance n, which is the mobile fraction, over fields or
 * times at one areal density.
 *
 * @param name what messages and tables call it
 * @param kind how the points follow from the kinetics
 * @param density rho of one sign, at which the points were taken
 * @param points at least one; a loop and a relaxation at least three, in the order of time
 */
public record SlitData(String name, Kind kind, ArealDensity density, List<Point> points) {
    /** How points follow from the kinetics. */
    public enum Kind {
        /** n at rest in each field, {@link Slit#steadyMobileFraction}. */
        STEADY,
        /** n over a field that repeats for ever, settled; between two points the field is a straight line. */
        LOOP,
        /** n(t) in one field, from a mobile fraction at the first point that is fitted with the parameters. */
        RELAXATION
    }

    /**
     * One conductance.
     *
     * @param seconds its time; NaN in a steady state
     * @param field in V/m, of either sign
     * @param mobileFraction n, above 0: the fit compares ln n
     * @param standardError of n, 0 or above; 0 where it is not known
     */
    public record Point(double seconds, double field, double mobileFraction, double standardError) {
        public Point {
            Check.require(Double.isFinite(field), "SlitData field", field + " V/m", "must be a finite number");
            Check.require(
                    mobileFraction > 0 && Double.isFinite(mobileFraction),
                    "SlitData mobile fraction",
                    mobileFraction,
                    "must be above 0, as its logarithm is fitted; leave points out that are lost in noise");
            Check.notNegative("SlitData standard error", standardError);
        }
    }

    /** Stretches of held field between two points of a loop. A sine of 400 points is then exact to 5e-4. */
    private static final int STAIRS = 4;

    private static final int MOST_PERIODS = 1000;

    public SlitData {
        points = ImmutableList.copyOf(points);
        Check.positive("SlitData.density", density);
        Check.require(
                points.size() >= (kind == Kind.STEADY ? 1 : 3),
                "SlitData.points",
                points.size(),
                "must be at least " + (kind == Kind.STEADY ? "1" : "3 of a loop or a relaxation"));
        for (int k = 0; kind != Kind.STEADY && k < points.size(); k++) {
            double now = points.get(k).seconds();
            Check.require(
                    Double.isFinite(now) && (k == 0 || now > points.get(k - 1).seconds()),
                    "SlitData time",
                    now + " s",
                    "must come after the time of the point before it");
            Check.require(
                    kind != Kind.RELAXATION
                            || points.get(k).field() == points.get(0).field(),
                    "SlitData field",
                    points.get(k).field() + " V/m",
                    "must stay the same throughout a relaxation");
        }
    }

    /** Steady conductances. */
    public static SlitData steady(String name, ArealDensity density, List<Point> points) {
        return new SlitData(name, Kind.STEADY, density, points);
    }

    /**
     * One period of a settled loop. The time from the last point to the first of the next period is the mean distance of
     * the points. As the sign of the field does not matter, half a period of a sine is a whole one here.
     */
    public static SlitData loop(String name, ArealDensity density, List<Point> points) {
        return new SlitData(name, Kind.LOOP, density, points);
    }

    /** n(t) in one held field. */
    public static SlitData relaxation(String name, ArealDensity density, List<Point> points) {
        return new SlitData(name, Kind.RELAXATION, density, points);
    }

    /** Whether the mobile fraction at the first point is unknown and must be given to {@link #predicted}. */
    public boolean startsAnywhere() {
        return kind == Kind.RELAXATION;
    }

    /**
     * What a slit does instead, one n per point.
     *
     * @param slit kinetics; its density is replaced by that of the data
     * @param start mobile fraction at the first point of a relaxation, 0 to 1; not used otherwise
     */
    public double[] predicted(Slit slit, double start) {
        Slit here = slit.withDensity(density);
        return switch (kind) {
            case STEADY ->
                points.stream()
                        .mapToDouble(point -> here.steadyMobileFraction(volts(here, point.field())))
                        .toArray();
            case LOOP -> loop(here);
            case RELAXATION ->
                points.stream()
                        .mapToDouble(point -> here.advance(
                                start,
                                volts(here, point.field()),
                                point.seconds() - points.get(0).seconds()))
                        .toArray();
        };
    }

    private double[] loop(Slit slit) {
        int count = points.size();
        double[] out = new double[count];
        double n = slit.steadyMobileFraction(volts(slit, points.get(0).field()));
        double before = Double.NaN;
        for (int turn = 0; turn < MOST_PERIODS && !(Math.abs(n - before) <= 1e-10 * n); turn++) {
            before = n;
            for (int k = 0; k < count; k++) {
                out[k] = n;
                double from = points.get(k).field();
                double to = k + 1 < count ? points.get(k + 1).field() : continued(from);
                double seconds = k + 1 < count
                        ? points.get(k + 1).seconds() - points.get(k).seconds()
                        : (points.get(k).seconds() - points.get(0).seconds()) / (count - 1);
                for (int stair = 0; stair < STAIRS; stair++) {
                    double field = from + (to - from) * (stair + 0.5) / STAIRS;
                    n = slit.advance(n, volts(slit, field), seconds / STAIRS);
                }
            }
        }
        return out;
    }

    /** The field of the first point, with the sign that continues the last one. */
    private double continued(double last) {
        return Math.copySign(points.get(0).field(), last);
    }

    private static double volts(Slit slit, double field) {
        return field * slit.length().si();
    }
}
