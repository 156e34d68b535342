package org.ionspike.engine.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.ionspike.engine.units.Time;
import org.junit.jupiter.api.Test;

class IzhikevichNeuronTest {
    private static KernelRun run(double dt) {
        var settings = new KernelSettings(1, new Time(dt), Backend.FUSED, true, false);
        return new KernelRun(new IzhikevichNeuron().kernel(settings), dt);
    }

    /** C = 100, k = 0.7, a = 0.03, b = -2 in the units of mV, ms, pA; state v above rest, u. */
    private static double[] slopes(double[] y, double amperes) {
        double k = 0.7e-6;
        return new double[] {(k * y[0] * (y[0] - 20e-3) - y[1] + amperes) / 100e-12, 30 * (-2e-9 * y[0] - y[1])};
    }

    private static double firstSpike(double amperes) {
        return ReferenceOde.risesThrough(
                        95e-3, 60e-3, new double[] {0, 0}, y -> y[0] > 0.2 ? new double[2] : slopes(y, amperes))
                .get(0);
    }

    private static double error(double dt) {
        double spike =
                run(dt).drive(new float[] {150e-12f}).to(Math.round(50e-3 / dt)).spikesOf(0)[0];
        return spike - firstSpike(150e-12);
    }

    @Test
    void theFirstSpikeConvergesOnTheReference() {
        assertThat(error(25e-6)).as("s").isCloseTo(0, within(5e-6));
        assertThat(error(100e-6)).as("s").isCloseTo(0, within(100e-6));
    }

    @Test
    void isOfSecondOrderBelowThePeak() {
        double[] expected = ReferenceOde.after(20e-3, new double[] {0, 0}, y -> slopes(y, 45e-12));
        double[] errors = new double[3];
        for (int k = 0; k < 3; k++) {
            double dt = 0.8e-3 / (1 << k);
            double v = run(dt).drive(new float[] {45e-12f})
                    .to(Math.round(20e-3 / dt))
                    .state("v")[0];
            errors[k] = Math.abs(v + 60e-3 - expected[0]);
        }
        assertThat(errors[0] / errors[1]).isBetween(3.0, 5.5);
        assertThat(errors[1] / errors[2]).isBetween(3.0, 5.5);
    }

    @Test
    void aSpikeResetsTheVoltageAndAddsToRecovery() {
        KernelRun run = run(1e-4).drive(new float[] {150e-12f});
        while (run.spikes().isEmpty()) {
            run.to(run.step() + 1);
        }
        assertThat(run.state("v")[0]).isEqualTo(-50e-3f);
        assertThat(run.state("u")[0]).isBetween(50e-12f, 110e-12f);
    }

    @Test
    void regularSpikesSlowDown() {
        double[] spikes = run(1e-4).drive(new float[] {100e-12f}).to(10_000).spikesOf(0);
        assertThat(spikes).hasSizeGreaterThan(5);
        assertThat(spikes[2] - spikes[1]).isGreaterThan(spikes[1] - spikes[0]);
    }

    @Test
    void refusesAStepThatIsTooLong() {
        // C (v_t - v_r) / (g (2 v_peak - v_r - v_t)) = 100 pF 20 mV / (14 nS 170 mV)
        assertThat(new IzhikevichNeuron().longestStep().si()).isCloseTo(0.84e-3, within(1e-5));
        assertThatThrownBy(() -> run(1e-3))
                .hasMessageContaining("The time step (1 ms) is too long for neuron model 'izhikevich-neuron'")
                .hasMessageContaining("at most 840.336 us");
    }
}
