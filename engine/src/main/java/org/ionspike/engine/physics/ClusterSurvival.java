package org.ionspike.engine.physics;

import java.util.ArrayList;
import java.util.List;

/**
 * Which bonds, and which pairs of ions in one cluster, of a first snapshot are still there in later ones. A pair that
 * parted and met again counts as there.
 */
final class ClusterSurvival {
    /** Shares of the first snapshot's bonds and pairs, NaN where it had none. */
    record Kept(double seconds, double bonds, double pairs) {}

    private final List<Kept> series = new ArrayList<>();
    private final List<int[]> firstBonds;
    private final List<int[]> firstPairs = new ArrayList<>();
    private final double begin;

    /** Remembers the clusters of a snapshot at a time in s. */
    ClusterSurvival(double seconds, List<int[]> bonds, int[] clusters) {
        begin = seconds;
        firstBonds = List.copyOf(bonds);
        var members = new ArrayList<List<Integer>>();
        for (int i = 0; i < clusters.length; i++) {
            members.add(new ArrayList<>());
            List<Integer> together = members.get(clusters[i]); // a cluster is named after its first ion
            for (int other : together) {
                firstPairs.add(new int[] {other, i});
            }
            together.add(i);
        }
        series.add(new Kept(0, firstBonds.isEmpty() ? Double.NaN : 1, firstPairs.isEmpty() ? Double.NaN : 1));
    }

    /** Compares a later snapshot. */
    Kept compare(double seconds, BrownianSlit slit, int[] clusters) {
        long bonds = firstBonds.stream().filter(b -> slit.bonded(b[0], b[1])).count();
        long pairs = firstPairs.stream()
                .filter(p -> clusters[p[0]] == clusters[p[1]])
                .count();
        var kept = new Kept(seconds - begin, (double) bonds / firstBonds.size(), (double) pairs / firstPairs.size());
        series.add(kept);
        return kept;
    }

    /** When the share of bonds fell to 1/e, in s after the first snapshot; NaN if it did not. */
    double bondSurvival() {
        return fallsTo(series.stream().mapToDouble(Kept::bonds).toArray());
    }

    /** When the share of pairs fell to 1/e, in s after the first snapshot; NaN if it did not. */
    double pairSurvival() {
        return fallsTo(series.stream().mapToDouble(Kept::pairs).toArray());
    }

    private double fallsTo(double[] share) {
        double level = Math.exp(-1);
        for (int k = 1; k < share.length; k++) {
            if (share[k] <= level) {
                double from = series.get(k - 1).seconds();
                double to = series.get(k).seconds();
                return from + (to - from) * (share[k - 1] - level) / (share[k - 1] - share[k]);
            }
        }
        return Double.NaN;
    }
}
