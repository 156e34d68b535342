package org.ionspike.engine.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.nS;
import static org.ionspike.engine.units.Units.pF;
import static org.ionspike.engine.units.Units.us;

import java.util.Arrays;
import java.util.List;
import org.ionspike.engine.units.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatedChannelNeuronTest {
    private static final double DT = 10e-6;

    private static NeuronKernel kernel(GatedChannelNeuron model, int size, double dt) {
        return model.kernel(new KernelSettings(size, new Time(dt), Backend.FUSED, true, false));
    }

    /**
     * The counts that two simulators (in single and double precision) and two plain C programs found for this workload. The
     * largest of them differs by one here: single precision moves one of 173 733 crossings over the end of the run.
     */
    @ParameterizedTest
    @CsvSource({"400, 100000, 64511, 0", "10000, 10000, 162695, 0", "100000, 1000, 173733, 1"})
    void uncoupledNeuronsSpikeAsOftenAsInOtherSimulators(int neurons, int steps, int spikes, int tolerance) {
        NeuronKernel kernel = kernel(new GatedChannelNeuron(), neurons, DT);
        var volts = new float[neurons];
        Arrays.fill(volts, -65e-3f);
        kernel.set("v", volts);
        kernel.set("n1", new float[neurons]);
        kernel.set("n2", new float[neurons]);
        var amperes = new float[neurons];
        for (int i = 0; i < neurons; i++) {
            amperes[i] = (float) (600e-12 * i / neurons); // 60 mV/ms times 10 pF
        }
        kernel.drive(0, amperes, 0, 0);
        int[] count = {0};
        for (int step = 0; step < steps; step++) {
            kernel.advance(step, (neuron, seconds) -> count[0]++);
        }
        assertThat(count[0]).isCloseTo(spikes, within(tolerance));
    }

    @ParameterizedTest
    @ValueSource(doubles = {5, -5, 50})
    void theRationalSigmoidIsWithinAMillionthOfTheExactOne(double millivolts) {
        // a channel whose time is one step takes its steady value in it; the steep ones are cut off, in some blocks
        var channel = new GatedChannel(nS(1), mV(0), mV(-25), mV(millivolts), us(10));
        var model = new GatedChannelNeuron(
                pF(100),
                nS(10),
                mV(-70),
                List.of(channel, new GatedChannel(nS(1), mV(0), mV(100), mV(4), us(10))),
                mV(0),
                new ExponentialReceptors(ExponentialReceptors.Kind.CURRENT));
        int size = 20_001;
        NeuronKernel kernel = kernel(model, size, DT);
        var volts = new float[size];
        for (int j = 0; j < size; j++) {
            volts[j] = (float) (-0.5 + 1e-4 * 0.5 * j);
        }
        kernel.set("v", volts);
        kernel.advance(0, (neuron, seconds) -> {});
        float[] open = kernel.state("n1", 1).toFloatVector();
        double worst = 0;
        for (int j = 0; j < size; j++) {
            worst = Math.max(worst, Math.abs(open[j] - channel.steadyFraction(volts[j])));
        }
        assertThat(worst).isLessThan(1e-6);
    }

    @Test
    void restIsAFixedPoint() {
        NeuronKernel kernel =
                new GatedChannelNeuron().kernel(new KernelSettings(1, new Time(DT), Backend.FUSED, false, false));
        KernelRun run = new KernelRun(kernel, DT);
        kernel.arrivals(0, 0); // wakes it
        float rest = run.state("v")[0];
        assertThat(run.to(1).state("v")[0]).isCloseTo(rest, within(2e-8f));
        assertThat(rest)
                .isEqualTo((float) new GatedChannelNeuron().restingPotential().si());
    }

    @Test
    void refusesAStepThatIsTooLong() {
        assertThatThrownBy(() -> kernel(new GatedChannelNeuron(), 1, 50e-6))
                .hasMessageContaining("The time step (50 us) is too long")
                .hasMessageContaining("at most 26.3158 us"); // 10 pF / 380 nS
    }
}
