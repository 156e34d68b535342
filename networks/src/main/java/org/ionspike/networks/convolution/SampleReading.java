package org.ionspike.networks.convolution;

import java.util.Arrays;
import org.ionspike.networks.architecture.ConvStdp;

/** Reads whole samples with filters that have learnt, spike by spike; one for each thread. */
final class SampleReading {
    private final ConvStdp architecture;
    private final FilterReading filters;
    private final int[][] current;
    private final int[] most;
    private final int[][] earliest;
    private final int[] largestOfLine;
    private final int leastThreshold;
    private final int[] order;

    SampleReading(ConvStdp architecture, FilterReading filters) {
        this.architecture = architecture;
        this.filters = filters;
        current = new int[architecture.positionRows() * architecture.positionColumns()][architecture.filters()];
        most = new int[current.length];
        earliest = new int[architecture.blockRows() * architecture.blockColumns()][architecture.filters()];
        largestOfLine = new int[architecture.patchLines()];
        Arrays.setAll(
                largestOfLine, line -> Arrays.stream(filters.row(line)).max().orElse(0));
        leastThreshold = Arrays.stream(filters.thresholds()).min().orElse(0);
        order = new int[architecture.input().lines()];
    }

    PooledFeatures read(LatencyMap sample) {
        for (int[] row : current) {
            Arrays.fill(row, 0);
        }
        for (int[] row : earliest) {
            Arrays.fill(row, 0);
        }
        Arrays.fill(most, 0);
        int spikes = sample.inOrder(order);
        long reached = 0;
        double joules = 0;
        int planes = architecture.input().planes();
        int columns = architecture.input().columns();
        int side = architecture.side();
        for (int s = 0; s < spikes; s++) {
            int line = order[s];
            int plane = line % planes;
            int row = line / planes / columns;
            int column = line / planes % columns;
            int tick = sample.at(plane, row, column);
            int lastRow = Math.min(row, architecture.positionRows() - 1);
            int lastColumn = Math.min(column, architecture.positionColumns() - 1);
            for (int y = Math.max(0, row - side + 1); y <= lastRow; y++) {
                for (int x = Math.max(0, column - side + 1); x <= lastColumn; x++) {
                    int patchLine = ((row - y) * side + column - x) * planes + plane;
                    spike(y, x, patchLine, tick);
                    reached += architecture.filters();
                    joules += filters.joules(patchLine, tick, 0);
                }
            }
        }
        return new PooledFeatures(pooled(), spikes, fired(), reached, joules);
    }

    /** A line of a position comes on. Whoever is above its threshold now and was not before fires in this tick. */
    private void spike(int row, int column, int patchLine, int tick) {
        int position = row * architecture.positionColumns() + column;
        most[position] += largestOfLine[patchLine];
        if (most[position] > leastThreshold) {
            int block = row / architecture.pooling() * architecture.blockColumns() + column / architecture.pooling();
            addAndFire(filters.row(patchLine), current[position], filters.thresholds(), tick, earliest[block]);
        } else { // no filter can have fired yet
            FilterReading.add(filters.row(patchLine), current[position]);
        }
    }

    /**
     * Adds a row; where the sum is above the threshold and the block knows no spike yet, this tick is its first. Ticks come in
     * falling order, so no later position can be earlier. Without a branch, so that it runs in vectors: both conditions are
     * signs, and the sign that is left is shifted to a mask.
     */
    private static void addAndFire(int[] row, int[] sum, int[] thresholds, int tick, int[] earliest) {
        for (int f = 0; f < sum.length; f++) {
            int now = sum[f] + row[f];
            sum[f] = now;
            earliest[f] |= tick & (((thresholds[f] - now) & (earliest[f] - 1)) >> 31);
        }
    }

    private byte[] pooled() {
        var pooled = new byte[architecture.features()];
        int d = 0;
        for (int[] block : earliest) {
            for (int earliness : block) {
                pooled[d++] = (byte) earliness;
            }
        }
        return pooled;
    }

    private long fired() {
        long fired = 0;
        for (int position = 0; position < current.length; position++) {
            if (most[position] > leastThreshold) {
                fired += above(current[position], filters.thresholds());
            }
        }
        return fired;
    }

    private static int above(int[] sum, int[] thresholds) {
        int above = 0;
        for (int f = 0; f < sum.length; f++) {
            above += (thresholds[f] - sum[f]) >>> 31;
        }
        return above;
    }
}
