package org.ionspike.engine.neuron;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * A smooth function between -w and w as a sum of Chebyshev polynomials, {@code f(x) = sum a_k cos(k arccos(x / w))};
 * constant beyond. Terms are added until the last quarter of them is below 1e-10 of the largest.
 */
final class ChebyshevSeries {
    private static final int FEWEST = 32;
    private static final int MOST = 2_048;
    private static final double NEGLIGIBLE = 1e-10;

    private final double halfWidth;
    private final double[] coefficients;

    /**
     * @param halfWidth w, above 0
     * @throws IllegalArgumentException if 2048 terms do not suffice
     */
    ChebyshevSeries(DoubleUnaryOperator function, double halfWidth) {
        this.halfWidth = halfWidth;
        int count = FEWEST;
        double[] terms = interpolate(function, halfWidth, count);
        while (lastThatMatters(terms) >= count * 3 / 4) {
            count *= 2;
            if (count > MOST) {
                throw new IllegalArgumentException("The function is too steep between " + -halfWidth + " and "
                        + halfWidth + " for " + MOST + " polynomials. Make it smoother.");
            }
            terms = interpolate(function, halfWidth, count);
        }
        coefficients = Arrays.copyOf(terms, lastThatMatters(terms) + 1);
    }

    /** Through the values at the zeros of the polynomial of degree {@code count}. */
    private static double[] interpolate(DoubleUnaryOperator function, double halfWidth, int count) {
        var terms = new double[count];
        for (int i = 0; i < count; i++) {
            double angle = Math.PI * (i + 0.5) / count;
            double value = function.applyAsDouble(halfWidth * Math.cos(angle));
            for (int k = 0; k < count; k++) {
                terms[k] += (k == 0 ? 1.0 : 2.0) / count * value * Math.cos(k * angle);
            }
        }
        return terms;
    }

    private static int lastThatMatters(double[] terms) {
        double largest = Arrays.stream(terms).map(Math::abs).max().orElse(0);
        int last = terms.length - 1;
        while (last > 0 && Math.abs(terms[last]) <= NEGLIGIBLE * largest) {
            last--;
        }
        return last;
    }

    /** The sum by Clenshaw's recurrence. */
    double at(double x) {
        double y = Math.max(-1, Math.min(1, x / halfWidth));
        double next = 0;
        double afterNext = 0;
        for (int k = coefficients.length - 1; k > 0; k--) {
            double here = coefficients[k] + 2 * y * next - afterNext;
            afterNext = next;
            next = here;
        }
        return coefficients[0] + y * next - afterNext;
    }

    /** a_0, a_1 ...; a copy. */
    double[] coefficients() {
        return coefficients.clone();
    }
}
