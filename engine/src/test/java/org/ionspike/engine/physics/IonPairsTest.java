package org.ionspike.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.ionspike.engine.random.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IonPairsTest {
    private static final Slit SLIT = Slit.sodium();

    private static double mean(double[] p) {
        double sum = 0;
        for (int j = 0; j < p.length; j++) {
            sum += j * p[j];
        }
        return sum / (p.length - 1);
    }

    private static double variance(double[] p) {
        double mean = mean(p);
        double sum = 0;
        for (int j = 0; j < p.length; j++) {
            double n = (double) j / (p.length - 1);
            sum += (n - mean) * (n - mean) * p[j];
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({"40, 0.15", "40, 0.3", "12, 0.2", "1, 0.5"})
    void countedIonsSettleToTheDistributionOfTheirDetailedBalance(int count, double volts) {
        var pairs = new IonPairs(SLIT, count);
        double[] expected = pairs.stationary(volts);
        var random = new RandomStreams(7).stream("ions");
        // 20 relaxation times between draws: they are independent to e^-20
        double pause = 20 * SLIT.relaxationTimeSeconds(volts);
        int draws = 4_000;
        int[] seen = new int[count + 1];
        int j = 0;
        for (int k = 0; k < draws; k++) {
            j = pairs.advance(j, volts, pause, random);
            seen[j]++;
        }
        double chiSquare = 0;
        int classes = 0;
        double restExpected = 0;
        double restSeen = 0;
        for (int i = 0; i <= count; i++) {
            if (draws * expected[i] >= 5) {
                double difference = seen[i] - draws * expected[i];
                chiSquare += difference * difference / (draws * expected[i]);
                classes++;
            } else {
                restExpected += draws * expected[i];
                restSeen += seen[i];
            }
        }
        if (restExpected >= 5) {
            chiSquare += (restSeen - restExpected) * (restSeen - restExpected) / restExpected;
            classes++;
        }
        int freedom = classes - 1;
        // chi-square has mean f and variance 2 f: four standard deviations
        assertThat(chiSquare).isLessThan(freedom + 4 * Math.sqrt(2.0 * freedom));
    }

    @Test
    void oneLonePairIsATwoStateSystem() {
        double kd = SLIT.dissociationRate(0.2);
        double ka = SLIT.recombinationRate(0.2);
        assertThat(new IonPairs(SLIT, 1).stationary(0.2)[1]).isCloseTo(kd / (kd + ka), within(1e-14));
    }

    @Test
    void manyIonsHaveTheMeanOfTheSlitAndTheVarianceOfLinearNoise() {
        var pairs = new IonPairs(SLIT, 100_000);
        for (double volts : new double[] {0.1, 0.2, 0.4}) {
            double[] p = pairs.stationary(volts);
            double n = SLIT.steadyMobileFraction(volts);
            double ka = SLIT.recombinationRate(volts);
            double slope = SLIT.dissociationRate(volts) + 2 * ka * n;
            double variance = pairs.linearNoiseVariance(volts);
            // both expansions go on at relative order 1 / (N n)
            assertThat(variance(p) / variance).isCloseTo(1, within(2e-3));
            assertThat(mean(p)).isCloseTo(n - ka * variance / slope, within(1e-3 * ka * variance / slope));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 10})
    void langevinNoiseHasMeanAndVarianceOfTheChainForAnyStep(double stepInRelaxationTimes) {
        double volts = 0.25;
        var pairs = new IonPairs(SLIT, 2_000);
        double[] exact = pairs.stationary(volts);
        double relaxation = SLIT.relaxationTimeSeconds(volts);
        var gaussian = ZigguratSampler.NormalizedGaussian.of(new RandomStreams(3).stream("ions"));
        int steps = 200_000;
        double n = SLIT.steadyMobileFraction(volts);
        double sum = 0;
        double squares = 0;
        double centre = n;
        for (int k = 0; k < steps; k++) {
            n = pairs.langevin(n, volts, stepInRelaxationTimes * relaxation, gaussian.sample());
            sum += n - centre;
            squares += (n - centre) * (n - centre);
        }
        double mean = centre + sum / steps;
        double variance = squares / steps - sum / steps * (sum / steps);
        // independent samples: a step decorrelates by e^-h
        double samples = steps * Math.tanh(stepInRelaxationTimes / 2);
        // the shift of the mean is seen by short steps only
        double shift = centre - mean(exact);
        double missed = stepInRelaxationTimes < 0.5 ? 0.1 * shift : shift;
        assertThat(mean).isCloseTo(mean(exact), within(4 * Math.sqrt(variance(exact) / samples) + missed));
        // four standard errors, and what linear noise misses, of order 1/N
        assertThat(variance / variance(exact)).isCloseTo(1, within(4 * Math.sqrt(2 / samples) + 5e-3));
    }

    @Test
    void countedIonsFollowTheSlitWhenThereAreMany() {
        var pairs = new IonPairs(SLIT, 1_000_000);
        var random = new RandomStreams(1).stream("ions");
        int j = 3_000;
        double n = 3e-3;
        for (double volts : new double[] {0.3, 0.05, 0.2}) {
            j = pairs.advance(j, volts, 2e-6, random);
            n = SLIT.advance(n, volts, 2e-6);
            // deviation of n at most 1 / (2 sqrt N) = 5e-4: five of them
            assertThat(j / 1e6).isCloseTo(n, within(2.5e-3));
        }
    }

    @Test
    void staysPairedWithoutFieldOrFreeIons() {
        var slit = new Slit();
        var random = new RandomStreams(1).stream("ions");
        assertThat(new IonPairs(slit, 1).advance(0, 0, 0, random)).isZero();
        assertThatThrownBy(() -> new IonPairs(slit, 0)).hasMessageContaining("IonPairs.pairs (0) must be at least 1");
        assertThatThrownBy(() -> new IonPairs(slit, 3).advance(4, 0, 1, random))
                .hasMessageContaining("IonPairs free (4)");
    }
}
