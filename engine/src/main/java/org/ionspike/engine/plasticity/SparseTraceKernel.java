package org.ionspike.engine.plasticity;

import java.util.Arrays;
import org.ionspike.engine.synapse.Connectivity;

/**
 * The rule on sparse rows. A postsynaptic spike is only noted; what it does to a synapse is made up for when the next
 * spike arrives on the line, which visits the row anyway, in the order in which the spikes came. So the rows are all that
 * is needed: 8 bytes a synapse (target and weight) and no list of the lines that reach a neuron.
 *
 * <p>The postsynaptic spikes of {@link #PERIOD} time constants are kept, 8 bytes each; then every line whose trace has
 * not vanished is made up for, and they are forgotten.
 */
final class SparseTraceKernel extends TraceKernel {
    /** Time constants between two times of making up for all lines. */
    private static final double PERIOD = 40;

    private final Connectivity connectivity;
    private final float[][] rows;
    /** For each line, how many of the noted spikes it has been made up for. */
    private final int[] seen;
    /** For each neuron, its last noted spike, or -1. */
    private final int[] lastSpike;
    /** For each noted spike, what traces of lines are to be multiplied by. */
    private float[] spikeFactor = new float[1024];
    /** For each noted spike, the one before it of the same neuron, or -1. */
    private int[] spikeBefore = new int[1024];

    private int spikes;
    private int[] chain = new int[16];

    SparseTraceKernel(TraceModel model, Connectivity connectivity, float[][] rows, Gain gain) {
        super(model, connectivity, gain, PERIOD);
        this.connectivity = connectivity;
        this.rows = rows;
        seen = new int[connectivity.pre()];
        lastSpike = new int[connectivity.post()];
        Arrays.fill(lastSpike, -1);
    }

    @Override
    public void presynapticSpike(int line, double timeSeconds) {
        tidy(timeSeconds);
        makeUpFor(line);
        dependence()
                .lowerReached(
                        rows[line], connectivity.targets(line), y().scaled(), presynapticFactor(line, timeSeconds));
        notePresynaptic(line, timeSeconds);
    }

    @Override
    public void postsynapticSpike(
            int neuron, double timeSeconds, boolean winner, long presentation, boolean[] lineIsOn) {
        tidy(timeSeconds);
        if (spikes == spikeFactor.length) {
            spikeFactor = Arrays.copyOf(spikeFactor, 2 * spikes);
            spikeBefore = Arrays.copyOf(spikeBefore, 2 * spikes);
        }
        spikeFactor[spikes] = postsynapticFactor(neuron, timeSeconds);
        spikeBefore[spikes] = lastSpike[neuron];
        lastSpike[neuron] = spikes++;
        notePostsynaptic(neuron, timeSeconds);
    }

    private void makeUpFor(int line) {
        float trace = x().scaled()[line];
        int from = seen[line];
        seen[line] = spikes;
        if (trace == 0 || from == spikes) {
            return;
        }
        WeightDependence dependence = dependence();
        float[] row = rows[line];
        int[] reached = connectivity.targets(line);
        for (int k = 0; k < row.length; k++) {
            int spike = lastSpike[reached[k]];
            if (spike >= from) {
                row[k] = spikeBefore[spike] < from
                        ? dependence.raised(row[k], trace * spikeFactor[spike])
                        : raisedBySeveral(dependence, row[k], trace, spike, from);
            }
        }
    }

    /** By all spikes of a neuron from one on, the first one first. */
    private float raisedBySeveral(WeightDependence dependence, float w, float trace, int last, int from) {
        int count = 0;
        for (int spike = last; spike >= from; spike = spikeBefore[spike]) {
            if (count == chain.length) {
                chain = Arrays.copyOf(chain, 2 * count);
            }
            chain[count++] = spike;
        }
        float weight = w;
        for (int n = count - 1; n >= 0; n--) {
            weight = dependence.raised(weight, trace * spikeFactor[chain[n]]);
        }
        return weight;
    }

    private void tidy(double timeSeconds) {
        if (y().isStale(timeSeconds)) {
            y().rebase(timeSeconds);
        }
        if (x().isStale(timeSeconds)) {
            settle();
            x().rebase(timeSeconds);
        }
    }

    @Override
    public void settle() {
        int[] lines = x().active(); // a line without a trace has nothing to make up for
        for (int n = 0; n < x().activeCount(); n++) {
            makeUpFor(lines[n]);
        }
        Arrays.fill(seen, 0);
        Arrays.fill(lastSpike, -1);
        spikes = 0;
    }

    @Override
    public void reset() {
        settle();
        super.reset();
    }
}
