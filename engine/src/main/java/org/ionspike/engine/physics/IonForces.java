package org.ionspike.engine.physics;

import java.util.Arrays;

/**
 * The forces of all pairs of ions within the cut-off, each pair once, in kT per angstrom: {@link ConfinedCoulomb} and the
 * harmonic core, minimum image in a periodic square.
 *
 * <p>Two loops give the same forces to rounding: over neighbour lists, and over all later ions where the lists hold most of
 * them. The second has no branch and no index of an index, so the JIT vectorizes it.
 */
final class IonForces {
    /** Above this share of all pairs on the lists, all pairs are computed. */
    private static final double DENSE = 0.3;

    /** Two ions on one point have no direction and no force. */
    private static final double SAME_POINT = 1e-20;

    /** Turns the sign of a difference into 0 or 1. */
    private static final double STEEP = 1e30;

    private final double box;
    private final double cutoffSquared;
    private final double softening;
    private final double xi;
    private final double strength;
    private final double core;
    private final double stiffness;
    private final double[] sign;
    private final double[] alongX;
    private final double[] alongY;
    private final double[] distance;
    private final double[] within;
    private final double[] factor;
    private long pairsWithin;

    /**
     * Forces in a box.
     *
     * @param angstrom metres in an angstrom
     * @param sign 1 or -1 per ion
     */
    IonForces(BrownianSetup setup, double angstrom, double[] sign) {
        this.sign = sign;
        box = setup.box().si() / angstrom;
        double cutoff = setup.cutoff().si() / angstrom;
        cutoffSquared = cutoff * cutoff;
        softening = setup.interaction().softening().si() / angstrom;
        xi = setup.interaction().dielectricLength().si() / angstrom;
        strength = setup.interaction().gamma() * (xi - softening);
        core = setup.core().si() / angstrom;
        stiffness = setup.coreStiffness();
        alongX = new double[sign.length];
        alongY = new double[sign.length];
        distance = new double[sign.length];
        within = new double[sign.length];
        factor = new double[sign.length];
    }

    /** Pairs found within the cut-off so far. */
    long pairsWithin() {
        return pairsWithin;
    }

    /** The forces at these places, by the loop that suits the lists. */
    void compute(double[] x, double[] y, NeighbourLists lists, double[] fx, double[] fy) {
        Arrays.fill(fx, 0);
        Arrays.fill(fy, 0);
        double all = 0.5 * sign.length * (sign.length - 1.0);
        if (lists.pairs() > DENSE * all) {
            all(x, y, fx, fy);
        } else {
            listed(x, y, lists, fx, fy);
        }
    }

    /** Adds the forces of the listed pairs. */
    void listed(double[] x, double[] y, NeighbourLists lists, double[] fx, double[] fy) {
        double inverse = 1 / box;
        int[] start = lists.start();
        int[] neighbours = lists.neighbours();
        long within = 0;
        for (int i = 0; i < sign.length; i++) {
            double xHere = x[i];
            double yHere = y[i];
            double signed = sign[i] * strength;
            double sumX = 0;
            double sumY = 0;
            int end = start[i + 1];
            for (int k = start[i]; k < end; k++) {
                int j = neighbours[k];
                double dx = xHere - x[j];
                double dy = yHere - y[j];
                dx -= box * Math.rint(dx * inverse);
                dy -= box * Math.rint(dy * inverse);
                double squared = dx * dx + dy * dy;
                if (squared < cutoffSquared) {
                    within++;
                    double r = Math.sqrt(squared + SAME_POINT);
                    double force = signed * sign[j] / (r * (r + softening) * (r + xi));
                    if (r < core) {
                        force += stiffness * (core - r) / r;
                    }
                    sumX += force * dx;
                    sumY += force * dy;
                    fx[j] -= force * dx;
                    fy[j] -= force * dy;
                }
            }
            fx[i] += sumX;
            fy[i] += sumY;
        }
        pairsWithin += within;
    }

    /** Adds the forces of all pairs. */
    void all(double[] x, double[] y, double[] fx, double[] fy) {
        for (int i = 0; i < sign.length - 1; i++) {
            distances(x, x[i], i + 1, alongX);
            distances(y, y[i], i + 1, alongY);
            factors(sign[i] * strength, i + 1);
            pull(i, fx, fy);
        }
    }

    private void distances(double[] places, double here, int first, double[] along) {
        double side = box;
        double inverse = 1 / box;
        for (int j = first; j < places.length; j++) {
            double d = here - places[j];
            along[j] = d - side * Math.rint(d * inverse);
        }
    }

    /** Force over distance, 0 beyond the cut-off; one small loop after the other, as the JIT vectorizes them. */
    private void factors(double signed, int first) {
        int end = sign.length;
        double limit = cutoffSquared;
        for (int j = first; j < end; j++) {
            double squared = alongX[j] * alongX[j] + alongY[j] * alongY[j];
            distance[j] = squared;
            within[j] = Math.min(1, Math.max(0, (limit - squared) * STEEP));
        }
        for (int j = first; j < end; j++) {
            distance[j] = Math.sqrt(distance[j] + SAME_POINT);
        }
        double c = softening;
        double dielectric = xi;
        for (int j = first; j < end; j++) {
            double r = distance[j];
            factor[j] = signed * sign[j] * within[j] / ((r + c) * (r + dielectric) * r);
        }
        if (core > 0) {
            double diameter = core;
            double hard = stiffness;
            for (int j = first; j < end; j++) {
                double r = distance[j];
                factor[j] += hard * Math.max(0, diameter - r) / r;
            }
        }
    }

    /** Adds the forces on ion i and the later ones; sums in four parts each, which do not wait for each other. */
    private void pull(int i, double[] fx, double[] fy) {
        int first = i + 1;
        int end = sign.length;
        int whole = first + (end - first) / 4 * 4;
        double found = 0;
        double x0 = 0;
        double x1 = 0;
        double x2 = 0;
        double x3 = 0;
        double y0 = 0;
        double y1 = 0;
        double y2 = 0;
        double y3 = 0;
        for (int j = first; j < end; j++) {
            alongX[j] *= factor[j];
            alongY[j] *= factor[j];
        }
        for (int j = first; j < end; j++) {
            fx[j] -= alongX[j];
            fy[j] -= alongY[j];
        }
        for (int j = first; j < whole; j += 4) {
            x0 += alongX[j];
            x1 += alongX[j + 1];
            x2 += alongX[j + 2];
            x3 += alongX[j + 3];
            y0 += alongY[j];
            y1 += alongY[j + 1];
            y2 += alongY[j + 2];
            y3 += alongY[j + 3];
        }
        for (int j = whole; j < end; j++) {
            x0 += alongX[j];
            y0 += alongY[j];
        }
        for (int j = first; j < end; j++) {
            found += within[j];
        }
        fx[i] += x0 + x1 + (x2 + x3);
        fy[i] += y0 + y1 + (y2 + y3);
        pairsWithin += (long) found;
    }
}
