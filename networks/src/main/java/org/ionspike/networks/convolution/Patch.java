package org.ionspike.networks.convolution;

import java.util.Arrays;
import org.ionspike.networks.architecture.ConvStdp;

/** The spikes of a square piece of a sample, in order of time and then of line; used again from piece to piece. */
final class Patch {
    private final int planes;
    private final int side;
    private final int[] byLine;
    private final int[] line;
    private final int[] earliness;
    private final int[] next = new int[LatencyMap.TICKS + 1];
    private int size;

    Patch(ConvStdp architecture) {
        planes = architecture.input().planes();
        side = architecture.side();
        byLine = new int[architecture.patchLines()];
        line = new int[byLine.length];
        earliness = new int[byLine.length];
    }

    /** Takes the piece whose upper left pixel is given: a counting sort by tick. */
    void take(LatencyMap sample, int row, int column) {
        Arrays.fill(next, 0);
        int lines = 0;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                for (int plane = 0; plane < planes; plane++) {
                    int early = sample.at(plane, row + y, column + x);
                    byLine[lines++] = early;
                    next[early]++;
                }
            }
        }
        size = 0;
        for (int early = LatencyMap.TICKS; early > 0; early--) {
            int spikes = next[early];
            next[early] = size;
            size += spikes;
        }
        for (int l = 0; l < lines; l++) {
            int early = byLine[l];
            if (early > 0) {
                int k = next[early]++;
                line[k] = l;
                earliness[k] = early;
            }
        }
    }

    /** Number of spikes. */
    int size() {
        return size;
    }

    /** Line of the k-th spike: {@code (row side + column) planes + plane}. */
    int line(int k) {
        return line[k];
    }

    /** Earliness of the k-th spike, not above that of the one before. */
    int earliness(int k) {
        return earliness[k];
    }

    /** Which lines are on at the end of a tick. */
    void linesOn(int early, boolean[] on) {
        for (int l = 0; l < byLine.length; l++) {
            on[l] = byLine[l] >= early;
        }
    }
}
