package org.ionspike.engine.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CubicTableTest {
    private static final double[] X = {-1, 0, 0.5, 2, 3};

    @Test
    void reproducesParabolasEverywhereAndHoldsTheEnds() {
        for (double at = -1; at <= 3; at += 0.01) {
            assertThat(CubicTable.at(5, k -> X[k], k -> 2 - X[k] + 3 * X[k] * X[k], at))
                    .as("at %s", at)
                    .isCloseTo(2 - at + 3 * at * at, within(1e-13));
        }
        assertThat(CubicTable.at(5, k -> X[k], k -> X[k] * X[k], -2)).isEqualTo(1);
        assertThat(CubicTable.at(5, k -> X[k], k -> X[k] * X[k], 9)).isEqualTo(9);
    }

    @Test
    void isALineThroughTwoNodes() {
        assertThat(CubicTable.at(2, k -> k, k -> 5 * k, 0.3)).isCloseTo(1.5, within(1e-15));
    }

    @Test
    void hasNoCornerAtANode() {
        double h = 1e-6;
        for (double node : new double[] {0, 0.5, 2}) {
            double before = CubicTable.at(5, k -> X[k], k -> Math.exp(X[k]), node - h);
            double here = CubicTable.at(5, k -> X[k], k -> Math.exp(X[k]), node);
            double after = CubicTable.at(5, k -> X[k], k -> Math.exp(X[k]), node + h);
            // one-sided slopes differ by the second derivative times h
            assertThat((after - here) / h).isCloseTo((here - before) / h, within(1e-4));
        }
    }
}
