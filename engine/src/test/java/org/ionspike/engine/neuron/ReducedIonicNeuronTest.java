package org.ionspike.engine.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.nAPerSecond;
import static org.ionspike.engine.units.Units.pA;

import java.util.List;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.Current;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReducedIonicNeuronTest {
    private static final ReducedIonicNeuron NEURON = new ReducedIonicNeuron();
    private static final double PA = 1e-12;

    @Test
    void solvesItsEquationExactly() {
        for (double amperes :
                new double[] {-100 * PA, 0, 60 * PA, NEURON.threshold().si(), 70 * PA, 200 * PA}) {
            double x = NEURON.startingPoint() * 0.4;
            double end = 0.1e-3;
            int steps = 2000;
            double h = end / steps;
            double numerical = x;
            for (int k = 0; k < steps; k++) { // Runge-Kutta 4
                double k1 = slope(numerical, amperes);
                double k2 = slope(numerical + h / 2 * k1, amperes);
                double k3 = slope(numerical + h / 2 * k2, amperes);
                double k4 = slope(numerical + h * k3, amperes);
                numerical += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
            }
            assertThat(NEURON.advanceExcitable(x, amperes, end))
                    .as("at %s", new Current(amperes))
                    .isCloseTo(numerical, within(1e-9 * Math.abs(x)));
        }
    }

    private static double slope(double x, double amperes) {
        return x * x + NEURON.excitability() * (amperes - NEURON.threshold().si());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void advancingLeavesTheTimeOfTheSpikeWhereItWas(long seed) {
        var random = new RandomStreams(seed).stream("reduced");
        for (int k = 0; k < 5000; k++) {
            double amperes = (66 + 180 * random.nextDouble()) * PA;
            double x = NEURON.startingPoint() * (1 - 1.5 * random.nextDouble());
            double latency = NEURON.latencyFrom(x, amperes);
            double part = random.nextDouble() * latency;
            double after = NEURON.advanceExcitable(x, amperes, part);
            assertThat(part + NEURON.latencyFrom(after, amperes))
                    .as("seed %d, x %s, %s, after %s s", seed, x, new Current(amperes), part)
                    .isCloseTo(latency, within(1e-10 * latency + 1e-15));
            double halves = NEURON.advanceExcitable(NEURON.advanceExcitable(x, amperes, part / 2), amperes, part / 2);
            assertThat(halves).isCloseTo(after, within(1e-8 * (Math.abs(after) + Math.abs(x))));
        }
    }

    @Test
    void restsAtItsFixedPointsAndReturnsToThem() {
        for (double amperes : new double[] {-300 * PA, 0, 50 * PA, 64 * PA, 65 * PA}) {
            double fixed = NEURON.fixedPoint(amperes);
            assertThat(NEURON.advanceExcitable(fixed, amperes, 1e-3)).isCloseTo(fixed, within(1e-9 + 1e-9 * -fixed));
            assertThat(NEURON.advanceExcitable(NEURON.startingPoint(), amperes, 10))
                    .isCloseTo(fixed, within(1e-9 + 1e-9 * -fixed));
            assertThat(NEURON.latencyFrom(NEURON.startingPoint(), amperes)).isInfinite();
        }
        assertThat(NEURON.fixedPoint(66 * PA)).isInfinite();
    }

    @Test
    void spikesOnceBeyondItsBarrierEvenWithoutInput() {
        double barrier = -NEURON.startingPoint();
        assertThat(NEURON.latencyFrom(1.001 * barrier, 0)).isFinite();
        assertThat(NEURON.latencyFrom(0.999 * barrier, 0)).isInfinite();
        assertThat(NEURON.advanceExcitable(1.1 * barrier, 0, 1)).isInfinite();
    }

    @Test
    void recoversOnlyWhereTheCircuitFiresOnOrRests() {
        assertThat(NEURON.recoveryTime(0)).isEqualTo(NEURON.restRecovery().si());
        assertThat(NEURON.recoveryTime(-500 * PA))
                .isEqualTo(NEURON.restRecovery().si());
        assertThat(NEURON.recoveryTime(66.5 * PA)).isInfinite();
        assertThat(NEURON.recoveryTime(100 * PA)).isBetween(2e-3, 3e-3);
        assertThat(NEURON.recoveryTime(NEURON.blockCurrent().si())).isInfinite();
        assertThat(NEURON.firingRate(60 * PA)).isZero();
        assertThat(NEURON.firingRate(66.5 * PA)).isZero();
        assertThat(NEURON.firingRate(300 * PA)).isZero();
        double last = 0;
        for (double amperes = 67.5; amperes < 254.9; amperes += 0.1) {
            double rate = NEURON.firingRate(amperes * PA);
            assertThat(rate).as("at %s pA", amperes).isGreaterThan(last);
            last = rate;
        }
    }

    @Test
    void spikesEarlierTheStrongerTheStart() {
        for (double rate : new double[] {2.3, 10, 44, 130, 300}) {
            var curve = NEURON.rampCurve(nAPerSecond(rate));
            double last = Double.POSITIVE_INFINITY;
            for (double start = -700; start < 300; start += 0.5) {
                double seconds = curve.spikeSeconds(start * PA);
                assertThat(seconds).as("%s nA/s from %s pA", rate, start).isPositive();
                // beyond the rheobase and for slow ramps the order of late starts is not kept by the circuit itself
                if (start < 50) {
                    assertThat(seconds).as("%s nA/s from %s pA", rate, start).isLessThan(last);
                }
                last = seconds;
            }
            assertThat(NEURON.rampThreshold(rate / 1e9)).isEqualTo(curve.threshold(0));
        }
    }

    @Test
    void addsUpItsPowerInClosedForm() {
        double[][] ways = {{-700, 80}, {80, -700}, {0, 40}, {-33, -33}, {70, 90}, {-650, -620}, {1, 2}};
        for (double[] way : ways) {
            double sum = 0;
            int steps = 20_000;
            for (int k = 0; k < steps; k++) {
                sum += NEURON.subthresholdPower((way[0] + (way[1] - way[0]) * (k + 0.5) / steps) * PA) / steps * 3e-3;
            }
            assertThat(NEURON.subthresholdEnergy(way[0] * PA, way[1] * PA, 3e-3))
                    .as("from %s to %s pA", way[0], way[1])
                    .isCloseTo(sum, within(1e-6 * sum));
        }
        assertThat(NEURON.restPower().si()).isCloseTo(144.68e-12, within(0.01e-12));
    }

    @Test
    void refusesRampsTheCircuitWasNotMeasuredAt() {
        assertThatThrownBy(() -> NEURON.rampThreshold(1e-9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ramp rate (1 nA/s) must lie between 2 nA/s and 300 nA/s");
        assertThatThrownBy(() -> NEURON.checkRampRate(nAPerSecond(301))).hasMessageContaining("(301 nA/s)");
        assertThat(NEURON.rampThreshold(300 * 1e-9)).isPositive();
    }

    @Test
    void refusesTablesThatDoNotFit() {
        assertThatThrownBy(() -> with(List.of(pA(100), pA(90)), NEURON.blockCurrent()))
                .hasMessageContaining("ReducedIonicNeuron.recoveryCurrents (90 pA) must be above the entry before it");
        assertThatThrownBy(() -> with(List.of(pA(100)), NEURON.blockCurrent()))
                .hasMessageContaining("must be at least 2");
        assertThatThrownBy(() -> with(List.of(pA(60), pA(90)), NEURON.blockCurrent()))
                .hasMessageContaining("recoveryCurrents (60 pA) must not begin below rheobase");
        assertThatThrownBy(() -> with(List.of(pA(80), pA(90)), pA(85)))
                .hasMessageContaining("blockCurrent (85 pA) must not be below the last of recoveryCurrents (90 pA)");
    }

    private static ReducedIonicNeuron with(List<Current> recoveryCurrents, Current block) {
        return new ReducedIonicNeuron(
                NEURON.rampRates(),
                NEURON.rampStarts(),
                NEURON.rampThresholds(),
                recoveryCurrents,
                NEURON.recoveryTimes().subList(0, recoveryCurrents.size()),
                NEURON.restRecovery(),
                block,
                NEURON.rheobase(),
                NEURON.threshold(),
                NEURON.excitability(),
                NEURON.spikeDelay(),
                NEURON.powerCurrents(),
                NEURON.powers(),
                NEURON.spikeEnergy(),
                NEURON.clampedSpikeEnergy());
    }
}
