package org.ionspike.engine.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.ionspike.engine.units.Time;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** To drive one neuron is to drive all of them with one current changed. */
class SingleDriveTest {
    private static final double DT = 5e-6;
    private static final int SIZE = 70;
    private static final float[] ALL = {120e-12f, 90e-12f, 0, 150e-12f};
    private static final float[] FEW = {120e-12f, 0}; // ND4J is slow step by step
    private static final int ONE = 66; // beyond the first block of the reduced kernel's minima

    static Stream<Arguments> backends() {
        return ServiceLoader.load(NeuronModel.class).stream()
                .map(ServiceLoader.Provider::get)
                .flatMap(model -> Stream.of(Backend.values()).map(backend -> Arguments.of(model, backend)));
    }

    private static KernelRun run(NeuronModel model, Backend backend) {
        return new KernelRun(model.kernel(new KernelSettings(SIZE, new Time(DT), backend, true, true)), DT);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void theStatesAndSpikesAreThoseOfAWholeDrive(NeuronModel model, Backend backend) {
        KernelRun single = run(model, backend);
        KernelRun whole = run(model, backend);
        var amperes = new float[SIZE];
        for (float now : backend == Backend.FUSED ? ALL : FEW) {
            amperes[ONE] = now;
            single.kernel().drive(single.step(), ONE, now);
            whole.drive(amperes);
            single.to(single.step() + 350);
            whole.to(whole.step() + 350);
            // single precision: the vectorized reduced kernel plans one neuron in double precision
            assertThat(single.spikes()).hasSameSizeAs(whole.spikes());
            for (int k = 0; k < whole.spikes().size(); k++) {
                assertThat(single.spikes().get(k).neuron()).isEqualTo(ONE);
                assertThat(single.spikes().get(k).seconds())
                        .isCloseTo(whole.spikes().get(k).seconds(), within(1e-8));
            }
        }
        double[] joules = single.joules();
        double[] expected = whole.joules();
        for (int j = 0; j < SIZE; j++) {
            assertThat(joules[j]).isCloseTo(expected[j], within(1e-6 * expected[j]));
        }
    }
}
