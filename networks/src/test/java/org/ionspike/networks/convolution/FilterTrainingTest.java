package org.ionspike.networks.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.IntStream;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.Weights;
import org.ionspike.engine.plasticity.Annealing;
import org.ionspike.engine.plasticity.WinnerStdp;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.synapse.DeviceVariability;
import org.ionspike.engine.synapse.IonicSynapse;
import org.ionspike.networks.architecture.ConvStdp;
import org.ionspike.networks.architecture.Fidelity;
import org.ionspike.networks.architecture.PlaneShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FilterTrainingTest {
    private static final SimulationSettings SETTINGS = new SimulationSettings(4);

    private static FilterTraining training(
            int pieces, ConvStdp architecture, SimulationSettings settings, List<LatencyMap> samples) {
        var learning =
                new FilterLearning(pieces, new WinnerStdp(0.0607, 0.0607, 0.5, Annealing.none()), 0.08, 0.2, 0.04);
        return new FilterTraining(architecture, learning, settings, samples);
    }

    private static FilterTraining.Outcome train(
            int pieces, ConvStdp architecture, SimulationSettings settings, List<LatencyMap> samples) {
        FilterTraining training = training(pieces, architecture, settings, samples);
        while (!training.isDone()) {
            training.show();
        }
        return training.outcome();
    }

    private static ConvStdp architecture(int side, int filters) {
        return new ConvStdp(
                new PlaneShape(1, side, side),
                side,
                filters,
                new IonicSynapse().withDevices(DeviceVariability.typical()));
    }

    private static float[][] weights(FilterTraining.Outcome outcome) {
        return ((Weights.Given) outcome.network().projection(ConvStdp.KERNEL).weights()).values();
    }

    @Test
    void twoBarsGetFiltersOfTheirOwnWhoseWeightsShowThem() {
        ConvStdp net = architecture(5, 2);
        var samples = RandomSamples.bars(5, net.presentation(), 40, 1);
        var outcome = train(4000, net, SETTINGS, samples);
        float[][] weights = weights(outcome);
        int across = weights[10][0] > weights[2][0] ? 0 : 1; // line 10 is the left end of the bar across
        for (int k : new int[] {0, 1, 3, 4}) {
            assertThat(weights[10 + k][across]).isGreaterThan(0.8f);
            assertThat(weights[5 * k + 2][1 - across]).isGreaterThan(0.8f);
            assertThat(weights[10 + k][1 - across]).isLessThan(0.3f);
            assertThat(weights[5 * k + 2][across]).isLessThan(0.3f);
        }
        assertThat(weights[0][across]).isLessThan(0.2f); // never on
        assertThat(outcome.deviceWrites()).isPositive();
        assertThat(outcome.programmingJoules()).isPositive();
        assertThat(outcome.synapseJoules()).isPositive();
    }

    @Test
    void equalSeedsLearnEqualFiltersAndOthersDoNot() {
        ConvStdp net = architecture(5, 4);
        var samples = RandomSamples.noise(net.input(), net.presentation(), 20, 1);
        var one = train(500, net, SETTINGS, samples);
        var same = train(500, net, SETTINGS, samples);
        var other = train(500, net, new SimulationSettings(5), samples);
        assertThat(weights(same)).isDeepEqualTo(weights(one));
        assertThat(net.thresholds(same.network())).containsExactly(net.thresholds(one.network()));
        assertThat(weights(other)).isNotEqualTo(weights(one));
    }

    @Test
    void anEmptyPieceHasNoWinnerAndTeachesNothing() {
        ConvStdp net = architecture(3, 2);
        var blank = LatencyMap.of(SpikeRaster.atOnset(9, new int[0]), net.input(), net.presentation());
        var outcome = train(5000, net, SETTINGS, List.of(blank));
        assertThat(outcome.unanswered()).isEqualTo(5000);
        assertThat(outcome.deviceWrites()).isZero();
        assertThat(outcome.synapseJoules()).isZero();
    }

    @Test
    void thresholdsKeepTheFiltersEquallyBusy() {
        ConvStdp net = architecture(5, 8);
        var samples = RandomSamples.noise(net.input(), net.presentation(), 200, 7);
        Network learnt = train(20_000, net, SETTINGS, samples).network();
        int[] wins = new int[8];
        var reading = new FilterReading(
                net, new Simulation(learnt.frozen(), SETTINGS).programmable(ConvStdp.KERNEL), net.thresholds(learnt));
        var patch = new Patch(net);
        for (LatencyMap sample : RandomSamples.noise(net.input(), net.presentation(), 2000, 8)) {
            patch.take(sample, 0, 0);
            reading.read(patch);
            if (reading.winner() >= 0) {
                wins[reading.winner()]++;
            }
        }
        double mean = IntStream.of(wins).average().orElseThrow();
        assertThat(mean).isGreaterThan(100);
        assertThat((double) IntStream.of(wins).min().orElseThrow()).isGreaterThan(0.6 * mean);
    }

    /** The kernel takes who crosses first; neurons take a few ms more, and the engine has them run their course. */
    @ParameterizedTest
    @EnumSource(Fidelity.class)
    void runningNeuronsOfTheSameNetworkFireInTheSameOrder(Fidelity fidelity) {
        ConvStdp net = architecture(5, 8);
        var samples = RandomSamples.noise(net.input(), net.presentation(), 50, 7);
        Network learnt = train(5000, net, SETTINGS, samples).network();
        int count = fidelity == Fidelity.REDUCED ? 60 : 6;
        var check = NeuronCheck.of(net, learnt, fidelity.neuron(), SETTINGS, samples, count);
        assertThat(check.pieces()).isEqualTo(count);
        assertThat(check.sameFirst()).isGreaterThanOrEqualTo((int) (0.8 * count));
        assertThat(check.meanDelaySeconds()).isBetween(0.0, 10e-3);
        // 8 neurons at some 145 pW of rest for 200 ms, and some hundred spikes of 1.2 pJ
        assertThat(check.neuronJoules()).isBetween(0.2e-9, 1.0e-9);
    }

    @Test
    void aTrainingThatWasBrokenOffGoesOnBitForBit() {
        ConvStdp net = architecture(5, 4);
        var samples = RandomSamples.noise(net.input(), net.presentation(), 20, 1);
        FilterTraining whole = training(600, net, SETTINGS, samples);
        FilterTraining first = training(600, net, SETTINGS, samples);
        for (int k = 0; k < 250; k++) {
            assertThat(first.show()).isEqualTo(whole.show());
        }
        var saved = new ByteArrayOutputStream();
        first.save(saved);
        FilterTraining second = training(600, net, SETTINGS, samples);
        second.load(new ByteArrayInputStream(saved.toByteArray()));
        while (!whole.isDone()) {
            assertThat(second.show()).isEqualTo(whole.show());
            assertThat(second.winner()).isEqualTo(whole.winner());
        }
        assertThat(second.isDone()).isTrue();
        assertThat(weights(second.outcome())).isDeepEqualTo(weights(whole.outcome()));
        assertThat(net.thresholds(second.outcome().network()))
                .containsExactly(net.thresholds(whole.outcome().network()));
        assertThat(second.outcome().deviceWrites()).isEqualTo(whole.outcome().deviceWrites());
        assertThat(second.outcome().synapseJoules()).isEqualTo(whole.outcome().synapseJoules());
    }

    @Test
    void refusesToTrainOnNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> training(1, architecture(3, 2), SETTINGS, List.of()))
                .withMessageContaining("Training samples (0) must be at least 1");
    }
}
