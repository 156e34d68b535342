package org.ionspike.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IonClustersTest {
    private static final double LENGTH = Math.sqrt(12 * 2.0 * 9); // five ions 3 angstrom apart: variance 2 a^2

    @Test
    void aStraightChainHasItsLengthAndDirectionWhateverTheOrderOfItsBonds() {
        int[][] orders = {{0, 1, 2, 3}, {3, 0, 2, 1}, {2, 0, 3, 1}};
        for (int[] order : orders) {
            var clusters = new IonClusters(7);
            clusters.clear();
            for (int link : order) {
                clusters.bond(
                        link + 1, link, 0, 3); // the bonds lead across the field, even through the edge of the box
            }
            var tally = new BrownianTally();
            clusters.measure(tally);
            var values = tally.values();
            assertThat(values.get(BrownianObservable.CHAIN_IONS)).isEqualTo(5);
            assertThat(values.get(BrownianObservable.CHAIN_LENGTH)).isCloseTo(1e-10 * LENGTH, within(1e-20));
            assertThat(values.get(BrownianObservable.CHAIN_ALIGNMENT)).isCloseTo(-1, within(1e-12));
            assertThat(values.get(BrownianObservable.MEAN_CLUSTER)).isCloseTo(7 / 3.0, within(1e-12));
            assertThat(values.get(BrownianObservable.WEIGHT_MEAN_CLUSTER)).isCloseTo(27 / 7.0, within(1e-12));
            assertThat(values.get(BrownianObservable.LARGEST_CLUSTER)).isEqualTo(5);
        }
    }

    @Test
    void aSquareIsAClusterButNoChain() {
        var clusters = new IonClusters(4);
        clusters.clear();
        clusters.bond(1, 0, 3, 0);
        clusters.bond(2, 3, 3, 0);
        clusters.bond(2, 1, 0, 3);
        clusters.bond(3, 0, 0, 3);
        var tally = new BrownianTally();
        clusters.measure(tally);
        assertThat(tally.values().get(BrownianObservable.CHAINS)).isZero();
        assertThat(tally.values().get(BrownianObservable.ELONGATION)).isCloseTo(1, within(1e-12));
        assertThat(tally.values().get(BrownianObservable.LARGEST_CLUSTER)).isEqualTo(4);
    }
}
