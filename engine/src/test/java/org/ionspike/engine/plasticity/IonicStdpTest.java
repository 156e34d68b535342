package org.ionspike.engine.plasticity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.reference.ReferenceTable;
import org.ionspike.engine.synapse.Connectivity;
import org.ionspike.engine.synapse.IdealSynapse;
import org.ionspike.engine.synapse.IonicSynapse;
import org.ionspike.engine.synapse.ProgrammableSynapses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IonicStdpTest {
    private static ProgrammableSynapses ideal(float w) {
        return new IonicSynapse().state(Connectivity.dense(1, 1), new float[][] {{w}}, new RandomStreams(1));
    }

    private static double pair(ProgrammableSynapses synapse, PlasticityRule.Kernel kernel, double start, double dt) {
        double before = synapse.weight(0, 0);
        double pre = start + Math.max(0, -dt);
        double post = start + Math.max(0, dt);
        if (pre <= post) {
            kernel.presynapticSpike(0, pre);
            kernel.postsynapticSpike(0, post, true, 0, new boolean[] {true});
        } else {
            kernel.postsynapticSpike(0, post, true, 0, new boolean[] {true});
            kernel.presynapticSpike(0, pre);
        }
        return synapse.weight(0, 0) - before;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9})
    void isolatedPairsReproduceTheTimingCurve(double w) {
        var table = ReferenceTable.resource("stdp_w" + w + ".csv");
        double[] found = Arrays.stream(table.column("dt_post_minus_pre_s"))
                .map(dt -> {
                    ProgrammableSynapses synapse = ideal((float) w);
                    return pair(synapse, new IonicStdp().kernel(synapse), 1, dt);
                })
                .toArray();
        // the table over dt; and a weight is a float, 6e-8 of changes of 1e-2
        assertThat(ReferenceTable.difference(table.column("delta_w"), found)).isLessThan(1e-3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.05, -0.003, -1e-4, 1e-4, 0.004, 0.06})
    void idealSynapsesFollowTheSameCurveAsDevices(double dt) {
        ProgrammableSynapses device = ideal(0.4f);
        double found = pair(device, new IonicStdp().kernel(device), 1, dt);
        for (var connectivity : List.of(Connectivity.dense(1, 1), Connectivity.sparse(1, new int[][] {{0}}))) {
            var synapses = new IdealSynapse().state(connectivity, new float[][] {{0.4f}}, new RandomStreams(1));
            var kernel = new IonicStdp().kernel(synapses);
            if (dt < 0) {
                kernel.postsynapticSpike(0, 1, true, 0, new boolean[0]);
                kernel.presynapticSpike(0, 1 - dt);
            } else {
                kernel.presynapticSpike(0, 1);
                kernel.postsynapticSpike(0, 1 + dt, true, 0, new boolean[0]);
            }
            // a float near 0.4
            assertThat(synapses.weights(0)[0] - 0.4f).isCloseTo((float) found, within(1e-7f));
        }
    }

    @Test
    void theTableFollowsTheExactMapsBetweenItsNodes() {
        var pairing = new WaveformPairing();
        var kernelTable = new PairingTable(pairing, 1, pairing.presynapticAlone(), pairing.postsynapticAlone());
        double largest = 0;
        double worst = 0;
        for (double dt = 0.013e-3; dt < 80e-3; dt *= 1.07) {
            double first = pairing.presynapticAlone().apply(0.5);
            double exact = pairing.map(dt).apply(0.5) - first;
            largest = Math.max(largest, Math.abs(exact));
            worst = Math.max(worst, Math.abs(kernelTable.change(first, dt) - exact));
        }
        assertThat(worst).isLessThan(1e-3 * largest);
    }

    @Test
    void loneSpikesMoveTheWeightByTheirWaveformAlone() {
        ProgrammableSynapses synapse = ideal(0.5f);
        PlasticityRule.Kernel kernel = new IonicStdp().kernel(synapse);
        kernel.presynapticSpike(0, 1);
        double down = synapse.weight(0, 0) - 0.5;
        kernel.postsynapticSpike(0, 10, true, 0, new boolean[] {false});
        double both = synapse.weight(0, 0) - 0.5;
        // +-2.7e-4 by an independent integrator, two digits; and both cancel at the middle
        assertThat(Math.abs(down)).isCloseTo(2.7e-4, within(0.05e-4));
        assertThat(both).isCloseTo(0, within(1e-6));
    }

    @Test
    void pairsFarApartAddUpAndARestForgetsTheLastSpike() {
        ProgrammableSynapses synapse = ideal(0.5f);
        PlasticityRule.Kernel kernel = new IonicStdp().kernel(synapse);
        double first = pair(synapse, kernel, 1, 3e-3);
        double second = pair(synapse, kernel, 2, -3e-3);
        assertThat(second).isCloseTo(-first, within(0.05 * first)); // the weight has moved by 1 % meanwhile
        kernel.presynapticSpike(0, 3);
        kernel.reset();
        double before = synapse.weight(0, 0);
        kernel.postsynapticSpike(0, 3.001, true, 0, new boolean[] {false});
        assertThat(synapse.weight(0, 0) - before).isCloseTo(2.7e-4, within(0.1e-4));
    }

    @Test
    void isFoundByItsName() {
        assertThat(ServiceLoader.load(PlasticityRule.class).stream()
                        .map(found -> found.get().name()))
                .contains("ionic-stdp", "winner-stdp");
    }
}
