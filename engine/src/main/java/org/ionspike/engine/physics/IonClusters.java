package org.ionspike.engine.physics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The clusters of one snapshot: ions joined by bonds shorter than a distance, each cluster laid out around its first ion so
 * that the edge of the box does not cut it. Reused from snapshot to snapshot.
 */
final class IonClusters {
    /** Clusters of fewer ions have no shape. */
    static final int LEAST_SHAPED = 4;

    private final int[] parent;
    private final double[] offsetX; // of an ion from its parent
    private final double[] offsetY;
    private final int[] size;
    private final double[] sumX;
    private final double[] sumY;
    private final double[] sumXx;
    private final double[] sumYy;
    private final double[] sumXy;

    IonClusters(int ions) {
        parent = new int[ions];
        offsetX = new double[ions];
        offsetY = new double[ions];
        size = new int[ions];
        sumX = new double[ions];
        sumY = new double[ions];
        sumXx = new double[ions];
        sumYy = new double[ions];
        sumXy = new double[ions];
    }

    /** Every ion alone. */
    void clear() {
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
        }
        Arrays.fill(offsetX, 0);
        Arrays.fill(offsetY, 0);
    }

    /** Joins the clusters of two ions; (dx, dy) leads from j to i, by the shortest way. */
    void bond(int i, int j, double dx, double dy) {
        int rootI = find(i);
        int rootJ = find(j);
        if (rootI != rootJ) {
            int low = Math.min(rootI, rootJ);
            int high = Math.max(rootI, rootJ);
            // place of rootI seen from rootJ, through the two ions
            double alongX = (i == rootI ? 0 : -offsetX[i]) + dx + (j == rootJ ? 0 : offsetX[j]);
            double alongY = (i == rootI ? 0 : -offsetY[i]) + dy + (j == rootJ ? 0 : offsetY[j]);
            parent[high] = low;
            offsetX[high] = high == rootI ? alongX : -alongX;
            offsetY[high] = high == rootI ? alongY : -alongY;
        }
    }

    /** The first ion of a cluster; afterwards the offset of {@code i} is from it. */
    private int find(int i) {
        int root = i;
        while (parent[root] != root) {
            root = parent[root];
        }
        // from the root's end of the path, so that each offset is added once
        while (parent[i] != root && parent[i] != i) {
            int last = i;
            while (parent[parent[last]] != root) {
                last = parent[last];
            }
            int middle = parent[last];
            offsetX[last] += offsetX[middle];
            offsetY[last] += offsetY[middle];
            parent[last] = root;
        }
        return root;
    }

    /** For each ion the first ion of its cluster. */
    int[] first() {
        return IntStream.range(0, parent.length).map(this::find).toArray();
    }

    /** The sizes and shapes of the clusters, into the tally. */
    void measure(BrownianTally tally) {
        int ions = parent.length;
        Arrays.fill(size, 0);
        Arrays.fill(sumX, 0);
        Arrays.fill(sumY, 0);
        Arrays.fill(sumXx, 0);
        Arrays.fill(sumYy, 0);
        Arrays.fill(sumXy, 0);
        for (int i = 0; i < ions; i++) {
            int root = find(i);
            double dx = i == root ? 0 : offsetX[i];
            double dy = i == root ? 0 : offsetY[i];
            size[root]++;
            sumX[root] += dx;
            sumY[root] += dy;
            sumXx[root] += dx * dx;
            sumYy[root] += dy * dy;
            sumXy[root] += dx * dy;
        }
        for (int root = 0; root < ions; root++) {
            int count = size[root];
            if (count > 0) {
                double meanX = sumX[root] / count;
                double meanY = sumY[root] / count;
                tally.cluster(
                        count,
                        sumXx[root] / count - meanX * meanX,
                        sumYy[root] / count - meanY * meanY,
                        sumXy[root] / count - meanX * meanY);
            }
        }
        tally.snapshot(ions);
    }
}
