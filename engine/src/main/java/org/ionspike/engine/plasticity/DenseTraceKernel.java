package org.ionspike.engine.plasticity;

import org.ionspike.engine.synapse.Connectivity;

/**
 * The rule on rows that reach all neurons, changed at every spike. Only neurons and lines whose traces have not vanished
 * are visited where these are few. Memory: 4 bytes a weight; 4 to 8 a trace.
 */
final class DenseTraceKernel extends TraceKernel {
    /** Time constants between looks for traces that have vanished. */
    private static final double PERIOD = 4;

    /** A neuron by its index costs about as much as so many in a row. */
    private static final int ROW_ADVANTAGE = 8;

    private final float[][] rows;

    DenseTraceKernel(TraceModel model, Connectivity connectivity, float[][] rows, Gain gain) {
        super(model, connectivity, gain, PERIOD);
        this.rows = rows;
    }

    @Override
    public void presynapticSpike(int line, double timeSeconds) {
        tidy(y(), timeSeconds);
        tidy(x(), timeSeconds);
        float[] row = rows[line];
        float common = presynapticFactor(line, timeSeconds);
        int active = y().activeCount();
        if ((long) active * ROW_ADVANTAGE < row.length) {
            dependence().lowerSome(row, y().active(), active, y().scaled(), common);
        } else {
            dependence().lowerAll(row, y().scaled(), common);
        }
        notePresynaptic(line, timeSeconds);
    }

    @Override
    public void postsynapticSpike(
            int neuron, double timeSeconds, boolean winner, long presentation, boolean[] lineIsOn) {
        tidy(x(), timeSeconds);
        tidy(y(), timeSeconds);
        float common = postsynapticFactor(neuron, timeSeconds);
        WeightDependence dependence = dependence();
        int[] lines = x().active();
        float[] traces = x().scaled();
        for (int n = 0; n < x().activeCount(); n++) {
            float[] row = rows[lines[n]];
            row[neuron] = dependence.raised(row[neuron], common * traces[lines[n]]);
        }
        notePostsynaptic(neuron, timeSeconds);
    }

    private static void tidy(SpikeTrace trace, double timeSeconds) {
        if (trace.isStale(timeSeconds)) {
            trace.rebase(timeSeconds);
        }
    }
}
