package org.ionspike.engine.physics;

import java.util.Arrays;

/**
 * For each ion the later ions within a reach, in a periodic square box: each pair once. Built by cells of the reach where
 * the box holds at least three in a row, else from all pairs. Lengths in angstrom.
 */
final class NeighbourLists {
    private final int ions;
    private final double box;
    private final double reachSquared;
    private final int[] start;
    private int[] neighbours;

    NeighbourLists(int ions, double box, double reach) {
        this.ions = ions;
        this.box = box;
        reachSquared = reach * reach;
        start = new int[ions + 1];
        neighbours = new int[16 * ions];
    }

    /** Where the list of an ion begins in {@link #neighbours}; entry {@code ions} is the end of the last. */
    int[] start() {
        return start;
    }

    /** The ions listed, list after list. */
    int[] neighbours() {
        return neighbours;
    }

    /** Pairs listed. */
    int pairs() {
        return start[ions];
    }

    /** Lists all pairs anew; places lie in the box. */
    void build(double[] x, double[] y) {
        int cells = (int) Math.floor(box / Math.sqrt(reachSquared));
        if (cells < 3) {
            listAllPairs(x, y);
        } else {
            listByCells(x, y, Math.min(cells, 1 + (int) Math.sqrt(ions)));
        }
    }

    private void listAllPairs(double[] x, double[] y) {
        int count = 0;
        for (int i = 0; i < ions; i++) {
            start[i] = count;
            count = ensure(count, ions);
            for (int j = i + 1; j < ions; j++) {
                count = near(x, y, i, j, count);
            }
        }
        start[ions] = count;
    }

    private void listByCells(double[] x, double[] y, int cells) {
        int[] first = new int[cells * cells];
        int[] next = new int[ions];
        Arrays.fill(first, -1);
        double perCell = cells / box;
        for (int i = ions - 1; i >= 0; i--) {
            int cell = column(y[i], perCell, cells) * cells + column(x[i], perCell, cells);
            next[i] = first[cell];
            first[cell] = i;
        }
        int count = 0;
        for (int i = 0; i < ions; i++) {
            start[i] = count;
            count = ensure(count, ions);
            int cellX = column(x[i], perCell, cells);
            int cellY = column(y[i], perCell, cells);
            for (int row = -1; row <= 1; row++) {
                int above = Math.floorMod(cellY + row, cells) * cells;
                for (int side = -1; side <= 1; side++) {
                    for (int j = first[above + Math.floorMod(cellX + side, cells)]; j >= 0; j = next[j]) {
                        if (j > i) {
                            count = near(x, y, i, j, count);
                        }
                    }
                }
            }
        }
        start[ions] = count;
    }

    private static int column(double place, double perCell, int cells) {
        return Math.min(cells - 1, (int) (place * perCell));
    }

    /** Room for so many more neighbours. */
    private int ensure(int count, int more) {
        if (count + more > neighbours.length) {
            neighbours = Arrays.copyOf(neighbours, Math.max(count + more, neighbours.length + neighbours.length / 2));
        }
        return count;
    }

    private int near(double[] x, double[] y, int i, int j, int count) {
        double dx = x[i] - x[j];
        double dy = y[i] - y[j];
        dx -= box * Math.rint(dx / box);
        dy -= box * Math.rint(dy / box);
        if (dx * dx + dy * dy < reachSquared) {
            neighbours[count] = j;
            return count + 1;
        }
        return count;
    }
}
