package org.ionspike.engine.plasticity;

import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.interpolation.AkimaSplineInterpolator;
import org.ionspike.engine.plasticity.WaveformPairing.AffineMap;

/**
 * What the later spike of a pair adds to the earlier one, against the time between them: a fine table from splines
 * through exact maps. The curve has corners where the later head begins within or at the end of the earlier one, so
 * there is one spline for either side.
 */
final class PairingTable {
    private static final int NODES_IN_HEAD = 16;
    private static final int NODES_IN_TAIL = 40;
    private static final int ENTRIES_PER_HEAD = 100;

    private final double windowSeconds;
    private final double perSecond;
    private final double[] gain;
    private final double[] offset;
    private final double loneGain;
    private final double loneOffset;

    /**
     * The table of one order of spikes.
     *
     * @param sign 1 where the presynaptic spike is first, -1 where the postsynaptic one is
     * @param first the map of the first spike alone
     * @param second the map of the second spike alone
     */
    PairingTable(WaveformPairing pairing, int sign, AffineMap first, AffineMap second) {
        double head = pairing.waveform().headDuration().si();
        windowSeconds = head + pairing.cut().si();
        perSecond = ENTRIES_PER_HEAD / head;
        int entries = (int) Math.ceil(windowSeconds * perSecond) + 1;
        gain = new double[entries + 1];
        offset = new double[entries + 1];
        double[] inHead = new double[NODES_IN_HEAD + 1];
        double[] inTail = new double[NODES_IN_TAIL + 1];
        for (int n = 0; n <= NODES_IN_HEAD; n++) {
            inHead[n] = head * n / NODES_IN_HEAD;
        }
        for (int n = 0; n <= NODES_IN_TAIL; n++) {
            double part = n / (double) NODES_IN_TAIL; // dense where the curve is steep
            inTail[n] = head + (2 / perSecond + windowSeconds - head) * part * part;
        }
        fill(pairing, sign, first, inHead, 0, ENTRIES_PER_HEAD);
        fill(pairing, sign, first, inTail, ENTRIES_PER_HEAD, entries);
        loneGain = second.factor() - 1;
        loneOffset = second.offset();
    }

    private void fill(WaveformPairing pairing, int sign, AffineMap first, double[] nodes, int from, int to) {
        double[] gains = new double[nodes.length];
        double[] offsets = new double[nodes.length];
        for (int n = 0; n < nodes.length; n++) {
            AffineMap pair = pairing.map(sign * nodes[n]);
            double factor = pair.factor() / first.factor(); // M after the inverse of L
            gains[n] = factor - 1;
            offsets[n] = pair.offset() - factor * first.offset();
        }
        UnivariateFunction gainCurve = new AkimaSplineInterpolator().interpolate(nodes, gains);
        UnivariateFunction offsetCurve = new AkimaSplineInterpolator().interpolate(nodes, offsets);
        for (int k = from; k <= to; k++) {
            double seconds = Math.min(k / perSecond, nodes[nodes.length - 1]);
            gain[k] = gainCurve.value(seconds);
            offset[k] = offsetCurve.value(seconds);
        }
    }

    /** Change of a weight by the later spike, so many seconds after the earlier one; infinitely many for a lone spike. */
    double change(double w, double seconds) {
        if (!(seconds < windowSeconds)) {
            return loneGain * w + loneOffset;
        }
        double position = Math.max(0, seconds) * perSecond;
        int k = (int) position;
        double part = position - k;
        return (gain[k] + part * (gain[k + 1] - gain[k])) * w + offset[k] + part * (offset[k + 1] - offset[k]);
    }
}
