package org.ionspike.engine.synapse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConnectivityTest {
    @Test
    void toOthersIsTheListOfAllOthers() {
        int n = 5;
        Connectivity others = Connectivity.toOthers(n);
        Connectivity listed = Connectivity.sparse(
                n,
                IntStream.range(0, n)
                        .mapToObj(i -> IntStream.range(0, n).filter(j -> j != i).toArray())
                        .toArray(int[][]::new));
        assertThat(others.isDense()).isFalse();
        for (int i = 0; i < n; i++) {
            assertThat(others.fanOut(i)).isEqualTo(listed.fanOut(i));
            assertThat(others.fanIn(i)).isEqualTo(listed.fanIn(i));
            assertThat(others.targets(i)).isEqualTo(listed.targets(i));
            float[] row = {1, 2, 3, 4};
            float[] expectedRow = row.clone();
            var into = new float[n];
            var expected = new float[n];
            others.addRow(i, row, 2, into);
            listed.addRow(i, row, 2, expected);
            assertThat(into).isEqualTo(expected);
            float[] factors = {1, 10, 100, 1000, 10_000};
            others.scaleRow(i, row, factors);
            listed.scaleRow(i, expectedRow, factors);
            assertThat(row).isEqualTo(expectedRow);
            for (int k = 0; k < n - 1; k++) {
                assertThat(others.target(i, k)).isEqualTo(listed.target(i, k));
                assertThat(others.source(i, k)).isEqualTo(listed.source(i, k));
                assertThat(others.sourcePosition(i, k)).isEqualTo(listed.sourcePosition(i, k));
            }
            for (int j = 0; j < n; j++) {
                assertThat(others.position(i, j)).isEqualTo(listed.position(i, j));
            }
        }
    }
}
