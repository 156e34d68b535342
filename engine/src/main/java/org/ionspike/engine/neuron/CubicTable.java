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
        double x1 = x.applyAsDouble(high);
        double y0 = y.applyAsDouble(low);
        double y1 = y.applyAsDouble(high);
        double h = x1 - x0;
        double secant = (y1 - y0) / h;
        // bends of the parabolas through one more node on the left and on the right; at an end the inner one serves
        // twice
        boolean first = low == 0;
        boolean last = high == size - 1;
        if (first && last) {
            return y0 + (at - x0) * secant;
        }
        double left = first ? 0 : bend(x.applyAsDouble(low - 1), y.applyAsDouble(low - 1), x0, y0, x1, y1);
        double right = last ? left : bend(x0, y0, x1, y1, x.applyAsDouble(high + 1), y.applyAsDouble(high + 1));
        left = first ? right : left;
        // the line, and the cubic that is 0 at both ends with slopes -h left and +h right there
        double s = (at - x0) / h;
        return y0 + (at - x0) * secant - s * (1 - s) * h * h * ((1 - s) * left + s * right);
    }

    private static double bend(double x0, double y0, double x1, double y1, double x2, double y2) {
        return ((y2 - y1) / (x2 - x1) - (y1 - y0) / (x1 - x0)) / (x2 - x0);
    }
}
