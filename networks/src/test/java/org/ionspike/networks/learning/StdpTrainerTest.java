package org.ionspike.networks.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.ionspike.engine.checkpoint.CheckpointException;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.Weights;
import org.ionspike.engine.neuron.IonicNeuron;
import org.ionspike.engine.neuron.NeuronModel;
import org.ionspike.engine.neuron.ReducedIonicNeuron;
import org.ionspike.engine.simulation.Response;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.synapse.DeviceVariability;
import org.ionspike.engine.synapse.IonicSynapse;
import org.ionspike.networks.architecture.WinnerTakeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StdpTrainerTest {
    private static final List<SpikeRaster> TWO_PATTERNS = List.of(
            SpikeRaster.atOnset(12, new int[] {0, 1, 2, 3, 4, 5}),
            SpikeRaster.atOnset(12, new int[] {6, 7, 8, 9, 10, 11}));

    private static Network network(int presentations) {
        return new WinnerTakeAll(12, 4, new ReducedIonicNeuron(), new IonicSynapse()).network(presentations);
    }

    private static StdpTrainer trainer(int epochs, long seed) {
        return new StdpTrainer(epochs, network(2 * epochs), new SimulationSettings(seed), TWO_PATTERNS);
    }

    private static StdpTrainer.Outcome outcome(StdpTrainer trainer) {
        while (!trainer.isDone()) {
            trainer.show();
        }
        return trainer.outcome();
    }

    @Test
    void everySampleIsShownOnceAnEpochInAnOrderOfItsOwn() {
        var samples = Collections.nCopies(10, TWO_PATTERNS.get(0));
        var trainer = new StdpTrainer(3, network(30), new SimulationSettings(1), samples);
        List<List<Integer>> epochs = new ArrayList<>();
        for (int epoch = 0; epoch < 3; epoch++) {
            epochs.add(IntStream.range(0, 10).mapToObj(k -> trainer.show()).toList());
        }

        assertThat(epochs)
                .doesNotHaveDuplicates()
                .allSatisfy(epoch -> assertThat(epoch).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
        assertThat(trainer.isDone()).isTrue();
        assertThatThrownBy(trainer::show).hasMessageContaining("All 30 samples");
    }

    @Test
    void whatTrainingTookIsCounted() {
        var outcome = outcome(trainer(7, 1));

        assertThat(outcome.presentations()).isEqualTo(14);
        assertThat(outcome.unanswered()).isZero();
        assertThat(outcome.deviceWrites()).isPositive();
        assertThat(outcome.energy().programming()).isPositive();
    }

    @Test
    void twoPatternsGetWinnersOfTheirOwnWhoseWeightsShowThem() {
        var outcome = outcome(trainer(60, 2));
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
        var bias =
                outcome(trainer(50, 3)).network().group(WinnerTakeAll.NEURONS).biasAmperes();

        assertThat(bias.length()).isEqualTo(4);
        // single precision: 100 additions of picoamperes, each rounded to 1e-7 of it
        assertThat(bias.stream().sum()).isCloseTo(0, within(1e-16));
    }

    @Test
    void theSameSeedLearnsTheSameWeightsAndAnotherOneOthers() {
        Network one = outcome(trainer(10, 4)).network();
        Network same = outcome(trainer(10, 4)).network();
        Network other = outcome(trainer(10, 5)).network();

        assertThat(same).isEqualTo(one);
        assertThat(other).isNotEqualTo(one);
    }

    /** Noisy devices and samples that overlap, so that every random stream matters. */
    private static StdpTrainer noisy(NeuronModel neuron) {
        List<SpikeRaster> samples = IntStream.range(0, 7)
                .mapToObj(s -> SpikeRaster.atOnset(12, new int[] {s, s + 1, s + 3, s + 5}))
                .toList();
        Network network = new WinnerTakeAll(12, 4, neuron, new IonicSynapse().withDevices(DeviceVariability.typical()))
                .network(28);
        return new StdpTrainer(4, network, new SimulationSettings(6), samples);
    }

    private static byte[] saved(StdpTrainer trainer) {
        var bytes = new ByteArrayOutputStream();
        trainer.save(bytes);
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"false,0", "false,1", "false,7", "false,13", "false,14", "false,28", "true,7", "true,16"})
    void oneThatWasBrokenOffGoesOnBitForBit(boolean circuit, int at) {
        NeuronModel neuron = circuit ? new IonicNeuron() : new ReducedIonicNeuron();
        StdpTrainer broken = noisy(neuron);
        for (int k = 0; k < at; k++) {
            broken.show();
        }
        StdpTrainer resumed = noisy(neuron);
        resumed.load(new ByteArrayInputStream(saved(broken)));

        assertThat(resumed.shown()).isEqualTo(at);
        assertThat(resumed.winner()).isEqualTo(broken.winner());
        assertThat(outcome(resumed)).isEqualTo(outcome(noisy(neuron)));
        assertThat(outcome(broken)).as("saving changes nothing").isEqualTo(outcome(noisy(neuron)));
    }

    @Test
    void aStateOfOtherSamplesIsRefused() {
        byte[] bytes = saved(trainer(2, 1));

        assertThatThrownBy(() -> noisy(new ReducedIonicNeuron()).load(new ByteArrayInputStream(bytes)))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("'order' has 2 entries there and 7 here");
    }
}
