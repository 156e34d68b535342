package org.ionspike.networks.convolution;

import org.ionspike.networks.architecture.ConvStdp;

/** The spikes of a square piece of a sample, in order of time and then of line; used again from piece to piece. */
final class Patch {
    private final int planes;
    private final int side;
    private final byte[] byLine;
    private final int[] line;
    private int size;

    Patch(ConvStdp architecture) {
        planes = architecture.input().planes();
        side = architecture.side();
        byLine = new byte[architecture.patchLines()];
        line = new int[byLine.length];
    }

    /** Takes the piece whose upper left pixel is given. */
    void take(LatencyMap sample, int row, int column) {
        int lines = 0;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                for (int plane = 0; plane < planes; plane++) {
                    byLine[lines++] = (byte) sample.at(plane, row + y, column + x);
                }
            }
        }
        size = LatencyMap.inOrder(byLine, line);
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
        return byLine[line[k]] & 0xff;
    }

    /** Which lines are on at the end of a tick. */
    void linesOn(int early, boolean[] on) {
        for (int l = 0; l < byLine.length; l++) {
            on[l] = (byLine[l] & 0xff) >= early;
        }
    }
}
