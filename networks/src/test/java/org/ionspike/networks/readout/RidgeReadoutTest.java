package org.ionspike.networks.readout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.UniformRandomProvider;
import org.ionspike.engine.random.RandomStreams;
import org.junit.jupiter.api.Test;

class RidgeReadoutTest {
    @Test
    void withoutRidgeItIsTheLineOfLeastSquares() {
        // x = 0, 1, 2, 3 and y = 1, 3, 4, 8: slope = 11 / 5, through the means (1.5, 4)
        double[][] x = {{0}, {1}, {2}, {3}};
        double[][] y = {{1, -1}, {3, -3}, {4, -4}, {8, -8}};
        var readout = RidgeReadout.fit(x, y, 0);
        assertThat(readout.weights()[0]).containsExactly(new double[] {2.2, -2.2}, within(1e-14));
        assertThat(readout.intercept()).containsExactly(new double[] {0.7, -0.7}, within(1e-14));
        assertThat(readout.predict(new double[] {10})).containsExactly(new double[] {22.7, -22.7}, within(1e-13));
    }

    @Test
    void theRidgeShrinksASingleWeightByOnePlusLambdaAndNotTheIntercept() {
        double[][] x = {{0}, {1}, {2}, {3}};
        double[][] y = {{1}, {3}, {4}, {8}};
        var readout = RidgeReadout.fit(x, y, 0.25);
        assertThat(readout.weights()[0][0]).isCloseTo(2.2 / 1.25, within(1e-14));
        assertThat(readout.predict(new double[] {1.5})[0]).isCloseTo(4, within(1e-14));
    }

    @Test
    void twoEqualFeaturesShareTheWeightAndAConstantOneHasNone() {
        // with z = z1 = z2 the sum of both weights is 2 / (2 + lambda) of the weight alone
        double[][] x = {{0, 0, 7}, {1, 1, 7}, {2, 2, 7}, {3, 3, 7}};
        double[][] y = {{1}, {3}, {4}, {8}};
        var readout = RidgeReadout.fit(x, y, 0.5);
        assertThat(readout.weights()[0][0]).isCloseTo(2.2 / 2.5, within(1e-14));
        assertThat(readout.weights()[1][0]).isCloseTo(2.2 / 2.5, within(1e-14));
        assertThat(readout.weights()[2][0]).isZero();
    }

    @Test
    void solvesThreeFeaturesAndTwoOutputsOfAKnownPlane() {
        UniformRandomProvider random = new RandomStreams(1).stream("plane");
        double[][] x = new double[40][3];
        double[][] y = new double[40][2];
        for (int row = 0; row < 40; row++) {
            for (int i = 0; i < 3; i++) {
                x[row][i] = random.nextDouble() * Math.pow(1e-6, i); // sizes as unlike as S and V
            }
            y[row][0] = 1 + 2 * x[row][0] - 3e6 * x[row][1];
            y[row][1] = 4e12 * x[row][2];
        }
        var readout = RidgeReadout.fit(x, y, 0);
        assertThat(readout.weights()[1][0]).isCloseTo(-3e6, within(1e-5));
        assertThat(readout.weights()[2][1]).isCloseTo(4e12, within(10.0));
        assertThat(readout.intercept()).containsExactly(new double[] {1, 0}, within(1e-10));
    }

    @Test
    void theRidgeIsChosenOnTheLastRowsOfTheTrainingPart() {
        // the first rows are fitted best by y = x, the last ones by a flat line: a large ridge wins
        double[][] x = {{0}, {1}, {2}, {3}, {4}, {-4}, {8}, {-8}};
        double[][] flat = {{0}, {1}, {2}, {3}, {2}, {1}, {1}, {2}};
        double[][] steep = {{0}, {1}, {2}, {3}, {4}, {-4}, {8}, {-8}};
        assertThat(RidgeReadout.select(x, flat, 0.5).ridge()).isEqualTo(10);
        assertThat(RidgeReadout.select(x, steep, 0.5).ridge()).isLessThan(1e-8);
    }

    @Test
    void classifiesByTheLargestOutput() {
        double[][] x = {{0}, {1}, {2}, {3}};
        var readout = RidgeReadout.fit(x, RidgeReadout.oneHot(new int[] {0, 0, 1, 1}, 2), 0);
        assertThat(readout.classify(new double[] {0.5})).isZero();
        assertThat(readout.classify(new double[] {2.5})).isEqualTo(1);
    }

    @Test
    void refusesWhatCannotBeSolvedInOneSentence() {
        double[][] twice = {{0, 0}, {1, 1}, {2, 2}};
        double[][] y = {{0}, {1}, {2}};
        assertThatThrownBy(() -> RidgeReadout.fit(twice, y, 0)).hasMessageContaining("RidgeReadout.ridge (0.0)");
        assertThatThrownBy(() -> RidgeReadout.fit(twice, y, -1)).hasMessageContaining("must be 0 or above");
        assertThatThrownBy(() -> RidgeReadout.fit(twice, new double[][] {{0}}, 1))
                .hasMessageContaining("1 rows) must be as many as the rows of features, 3");
        assertThatThrownBy(() -> RidgeReadout.select(twice, y, 1)).hasMessageContaining("heldFraction (1.0)");
        assertThatThrownBy(() -> RidgeReadout.oneHot(new int[] {2}, 2)).hasMessageContaining("label (2)");
        assertThatThrownBy(() -> RidgeReadout.fit(twice, y, 1).predict(new double[] {1}))
                .hasMessageContaining("features (1) must be as many as in training, 2");
    }
}
