package org.ionspike.engine.synapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ionspike.engine.physics.Slit;
import org.ionspike.engine.random.RandomStreams;
import org.junit.jupiter.api.Test;

class SynapsePhysicsTest {
    private static final IonicSynapse SYNAPSE = new IonicSynapse();

    private static double afterHolding(IonicSynapse synapse, double volts, double seconds) {
        var lines = new VolatileLines(synapse, 1);
        lines.hold(0, volts, 0);
        return lines.hold(0, volts, seconds);
    }

    private static IonicSynapse undivided() {
        return new IonicSynapse(
                SYNAPSE.slit(),
                SYNAPSE.minConductance(),
                SYNAPSE.maxConductance(),
                1,
                SYNAPSE.coverage(),
                SYNAPSE.programmingPulse(),
                0.01,
                SYNAPSE.devices());
    }

    @Test
    void aLineHeldThroughTheDividerTransmitsAsAtRestSoNanosiemensArePicosiemens() {
        double rest = SYNAPSE.restingFraction();
        assertThat(rest).isCloseTo(0.00995, within(5e-6)); // the three digits of the Javadoc
        assertThat(afterHolding(SYNAPSE, 0.1, 5e-3) / rest - 1).isBetween(0.0, 0.005);
        assertThat(SYNAPSE.conductanceSiemens(0) * rest).isCloseTo(5e-12, within(0.03e-12)); // 0.5 % of rounding
        assertThat(SYNAPSE.conductanceSiemens(1) * rest).isCloseTo(100e-12, within(0.6e-12));
        assertThat(new VolatileLines(SYNAPSE, 1).holdsFor(0)).isInfinite();
    }

    @Test
    void withoutTheDividerTheVolatileFactorDriftsAndIsRefreshed() {
        var synapse = undivided();
        // k_d - k_a n^2 = 0.755 / s at rest, and the limit is sqrt(k_d / k_a); three digits by hand
        assertThat(afterHolding(synapse, 0.1, 6e-3)).isCloseTo(0.0132, within(5e-5));
        assertThat(SYNAPSE.slit().steadyMobileFraction(0.1)).isCloseTo(0.0158, within(5e-5));
        var lines = new VolatileLines(synapse, 1);
        double now = lines.hold(0, 0.1, 0);
        double time = 0;
        int refreshes = 0;
        while (time < 6e-3) {
            double until = lines.holdsFor(0);
            double then = lines.hold(0, 0.1, time += until);
            assertThat(then / now - 1).isBetween(0.0, 0.0101);
            now = then;
            refreshes++;
        }
        // steps of 1 % or, as n slows down within each, of a little less: ln(0.0132 / 0.00995) / 0.01 = 28
        assertThat(refreshes).isBetween(27, 31);
    }

    @Test
    void volatileLinesFollowTheExactStepOfTheSlit() {
        Slit slit = SYNAPSE.slit();
        var lines = new VolatileLines(undivided(), 2);
        double n = slit.steadyMobileFraction(0);
        double[] volts = {0.1, 0.3, 0, 0.5, 0.02, 0};
        double time = 0;
        for (int k = 0; k < 60; k++) {
            double v = volts[k % volts.length];
            double seconds = k % 7 == 0 ? 1e-8 : 1e-4 * (k + 1);
            lines.hold(0, v, time);
            lines.hold(1, 0.2, time); // another line at another voltage in between
            n = slit.advance(n, v, seconds);
            time += seconds;
            // times are differences of sums, good to 1e-16 / 1e-8
            assertThat(lines.hold(0, v, time)).isCloseTo(n, within(1e-7 * n));
        }
    }

    @Test
    void theVoltageOfAProgrammingPulseIsTheExactInverseOfTheCoverage() {
        var energy = new PulseEnergy(SYNAPSE);
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int a = 0; a < 32; a++) {
            for (int b = 0; b < 32; b++) {
                if (a == b) {
                    continue;
                }
                double from = (a + 0.5) / 32;
                double to = (b + 0.5) / 32;
                double exact = SYNAPSE.coverage().pulseVoltage(from, to, 1e-3).si();
                assertThat(energy.strongPulseVolts(from, to))
                        .isCloseTo(Math.abs(exact), within(1e-6 * Math.abs(exact)));
                assertThat(Math.signum(exact)).isEqualTo(Math.signum(b - a));
                least = Math.min(least, Math.abs(exact));
                most = Math.max(most, Math.abs(exact));
            }
        }
        // pulses of 1 ms take 0.741 to 1.033 V; three digits
        assertThat(least).isCloseTo(0.741, within(5e-4));
        assertThat(most).isCloseTo(1.033, within(5e-4));
    }

    @Test
    void theEnergyOfAPulseIsTheIntegralOfItsPower() {
        var energy = new PulseEnergy(SYNAPSE);
        Slit slit = SYNAPSE.slit();
        for (double[] pair : new double[][] {{0.5, 0.53}, {0.9, 0.1}, {0.2, 0.3}}) {
            double volts = Math.abs(
                    SYNAPSE.coverage().pulseVoltage(pair[0], pair[1], 1e-3).si());
            int steps = 20_000;
            double h = 1e-3 / steps;
            double n = SYNAPSE.restingFraction();
            double sum = 0;
            for (int k = 0; k < steps; k++) {
                sum += slit.advance(n, 0.4 * volts, h / 2) * h; // midpoint rule
                n = slit.advance(n, 0.4 * volts, h);
            }
            double siemens = SYNAPSE.conductanceSiemens((pair[0] + pair[1]) / 2);
            // linear interpolation on a grid of 1 mV
            assertThat(energy.joules(pair[0], pair[1]))
                    .isCloseTo(siemens * volts * volts * sum, within(1e-4 * siemens * volts * volts * sum));
        }
    }

    @Test
    void theSumOfALineFollowsItsDevices() {
        var state = SYNAPSE.withDevices(DeviceVariability.typical())
                .state(Connectivity.dense(2, 50), new float[2][50], new RandomStreams(3));
        for (int k = 0; k < 5000; k++) {
            state.change(k % 2, (k * 7) % 50, 0.1 * Math.sin(k));
        }
        double sum = 0;
        for (float siemens : state.conductances(1)) {
            sum += siemens;
        }
        assertThat(state.lineSiemens(1)).isEqualTo(sum); // exact: floats of like size in double precision
    }
}
