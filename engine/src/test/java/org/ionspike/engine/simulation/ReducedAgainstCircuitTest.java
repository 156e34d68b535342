package org.ionspike.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.nAPerSecond;
import static org.ionspike.engine.units.Units.pA;
import static org.ionspike.engine.units.Units.us;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.ArrayList;
import java.util.List;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.WinnerInhibition;
import org.ionspike.engine.neuron.IonicNeuron;
import org.ionspike.engine.neuron.NeuronModel;
import org.ionspike.engine.neuron.ReducedIonicNeuron;
import org.ionspike.engine.source.CurrentRamp;
import org.ionspike.engine.source.CurrentStep;
import org.ionspike.engine.source.InputLines;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.units.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reduced neuron beside the circuit neuron in the same running networks. */
class ReducedAgainstCircuitTest {
    private static final List<NeuronModel> CIRCUIT_AND_REDUCED = List.of(new IonicNeuron(), new ReducedIonicNeuron());

    private static List<Double> spikesUnderHeldCurrent(NeuronModel model, double picoamperes) {
        var network = Network.builder("held")
                .step(us(1))
                .add(new NeuronGroup("cell", 1, model))
                .add(new CurrentStep("held", "cell", pA(picoamperes), ms(0), new Time(Double.POSITIVE_INFINITY)))
                .build();
        var simulation = new Simulation(network, new SimulationSettings(1));
        List<Double> spikes = new ArrayList<>();
        simulation.onSpike("cell", (neuron, seconds) -> spikes.add(seconds));
        simulation.run(ms(60));
        return spikes;
    }

    @ParameterizedTest
    @ValueSource(doubles = {69, 90, 115, 150, 190, 230})
    void fireAtOneRateUnderAHeldCurrent(double picoamperes) {
        double[] intervals = CIRCUIT_AND_REDUCED.stream()
                .mapToDouble(model -> {
                    List<Double> spikes = spikesUnderHeldCurrent(model, picoamperes);
                    return spikes.get(spikes.size() - 1) - spikes.get(spikes.size() - 2);
                })
                .toArray();

        // 0.3 % is the reduced neuron's error against the reference, the rest the circuit kernel's, even at 1 us
        assertThat(intervals[1] / intervals[0]).isCloseTo(1, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(doubles = {50, 64, 258, 300})
    void fallSilentBelowThresholdAndInDepolarizationBlock(double picoamperes) {
        for (NeuronModel model : CIRCUIT_AND_REDUCED) {
            assertThat(spikesUnderHeldCurrent(model, picoamperes)).allMatch(seconds -> seconds < 0.01);
        }
    }

    /** One neuron with a bias, answering a ramp of 50 nA/s. */
    private static Simulation comparator(NeuronModel model) {
        var cell = new NeuronGroup("cell", 1, model)
                .withBias(ImmutableDoubleArray.of(-40e-12))
                .withInhibition(new WinnerInhibition(1, mV(-30), ms(5)));
        return new Simulation(
                Network.builder("comparator")
                        .step(us(5))
                        .add(cell)
                        .add(new InputLines("input", 1))
                        .add(new CurrentRamp("ramp", "cell", nAPerSecond(50)))
                        .build(),
                new SimulationSettings(1));
    }

    @Test
    void answerARampAtOneTimeAndTheNextAfterAPauseAlmostSo() {
        double[][] times = new double[2][2];
        for (int m = 0; m < 2; m++) {
            Simulation simulation = comparator(CIRCUIT_AND_REDUCED.get(m));
            for (int k = 0; k < 2; k++) {
                Response response = simulation.present(SpikeRaster.atOnset(1, new int[] {0}));
                times[m][k] = response.timeSeconds().get(0);
            }
        }

        // 1 us is the law's error, 2 us the circuit kernel's at a step of 5 us
        assertThat(times[1][0]).isCloseTo(times[0][0], within(3e-6));
        // the circuit remembers its spike for more than the 5 ms of the clamp, the reduced neuron does not: 25 us
        assertThat(times[1][1]).isCloseTo(times[0][1], within(30e-6));
    }

    @Test
    void dissipateTheSameInAPresentationToAFewPercent() {
        double[] joules = new double[2];
        for (int m = 0; m < 2; m++) {
            Simulation simulation = comparator(CIRCUIT_AND_REDUCED.get(m));
            simulation.present(SpikeRaster.atOnset(1, new int[] {0}));
            joules[m] = simulation.energy().neurons();
        }

        assertThat(joules[1] / joules[0]).isCloseTo(1, within(0.03));
    }
}
