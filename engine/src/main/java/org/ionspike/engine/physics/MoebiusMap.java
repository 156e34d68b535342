package org.ionspike.engine.physics;

/**
 * What a held voltage does to the state of a {@link Memristor} within some time.
 *
 * <pre>x becomes (a x + b) / (c x + d),   all four not negative</pre>
 *
 * Two in a row are one again, the product of their matrices; so a whole period of held voltages is one map, and its
 * settled state is the fixed point.
 */
record MoebiusMap(double a, double b, double c, double d) {
    static final MoebiusMap IDENTITY = new MoebiusMap(1, 0, 0, 1);

    /** The state afterwards. */
    double apply(double x) {
        return (a * x + b) / (c * x + d);
    }

    /** This map, then the other; scaled so that d is 1. */
    MoebiusMap then(MoebiusMap next) {
        double scale = 1 / (next.c * b + next.d * d);
        return new MoebiusMap(
                (next.a * a + next.b * c) * scale,
                (next.a * b + next.b * d) * scale,
                (next.c * a + next.d * c) * scale,
                1);
    }

    /** The state that the map does not move: the root of c x^2 + (d - a) x = b that is not negative. */
    double fixedPoint() {
        double slope = d - a;
        double root = Math.sqrt(slope * slope + 4 * b * c);
        if (slope >= 0) {
            return b == 0 ? 0 : 2 * b / (slope + root);
        }
        return (root - slope) / (2 * c);
    }
}
