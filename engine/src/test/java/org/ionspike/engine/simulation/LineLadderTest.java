package org.ionspike.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineLadderTest {
    private static final double TRANSMISSION = 0.01;

    private static float[] siemens(int devices) {
        var random = new Random(4);
        var siemens = new float[devices];
        for (int k = 0; k < devices; k++) {
            siemens[k] = (float) (1e-9 + 9e-9 * random.nextDouble());
        }
        return siemens;
    }

    private static float[] shares(float[] siemens, double ohms) {
        var factors = new float[siemens.length];
        Arrays.fill(factors, 1);
        LineLadder.multiply(siemens, TRANSMISSION, ohms, factors);
        return factors;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e3, 1e6, 1e9})
    void solvesKirchhoffsLawsOfTheLine(double ohms) {
        int n = 40;
        float[] siemens = siemens(n);
        var laws = new Array2DRowRealMatrix(n, n);
        for (int k = 0; k < n; k++) {
            laws.setEntry(k, k, (k < n - 1 ? 2 : 1) + ohms * TRANSMISSION * siemens[k]);
            if (k > 0) {
                laws.setEntry(k, k - 1, -1);
                laws.setEntry(k - 1, k, -1);
            }
        }
        var driver = new ArrayRealVector(n);
        driver.setEntry(0, 1);
        double[] expected = new LUDecomposition(laws).getSolver().solve(driver).toArray();
        float[] shares = shares(siemens, ohms);
        for (int k = 0; k < n; k++) {
            assertThat((double) shares[k]).isCloseTo(expected[k], within(1e-6)); // of a float
        }
    }

    @Test
    void smallDropsAreTheSumOfCurrentsTimesTheSharedWire() {
        int n = 40;
        float[] siemens = siemens(n);
        double ohms = 3e4;
        float[] shares = shares(siemens, ohms);
        double[] drops = new double[n];
        for (int k = 0; k < n; k++) {
            for (int m = 0; m < n; m++) {
                drops[k] += ohms * TRANSMISSION * siemens[m] * (Math.min(k, m) + 1);
            }
        }
        for (int k = 0; k < n; k++) {
            double secondOrder = drops[k] * drops[n - 1]; // the last one drops most
            assertThat(1.0 - shares[k]).isCloseTo(drops[k], within(secondOrder + 1e-7));
        }
        assertThat(drops[n - 1]).isBetween(1e-3, 1e-2);
    }

    @Test
    void aWireWithoutResistanceDropsNothing() {
        assertThat(shares(siemens(5), 0)).containsOnly(1f);
    }
}
