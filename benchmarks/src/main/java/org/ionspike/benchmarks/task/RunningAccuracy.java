package org.ionspike.benchmarks.task;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableLongArray;
import org.ionspike.engine.checkpoint.StateTransfer;

/**
 * The accuracy so far of a network that learns, for people to watch; the network is not told. Every winner is first taken
 * for the class that it stood for so far, then counted for the class of the sample; what it stood for long ago fades:
 *
 * <pre>answer = the class c of the largest n_jc;   then  n_j = 0.95 n_j,  n_jc = n_jc + 1 for the true class c</pre>
 *
 * The fading, a memory of about 20 wins of a neuron, is our choice. A neuron that has not won before has no answer, and
 * that counts as wrong.
 */
public final class RunningAccuracy {
    private static final int WINDOW = 1000;
    private static final int POINTS = 100;
    private static final float KEEP = 0.95f;

    private final float[][] seen; // [neuron][class]
    private final boolean[] right = new boolean[WINDOW];
    private final long every;
    private final ImmutableLongArray.Builder presentations = ImmutableLongArray.builder();
    private final ImmutableDoubleArray.Builder accuracies = ImmutableDoubleArray.builder();
    private long shown;
    private int rightCount;

    /**
     * Nothing seen yet.
     *
     * @param total presentations to come, of which up to 100 become points of the curve
     */
    public RunningAccuracy(int neurons, int classes, long total) {

        seen = new float[neurons][classes];
        every = (total + POINTS - 1) / POINTS;
    }

    /**
     * Takes note of one presentation.
     *
     * @param winner the neuron that answered, or -1 for none
     * @param label the class of the sample
     * @param last whether it was the last one, which is always a point of the curve
     */
    public void add(int winner, int label, boolean last) {
        boolean isRight = false;
        if (winner >= 0) {
            float[] classes = seen[winner];
            int answer = 0;
            for (int c = 1; c < classes.length; c++) {
                answer = classes[c] > classes[answer] ? c : answer;
            }
            isRight = answer == label && classes[answer] > 0;
            for (int c = 0; c < classes.length; c++) {
                classes[c] *= KEEP;
            }
            classes[label]++;
        }
        int place = (int) (shown % WINDOW);
        rightCount += (isRight ? 1 : 0) - (right[place] ? 1 : 0);
        right[place] = isRight;
        shown++;
        if (shown % every == 0 || last) {
            presentations.add(shown);
            accuracies.add(value());
        }
    }

    /** Share of right answers among the last 1000 presentations, or all where there were fewer; NaN before the first. */
    public double value() {
        return shown == 0 ? Double.NaN : rightCount / (double) Math.min(shown, WINDOW);
    }

    /** The curve so far. */
    public LearningCurve curve() {
        return new LearningCurve(WINDOW, presentations.build(), accuracies.build());
    }

    /** Saves it, or loads it before the first presentation. */
    void transfer(StateTransfer state) {
        state.part("accuracy so far");
        state.rows("seen", seen);
        state.array("right", right);
        shown = state.whole("shown", shown);
        rightCount = state.count("rightCount", rightCount);
        long[] at = state.list("presentations", presentations.build().toArray());
        var values =
                state.isLoading() ? new double[at.length] : accuracies.build().toArray();
        state.array("accuracies", values);
        if (state.isLoading()) {
            presentations.addAll(at);
            accuracies.addAll(values);
        }
    }
}
