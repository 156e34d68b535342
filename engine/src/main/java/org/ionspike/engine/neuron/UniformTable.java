package org.ionspike.engine.neuron;

import java.util.function.DoubleUnaryOperator;

/** A function sampled on an even grid and read by linear interpolation; outside the grid the function itself is asked. */
final class UniformTable {
    private final DoubleUnaryOperator function;
    private final double low;
    private final double perStep;
    private final double[] values;

    UniformTable(DoubleUnaryOperator function, double low, double high, int intervals) {
        this.function = function;
        this.low = low;
        this.perStep = intervals / (high - low);
        this.values = new double[intervals + 1];
        for (int k = 0; k <= intervals; k++) {
            values[k] = function.applyAsDouble(low + k / perStep);
        }
    }

    double at(double x) {
        double position = (x - low) * perStep;
        int k = (int) position;
        if (position < 0 || k >= values.length - 1) {
            return function.applyAsDouble(x);
        }
        return values[k] + (position - k) * (values[k + 1] - values[k]);
    }

    /** Whether {@link #at} interpolates here. */
    boolean covers(double x) {
        double position = (x - low) * perStep;
        return position >= 0 && (int) position < values.length - 1;
    }

    /** Argument of the first value. */
    double low() {
        return low;
    }

    /** Values per unit of the argument. */
    double perStep() {
        return perStep;
    }

    int intervals() {
        return values.length - 1;
    }

    /** The samples; not to be written to. */
    double[] values() {
        return values;
    }
}
