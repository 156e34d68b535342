package org.ionspike.engine.physics;

import com.google.common.primitives.ImmutableDoubleArray;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Energy;
import org.ionspike.engine.units.Frequency;
import org.ionspike.engine.units.Voltage;

/**
 * The pinched loop of current against voltage under V = A sin(2 pi f t), settled: one period that repeats for ever.
 *
 * <p>The sine is a staircase of S stairs, each centred on its sample, on which {@link Memristor#advance} is exact. A held
 * voltage moves the state by a {@link MoebiusMap}, so a period is the product of S of them, and the settled state at
 * t = 0 is its fixed point. No transient is integrated, at any frequency.
 *
 * <p>The staircase is of second order in 1/S. S is doubled until the state at the asked points and the energy change by less than
 * 1e-5 of themselves (the error left is a third of that), and the areas of the lobes by less than 1e-3; the areas are then
 * extrapolated to infinite S from the last two, which leaves about 1e-5. So slow a
 * sine that 2^20 stairs do not resolve the areas gives NaN areas, with state and energy still to that accuracy.
 *
 * @param device the device
 * @param amplitude A, above 0
 * @param frequency f, above 0
 * @param times t in s, from 0 to one period, both included
 * @param volts V in V
 * @param state n of a slit, g of a conical channel
 * @param amperes I in A
 * @param stairs S that was enough
 * @param leastState the smallest state on the staircase
 * @param mostState the largest state on the staircase
 * @param positiveLobeArea -integral of I dV over the lobe at positive voltage, in V A; above 0 if |I| is larger on the way
 *     back to 0 V; NaN if not resolved
 * @param negativeLobeArea the same of the lobe at negative voltage, equal for a unipolar device
 * @param energyPerCycle dissipated in one period, in J
 */
public record HysteresisLoop(
        Memristor device,
        Voltage amplitude,
        Frequency frequency,
        ImmutableDoubleArray times,
        ImmutableDoubleArray volts,
        ImmutableDoubleArray state,
        ImmutableDoubleArray amperes,
        int stairs,
        double leastState,
        double mostState,
        double positiveLobeArea,
        double negativeLobeArea,
        Energy energyPerCycle) {
    /** Relative change between S and 2 S at which state and energy count as converged. */
    private static final double TOLERANCE = 1e-5;

    private static final double AREA_TOLERANCE = 1e-3;
    private static final int FEWEST_STAIRS = 2000;
    private static final int MOST_STAIRS = 1 << 20;

    /**
     * Computes the loop.
     *
     * @param points samples per period, a multiple of 4 from 4 to 100000, so that crests and zeros are among them
     */
    public static HysteresisLoop of(Memristor device, Voltage amplitude, Frequency frequency, int points) {
        Check.positive("HysteresisLoop.amplitude", amplitude);
        Check.positive("HysteresisLoop.frequency", frequency);
        Check.between("HysteresisLoop.points", points, 4, 100_000);
        Check.require(points % 4 == 0, "HysteresisLoop.points", points, "must be a multiple of 4, such as 400");
        int factor = Math.max(1, FEWEST_STAIRS / points);
        HysteresisLoop coarse = staircase(device, amplitude, frequency, points, points * factor);
        while (true) {
            factor *= 2;
            HysteresisLoop fine = staircase(device, amplitude, frequency, points, points * factor);
            boolean settled = fine.changeSince(coarse) < TOLERANCE;
            if (settled
                    && resolved(fine.positiveLobeArea, coarse.positiveLobeArea)
                    && resolved(fine.negativeLobeArea, coarse.negativeLobeArea)) {
                return fine.withAreas(
                        extrapolated(fine.positiveLobeArea, coarse.positiveLobeArea),
                        extrapolated(fine.negativeLobeArea, coarse.negativeLobeArea));
            }
            if (2L * points * factor > MOST_STAIRS) {
                Check.require(
                        settled,
                        "HysteresisLoop.amplitude",
                        amplitude,
                        "makes the state change too fast for " + MOST_STAIRS + " stairs; take a smaller amplitude");
                return fine.withAreas(Double.NaN, Double.NaN);
            }
            coarse = fine;
        }
    }

    private static boolean resolved(double fine, double coarse) {
        return Math.abs(fine - coarse) < AREA_TOLERANCE * Math.abs(fine);
    }

    /** Second order: what S to 2 S changes is three times what 2 S to infinity changes. */
    private static double extrapolated(double fine, double coarse) {
        return fine + (fine - coarse) / 3;
    }

    private static HysteresisLoop staircase(
            Memristor device, Voltage amplitude, Frequency frequency, int points, int stairs) {
        double h = 1 / (frequency.si() * stairs);
        double[] held = new double[stairs];
        for (int j = 0; j < stairs; j++) {
            held[j] = amplitude.si() * Math.sin(2 * Math.PI * j / stairs);
        }
        int every = stairs / points;
        double[][] out = new double[4][points + 1];
        double x = settledState(device, held, h);
        double least = x;
        double most = x;
        double[] area = new double[2]; // of the lobes at positive and negative voltage
        double squares = 0; // integral of x V^2 dt
        double conductance = device.unitConductance().si();
        for (int j = 0; j <= stairs; j++) {
            double v = held[j % stairs];
            if (j % every == 0) {
                int k = j / every;
                out[0][k] = k / (frequency.si() * points);
                out[1][k] = v;
                out[2][k] = x;
                out[3][k] = device.current(x, v);
            }
            least = Math.min(least, x);
            most = Math.max(most, x);
            if (j < stairs) {
                double next = held[(j + 1) % stairs];
                double between = device.advance(x, v, h / 2);
                double after = device.advance(between, next, h / 2);
                area[j < stairs / 2 ? 0 : 1] -= conductance * (x * v + after * next) / 2 * (next - v);
                squares += device.stateIntegral(x, v, h / 2) * v * v
                        + device.stateIntegral(between, next, h / 2) * next * next;
                x = after;
            }
        }
        return new HysteresisLoop(
                device,
                amplitude,
                frequency,
                ImmutableDoubleArray.copyOf(out[0]),
                ImmutableDoubleArray.copyOf(out[1]),
                ImmutableDoubleArray.copyOf(out[2]),
                ImmutableDoubleArray.copyOf(out[3]),
                stairs,
                least,
                most,
                area[0],
                area[1],
                new Energy(conductance * squares));
    }

    /** The fixed point of one period that begins and ends in the middle of the stair at V = 0. */
    private static double settledState(Memristor device, double[] held, double h) {
        MoebiusMap period = MoebiusMap.IDENTITY;
        for (int j = 0; j <= held.length; j++) {
            double seconds = j == 0 || j == held.length ? h / 2 : h;
            period = period.then(device.held(held[j % held.length], seconds));
        }
        return period.fixedPoint();
    }

    private double changeSince(HysteresisLoop coarse) {
        double change = Math.abs(energyPerCycle.si() / coarse.energyPerCycle.si() - 1);
        for (int k = 0; k < state.length(); k++) {
            double now = state.get(k);
            double before = coarse.state.get(k);
            change = Math.max(change, now == before ? 0 : Math.abs(now - before) / Math.max(now, before));
        }
        return change;
    }

    private HysteresisLoop withAreas(double positive, double negative) {
        return new HysteresisLoop(
                device,
                amplitude,
                frequency,
                times,
                volts,
                state,
                amperes,
                stairs,
                leastState,
                mostState,
                positive,
                negative,
                energyPerCycle);
    }
}
