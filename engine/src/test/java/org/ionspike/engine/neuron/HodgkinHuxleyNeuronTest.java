package org.ionspike.engine.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ionspike.engine.units.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HodgkinHuxleyNeuronTest {
    /** 10 uA/cm^2. */
    private static final double AMPERES = 1e-9;

    private static final HodgkinHuxleyNeuron MODEL = new HodgkinHuxleyNeuron();

    private static KernelRun run(int size, double dt) {
        return new KernelRun(MODEL.kernel(new KernelSettings(size, new Time(dt), Backend.FUSED, true, false)), dt);
    }

    private static double[] slopes(double[] y) {
        double v = y[0];
        double m = y[1];
        double h = y[2];
        double n = y[3];
        double current = AMPERES
                - 12e-6 * m * m * m * h * (v - 50e-3)
                - 3.6e-6 * n * n * n * n * (v + 77e-3)
                - 30e-9 * (v + 54.387e-3);
        return new double[] {
            current / 100e-12,
            HodgkinHuxleyRates.M.alpha(v) * (1 - m) - HodgkinHuxleyRates.M.beta(v) * m,
            HodgkinHuxleyRates.H.alpha(v) * (1 - h) - HodgkinHuxleyRates.H.beta(v) * h,
            HodgkinHuxleyRates.N.alpha(v) * (1 - n) - HodgkinHuxleyRates.N.beta(v) * n
        };
    }

    private static List<Double> reference() {
        double rest = MODEL.restingPotential().si();
        double[] start = {
            rest,
            HodgkinHuxleyRates.M.steady(rest),
            HodgkinHuxleyRates.H.steady(rest),
            HodgkinHuxleyRates.N.steady(rest)
        };
        return ReferenceOde.risesThrough(0, 50e-3, start, HodgkinHuxleyNeuronTest::slopes);
    }

    private static double error(double dt, List<Double> expected) {
        double[] spikes = run(1, dt)
                .drive(new float[] {(float) AMPERES})
                .to(Math.round(50e-3 / dt))
                .spikesOf(0);
        assertThat(spikes).hasSize(expected.size());
        return spikes[spikes.length - 1] - expected.get(expected.size() - 1);
    }

    @Test
    void restsNearMinus65Millivolts() {
        assertThat(MODEL.restingPotential().si()).isCloseTo(-65e-3, within(1e-5));
    }

    @Test
    void spikesWhenTheReferenceDoes() {
        List<Double> expected = reference();
        // 68 Hz at 10 uA/cm^2
        assertThat(expected).hasSize(4);
        assertThat(Math.abs(error(25e-6, expected)))
                .as("error of the last spike in s")
                .isLessThan(50e-6);
        // second order: a fourth in half the step
        double coarse = error(50e-6, expected);
        double fine = error(25e-6, expected);
        assertThat(coarse / fine).isBetween(3.0, 5.0);
    }

    @ParameterizedTest
    @EnumSource(HodgkinHuxleyRates.class)
    void theTableOfAGateIsWithinThreeMillionths(HodgkinHuxleyRates gate) {
        double dt = 25e-6;
        int size = 5_001;
        var volts = new float[size];
        for (int j = 0; j < size; j++) {
            volts[j] = (float) (-0.15 + 0.2499 * j / (size - 1));
        }
        String name = gate.name().toLowerCase(java.util.Locale.ROOT);
        for (float start : new float[] {0, 1}) {
            KernelRun run = run(size, dt);
            run.kernel().set("v", volts);
            var values = new float[size];
            java.util.Arrays.fill(values, start);
            run.kernel().set(name, values);
            float[] after = run.to(1).state(name);
            double worst = 0;
            for (int j = 0; j < size; j++) {
                double steady = gate.steady(volts[j]);
                double exact = steady + (start - steady) * gate.decay(volts[j], dt, 1);
                worst = Math.max(worst, Math.abs(after[j] - exact));
            }
            assertThat(worst).as("from %s", start).isLessThan(3e-6);
        }
    }

    @Test
    void ratesAreSmoothWhereTheirFormulaIsZeroByZero() {
        for (double e : new double[] {-1e-9, 0, 1e-9}) {
            assertThat(HodgkinHuxleyRates.M.alpha(-40e-3 + e)).isCloseTo(1_000, within(1e-3));
            assertThat(HodgkinHuxleyRates.N.alpha(-55e-3 + e)).isCloseTo(100, within(1e-4));
        }
    }

    @Test
    void refusesAStepThatIsTooLong() {
        assertThatThrownBy(() -> run(1, 0.2e-3)).hasMessageContaining("at most 100 us");
    }
}
