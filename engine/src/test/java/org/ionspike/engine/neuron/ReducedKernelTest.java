package org.ionspike.engine.neuron;

import static org.assertj.core.api.Assertions.assertThat;

import org.ionspike.engine.units.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reduced kernel against the circuit kernel at 2.5 us. */
class ReducedKernelTest {
    private static final double DT = 2.5e-6;
    private static final double RAMP = 50e-9;

    private static KernelRun run(NeuronModel model, int size) {
        return new KernelRun(model.kernel(new KernelSettings(size, new Time(DT), Backend.FUSED, true, true)), DT);
    }

    private static KernelRun circuit(int size) {
        return run(new IonicNeuron(), size);
    }

    private static KernelRun reduced(int size) {
        return run(new ReducedIonicNeuron(), size);
    }

    private static float[] starts(int size, double low, double high) {
        var starts = new float[size];
        for (int j = 0; j < size; j++) {
            starts[j] = (float) (low + (high - low) * j / Math.max(1, size - 1));
        }
        return starts;
    }

    @Test
    void spikesOnTheRampWhenTheCircuitDoes() {
        float[] starts = starts(69, -300e-12, 40e-12);
        KernelRun expected = circuit(69).drive(starts, 0, RAMP).to(4_000);
        KernelRun actual = reduced(69).drive(starts, 0, RAMP).to(4_000);
        double worst = 0;
        for (int j = 0; j < 69; j++) {
            worst = Math.max(worst, Math.abs(actual.spikesOf(j)[0] - expected.spikesOf(j)[0]));
        }
        assertThat(worst).as("worst spike time error in s").isLessThan(10e-6);
    }

    @ParameterizedTest
    @ValueSource(doubles = {2e-9, 17e-9, 50e-9, 120e-9, 300e-9})
    void theLargerStartAlwaysSpikesFirst(double slope) {
        int size = 2_081;
        float[] starts = starts(size, -400e-12, 640e-12); // 0.5 pA apart, far above threshold at the end
        KernelRun run = reduced(size).drive(starts, 0, slope).to(Math.round(600e-12 / slope / DT));
        for (int j = 1; j < size; j++) {
            assertThat(run.spikesOf(j)[0]).as("from %s A", starts[j]).isLessThan(run.spikesOf(j - 1)[0]);
        }
    }
}
