package org.ionspike.benchmarks.report;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.ionspike.benchmarks.report.Chart.Symbol;
import org.ionspike.engine.physics.IonSnapshot;

/** A picture of where the ions of a slit are: clusters of at least four ions in colour, all others grey. */
public final class SnapshotChart {
    private static final int LEAST = 4;
    private static final int MANY_IONS = 2000;

    private SnapshotChart() {}

    /** Draws a snapshot of a box of a side in nm. */
    public static Chart of(IonSnapshot snapshot, double boxNanometres) {
        int[] colors = colors(snapshot.cluster());
        int ions = colors.length;
        Chart chart = new Chart("Ions of the slit; clusters of at least 4 in colour, others grey", "x (nm)", "y (nm)")
                .square(boxNanometres)
                .markerSize(ions > MANY_IONS ? 4 : 10);
        for (int sign : new int[] {1, -1}) {
            Symbol symbol = sign > 0 ? Symbol.FILLED_CIRCLE : Symbol.EMPTY_SQUARE;
            String what = sign > 0 ? "cation" : "anion";
            for (int color = -1; color < Chart.COLORS; color++) {
                int wanted = color;
                int[] chosen = IntStream.range(0, ions)
                        .filter(i -> colors[i] == wanted && snapshot.valence().get(i) * sign > 0)
                        .toArray();
                if (chosen.length > 0) {
                    chart.symbols(
                            what + (color < 0 ? ", free or in a cluster of 2 or 3" : ", cluster colour " + color),
                            Arrays.stream(chosen)
                                    .mapToDouble(i -> 1e9 * snapshot.x().get(i))
                                    .toArray(),
                            Arrays.stream(chosen)
                                    .mapToDouble(i -> 1e9 * snapshot.y().get(i))
                                    .toArray(),
                            symbol,
                            color);
                }
            }
        }
        return chart;
    }

    /** For each ion the colour of its cluster, in turn; -1 in a small one. */
    private static int[] colors(ImmutableIntArray cluster) {
        int[] size = new int[cluster.length()];
        cluster.forEach(first -> size[first]++);
        int[] color = new int[size.length];
        int next = 0;
        for (int first = 0; first < size.length; first++) {
            color[first] = size[first] >= LEAST ? next++ % Chart.COLORS : -1;
        }
        return cluster.stream().map(first -> color[first]).toArray();
    }
}
