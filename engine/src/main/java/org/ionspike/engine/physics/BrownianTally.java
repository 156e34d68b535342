package org.ionspike.engine.physics;

import java.util.EnumMap;
import java.util.Map;

/** Sums over steps and snapshots of one replica, from which its observables follow. Lengths in angstrom. */
final class BrownianTally {
    private static final double LENGTH_OVER_WIDTH = 3;
    private static final int LARGE = 10;

    private long steps;
    private double power; // J E
    private double fieldSquared;
    private double field;
    private double current;
    private long snapshots;
    private double ions;
    private double free;
    private double clusters;
    private double squares;
    private double largest;
    private double inLarge;
    private double alongShaped;
    private double acrossShaped;
    private double chains;
    private double chainIons;
    private double chainLength;
    private double chainAlignment;
    private double pairX;
    private double pairY;
    private int largestHere;
    private int comparisons;
    private double bondsKept;
    private double pairsKept;

    void step(double fieldNow, double currentNow) {
        steps++;
        field += fieldNow;
        current += currentNow;
        power += currentNow * fieldNow;
        fieldSquared += fieldNow * fieldNow;
    }

    void pair(double dx, double dy) {
        pairX += dx * dx;
        pairY += dy * dy;
    }

    void free(int count) {
        free += count;
    }

    /** A cluster and its gyration tensor. */
    void cluster(int size, double xx, double yy, double xy) {
        clusters++;
        squares += (double) size * size;
        largestHere = Math.max(largestHere, size);
        if (size >= LARGE) {
            inLarge += size;
        }
        if (size >= IonClusters.LEAST_SHAPED) {
            alongShaped += xx;
            acrossShaped += yy;
            double half = Math.hypot((xx - yy) / 2, xy);
            double longAxis = (xx + yy) / 2 + half;
            double shortAxis = Math.max(0, (xx + yy) / 2 - half);
            if (longAxis >= LENGTH_OVER_WIDTH * LENGTH_OVER_WIDTH * shortAxis) {
                chains++;
                chainIons += size;
                chainLength += Math.sqrt(12 * longAxis);
                chainAlignment += (xx - yy) / (2 * half); // cos of twice the angle of the long axis
            }
        }
    }

    void kept(ClusterSurvival.Kept kept) {
        comparisons++;
        bondsKept += kept.bonds();
        pairsKept += kept.pairs();
    }

    /** All clusters of a snapshot are in. */
    void snapshot(int count) {
        snapshots++;
        ions += count;
        largest += largestHere;
        largestHere = 0;
    }

    void add(BrownianTally other) {
        steps += other.steps;
        power += other.power;
        fieldSquared += other.fieldSquared;
        field += other.field;
        current += other.current;
        snapshots += other.snapshots;
        ions += other.ions;
        free += other.free;
        clusters += other.clusters;
        squares += other.squares;
        largest += other.largest;
        inLarge += other.inLarge;
        alongShaped += other.alongShaped;
        acrossShaped += other.acrossShaped;
        chains += other.chains;
        chainIons += other.chainIons;
        chainLength += other.chainLength;
        chainAlignment += other.chainAlignment;
        pairX += other.pairX;
        pairY += other.pairY;
        comparisons += other.comparisons;
        bondsKept += other.bondsKept;
        pairsKept += other.pairsKept;
    }

    /** Mean field in V/m. */
    double meanField() {
        return field / steps;
    }

    /** Mean current in V/m: the conductance times the field. */
    double meanCurrent() {
        return current / steps;
    }

    /** All observables; NaN where nothing was there to be measured. */
    Map<BrownianObservable, Double> values() {
        var values = new EnumMap<BrownianObservable, Double>(BrownianObservable.class);
        values.put(BrownianObservable.CONDUCTANCE, power / fieldSquared);
        values.put(BrownianObservable.FREE_FRACTION, free / ions);
        values.put(BrownianObservable.MEAN_CLUSTER, ions / clusters);
        values.put(BrownianObservable.WEIGHT_MEAN_CLUSTER, squares / ions);
        values.put(BrownianObservable.LARGEST_CLUSTER, largest / snapshots);
        values.put(BrownianObservable.IN_LARGE_CLUSTERS, inLarge / ions);
        values.put(BrownianObservable.ELONGATION, alongShaped / acrossShaped);
        values.put(BrownianObservable.CHAINS, 1000 * chains / ions);
        values.put(BrownianObservable.CHAIN_IONS, chainIons / chains);
        values.put(BrownianObservable.CHAIN_LENGTH, 1e-10 * chainLength / chains);
        values.put(BrownianObservable.CHAIN_ALIGNMENT, chainAlignment / chains);
        values.put(BrownianObservable.PAIR_ANISOTROPY, pairX / pairY);
        values.put(BrownianObservable.BONDS_KEPT, bondsKept / comparisons);
        values.put(BrownianObservable.PAIRS_KEPT, pairsKept / comparisons);
        return values;
    }
}
