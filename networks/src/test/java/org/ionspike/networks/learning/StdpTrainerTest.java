package org.ionspike.networks.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.Weights;
import org.ionspike.engine.neuron.ReducedIonicNeuron;
import org.ionspike.engine.simulation.Response;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.synapse.IonicSynapse;
import org.ionspike.networks.architecture.WinnerTakeAll;
import org.junit.jupiter.api.Test;

class StdpTrainerTest {
    private static final List<SpikeRaster> TWO_PATTERNS = List.of(
            SpikeRaster.atOnset(12, new int[] {0, 1, 2, 3, 4, 5}),
            SpikeRaster.atOnset(12, new int[] {6, 7, 8, 9, 10, 11}));

    private static Network network(int presentations) {
        return new WinnerTakeAll(12, 4, new ReducedIonicNeuron(), new IonicSynapse()).network(presentations);
    }

    @Test
    void everySampleIsShownOnceAnEpochAndTheListenerIsTold() {
        long[] last = new long[2];
        var outcome = new StdpTrainer(7).train(network(14), new SimulationSettings(1), TWO_PATTERNS, (shown, total) -> {
            last[0] = shown;
            last[1] = total;
        });

        assertThat(last).containsExactly(14, 14);
        assertThat(outcome.presentations()).isEqualTo(14);
        assertThat(outcome.unanswered()).isZero();
        assertThat(outcome.deviceWrites()).isPositive();
        assertThat(outcome.energy().programming()).isPositive();
    }

    @Test
    void twoPatternsGetWinnersOfTheirOwnWhoseWeightsShowThem() {
        var outcome =
                new StdpTrainer(60).train(network(120), new SimulationSettings(2), TWO_PATTERNS, (shown, total) -> {});
        var reading = new Simulation(WinnerTakeAll.reading(outcome.network(), 1), new SimulationSettings(2));
        Response first = reading.present(TWO_PATTERNS.get(0));
        Response second = reading.present(TWO_PATTERNS.get(1));
        float[][] weights = ((Weights.Given)
                        outcome.network().projection(WinnerTakeAll.CROSSBAR).weights())
                .values();

        int winner = first.neuron().get(0);
        assertThat(second.neuron().get(0)).isNotEqualTo(winner);
        for (int line = 0; line < 12; line++) {
            if (line < 6) {
                assertThat(weights[line][winner]).isGreaterThan(0.6f);
            } else {
                assertThat(weights[line][winner]).isLessThan(0.4f);
            }
        }
    }

    @Test
    void theSumOfTheBiasesStays() {
        var outcome =
                new StdpTrainer(50).train(network(100), new SimulationSettings(3), TWO_PATTERNS, (shown, total) -> {});
        var bias = outcome.network().group(WinnerTakeAll.NEURONS).biasAmperes();

        assertThat(bias.length()).isEqualTo(4);
        // single precision: 100 additions of picoamperes, each rounded to 1e-7 of it
        assertThat(bias.stream().sum()).isCloseTo(0, within(1e-16));
    }

    @Test
    void theSameSeedLearnsTheSameWeightsAndAnotherOneOthers() {
        var trainer = new StdpTrainer(10);
        Network one = trainer.train(network(20), new SimulationSettings(4), TWO_PATTERNS, (shown, total) -> {})
                .network();
        Network same = trainer.train(network(20), new SimulationSettings(4), TWO_PATTERNS, (shown, total) -> {})
                .network();
        Network other = trainer.train(network(20), new SimulationSettings(5), TWO_PATTERNS, (shown, total) -> {})
                .network();

        assertThat(same).isEqualTo(one);
        assertThat(other).isNotEqualTo(one);
    }
}
