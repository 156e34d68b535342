package org.ionspike.engine.neuron;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Quantity;

/**
 * Interpolation in tables of a smooth function: cubic Hermite with the slopes of the parabola through three
 * neighbouring nodes, constant beyond the ends. Two nodes give a line.
 */
final class CubicTable {
    private CubicTable() {}

    /** The arguments must be finite and rise strictly, at least two of them, with one value each. */
    static void check(String name, List<? extends Quantity> arguments, int values) {
        Check.atLeast(name, arguments.size(), 2);
        Check.require(
                arguments.size() == values,
                name,
                arguments.size() + " entries",
                "must have one value per entry, and there are " + values);
        for (int k = 0; k < arguments.size(); k++) {
            Check.finite(name, arguments.get(k));
            Check.require(
                    k == 0 || arguments.get(k).si() > arguments.get(k - 1).si(),
                    name,
                    arguments.get(k),
                    "must be above the entry before it");
        }
    }

    /**
     * The value at {@code at}.
     *
     * @param size number of nodes, at least 2
     * @param x argument of each node, rising
     * @param y value of each node
     */
    static double at(int size, IntToDoubleFunction x, IntToDoubleFunction y, double at) {
        if (at <= x.applyAsDouble(0)) {
            return y.applyAsDouble(0);
        }
        if (at >= x.applyAsDouble(size - 1)) {
            return y.applyAsDouble(size - 1);
        }
        int low = 0;
        int high = size - 1;
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (x.applyAsDouble(middle) <= at) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double x0 = x.applyAsDouble(low);
        double y0 = y.applyAsDouble(low);
        double y1 = y.applyAsDouble(high);
        double h = x.applyAsDouble(high) - x0;
        double s = (at - x0) / h;
        double m0 = h * slope(size, x, y, low);
        double m1 = h * slope(size, x, y, high);
        double change = y1 - y0;
        return y0 + s * (m0 + s * (3 * change - 2 * m0 - m1 + s * (m0 + m1 - 2 * change)));
    }

    private static double slope(int size, IntToDoubleFunction x, IntToDoubleFunction y, int node) {
        int middle = Math.max(1, Math.min(size - 2, node));
        if (size == 2) {
            return secant(x, y, 0);
        }
        double left = secant(x, y, middle - 1);
        double right = secant(x, y, middle);
        double bend = (right - left) / (x.applyAsDouble(middle + 1) - x.applyAsDouble(middle - 1));
        // Newton's form of the parabola through middle - 1, middle, middle + 1, differentiated at the node
        return left + bend * (2 * x.applyAsDouble(node) - x.applyAsDouble(middle - 1) - x.applyAsDouble(middle));
    }

    private static double secant(IntToDoubleFunction x, IntToDoubleFunction y, int node) {
        return (y.applyAsDouble(node + 1) - y.applyAsDouble(node))
                / (x.applyAsDouble(node + 1) - x.applyAsDouble(node));
    }
}
