package org.ionspike.engine.physics;

import com.google.common.primitives.ImmutableDoubleArray;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Energy;
import org.ionspike.engine.units.Frequency;
import org.ionspike.engine.units.Voltage;

/**
 * The pinched loop of current against voltage under V = A sin(2 pi f t), settled: one period that repeats for ever.
 *
 * <p>The sine is a staircase of S stairs, each centred on its sample, on which {@link Slit#advance} is exact. A held
 * voltage moves n by a Moebius map, n to (a n + b) / (c n + d) with a, b, c, d not negative, so a period is the product
 * of S matrices, and the settled n at t = 0 is its fixed point. No transient is integrated, at any frequency.
 *
 * <p>The staircase is of second order in 1/S. S is doubled until n at the asked points and the energy change by less than
 * 1e-5 of themselves (the error left is a third of that), and the area of the lobe by less than 1e-3; the area is then
 * extrapolated to infinite S from the last two, which leaves about 1e-5. So slow a
 * sine that 2^20 stairs do not resolve the area gives a NaN area, with n and energy still to that accuracy.
 *
 * @param slit the device
 * @param amplitude A, above 0
 * @param frequency f, above 0
 * @param times t in s, from 0 to one period, both included
 * @param volts V in V
 * @param mobileFraction n
 * @param amperes I in A
 * @param stairs S that was enough
 * @param leastMobileFraction the smallest n on the staircase
 * @param mostMobileFraction the largest n on the staircase
 * @param lobeArea -integral of I dV over the lobe at positive voltage, in V A; above 0 if I is larger on the way down; NaN
 *     if not resolved. The lobe at negative voltage is its mirror image
 * @param energyPerCycle dissipated in one period, in J
 */
public record HysteresisLoop(
        Slit slit,
        Voltage amplitude,
        Frequency frequency,
        ImmutableDoubleArray times,
        ImmutableDoubleArray volts,
        ImmutableDoubleArray mobileFraction,
        ImmutableDoubleArray amperes,
        int stairs,
        double leastMobileFraction,
        double mostMobileFraction,
        double lobeArea,
        Energy energyPerCycle) {
    /** Relative change between S and 2 S at which n and the energy count as converged. */
    private static final double TOLERANCE = 1e-5;

    private static final double AREA_TOLERANCE = 1e-3;
    private static final int FEWEST_STAIRS = 2000;
    private static final int MOST_STAIRS = 1 << 20;

    /**
     * Computes the loop.
     *
     * @param points samples per period, a multiple of 4 from 4 to 100000, so that crests and zeros are among them
     */
    public static HysteresisLoop of(Slit slit, Voltage amplitude, Frequency frequency, int points) {
        Check.positive("HysteresisLoop.amplitude", amplitude);
        Check.positive("HysteresisLoop.frequency", frequency);
        Check.between("HysteresisLoop.points", points, 4, 100_000);
        Check.require(points % 4 == 0, "HysteresisLoop.points", points, "must be a multiple of 4, such as 400");
        int factor = Math.max(1, FEWEST_STAIRS / points);
        HysteresisLoop coarse = staircase(slit, amplitude, frequency, points, points * factor);
        while (true) {
            factor *= 2;
            HysteresisLoop fine = staircase(slit, amplitude, frequency, points, points * factor);
            boolean settled = fine.changeSince(coarse) < TOLERANCE;
            boolean resolved = Math.abs(fine.lobeArea - coarse.lobeArea) < AREA_TOLERANCE * Math.abs(fine.lobeArea);
            if (settled && resolved) {
                // second order: what S to 2 S changes is three times what 2 S to infinity changes
                return fine.withArea(fine.lobeArea + (fine.lobeArea - coarse.lobeArea) / 3);
            }
            if (2L * points * factor > MOST_STAIRS) {
                Check.require(
                        settled,
                        "HysteresisLoop.amplitude",
                        amplitude,
                        "makes n change too fast for " + MOST_STAIRS + " stairs; take a smaller amplitude");
                return fine.withArea(Double.NaN);
            }
            coarse = fine;
        }
    }

    private static HysteresisLoop staircase(Slit slit, Voltage amplitude, Frequency frequency, int points, int stairs) {
        double h = 1 / (frequency.si() * stairs);
        double[] held = new double[stairs];
        for (int j = 0; j < stairs; j++) {
            held[j] = amplitude.si() * Math.sin(2 * Math.PI * j / stairs);
        }
        int every = stairs / points;
        double[][] out = new double[4][points + 1];
        double n = settledMobileFraction(slit, held, h);
        double least = n;
        double most = n;
        double area = 0;
        double squares = 0; // integral of n V^2 dt
        double conductance = slit.maximalConductance().si();
        for (int j = 0; j <= stairs; j++) {
            double v = held[j % stairs];
            if (j % every == 0) {
                int k = j / every;
                out[0][k] = k / (frequency.si() * points);
                out[1][k] = v;
                out[2][k] = n;
                out[3][k] = slit.current(n, v);
            }
            least = Math.min(least, n);
            most = Math.max(most, n);
            if (j < stairs) {
                double next = held[(j + 1) % stairs];
                double between = slit.advance(n, v, h / 2);
                double after = slit.advance(between, next, h / 2);
                if (j < stairs / 2) {
                    area -= conductance * (n * v + after * next) / 2 * (next - v);
                }
                squares += slit.mobileFractionIntegral(n, v, h / 2) * v * v
                        + slit.mobileFractionIntegral(between, next, h / 2) * next * next;
                n = after;
            }
        }
        return new HysteresisLoop(
                slit,
                amplitude,
                frequency,
                ImmutableDoubleArray.copyOf(out[0]),
                ImmutableDoubleArray.copyOf(out[1]),
                ImmutableDoubleArray.copyOf(out[2]),
                ImmutableDoubleArray.copyOf(out[3]),
                stairs,
                least,
                most,
                area,
                new Energy(conductance * squares));
    }

    /** The fixed point of one period that begins and ends in the middle of the stair at V = 0. */
    private static double settledMobileFraction(Slit slit, double[] held, double h) {
        double a = 1;
        double b = 0;
        double c = 0;
        double d = 1;
        for (int j = 0; j <= held.length; j++) {
            double v = held[j % held.length];
            double seconds = j == 0 || j == held.length ? h / 2 : h;
            double kd = slit.dissociationRate(v);
            double ka = slit.recombinationRate(v);
            double r = Math.sqrt(kd) * Math.sqrt(kd + 4 * ka);
            double s = r == 0 ? seconds / 2 : Math.tanh(r * seconds / 2) / r;
            double p = Math.max(0, 1 - s * kd);
            double q = 2 * s * kd;
            double t = 2 * s * ka;
            double u = 1 + s * kd;
            double scale = 1 / (t * b + u * d);
            double newA = (p * a + q * c) * scale;
            double newB = (p * b + q * d) * scale;
            double newC = (t * a + u * c) * scale;
            d = 1;
            a = newA;
            b = newB;
            c = newC;
        }
        // c n^2 + (d - a) n - b = 0, its root that is not negative, without cancellation
        double slope = d - a;
        double root = Math.sqrt(slope * slope + 4 * b * c);
        double n = slope >= 0 ? (b == 0 ? 0 : 2 * b / (slope + root)) : (root - slope) / (2 * c);
        return Math.min(1, Math.max(0, n));
    }

    private double changeSince(HysteresisLoop coarse) {
        double change = Math.abs(energyPerCycle.si() / coarse.energyPerCycle.si() - 1);
        for (int k = 0; k < mobileFraction.length(); k++) {
            double n = mobileFraction.get(k);
            double before = coarse.mobileFraction.get(k);
            change = Math.max(change, n == before ? 0 : Math.abs(n - before) / Math.max(n, before));
        }
        return change;
    }

    private HysteresisLoop withArea(double area) {
        return new HysteresisLoop(
                slit,
                amplitude,
                frequency,
                times,
                volts,
                mobileFraction,
                amperes,
                stairs,
                leastMobileFraction,
                mostMobileFraction,
                area,
                energyPerCycle);
    }
}
