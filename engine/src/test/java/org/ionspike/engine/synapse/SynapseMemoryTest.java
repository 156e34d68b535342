package org.ionspike.engine.synapse;

import static org.assertj.core.api.Assertions.assertThat;

import org.ionspike.engine.network.Ends;
import org.ionspike.engine.network.FixedInDegree;
import org.ionspike.engine.network.Weights;
import org.ionspike.engine.plasticity.PairStdp;
import org.ionspike.engine.plasticity.PlasticityRule;
import org.ionspike.engine.random.RandomStreams;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What synapses weigh, as used heap after garbage collection. */
@Tag("slow")
class SynapseMemoryTest {
    /** Keeps what is weighed alive. */
    private record Weighed(ImpulseSynapses synapses, PlasticityRule.Kernel rule) {}

    private static double usedBytes() {
        Runtime runtime = Runtime.getRuntime();
        for (int n = 0; n < 4; n++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static Weighed withPairStdp(Connectivity connectivity) {
        var random = new RandomStreams(1);
        float[][] weights = new Weights.Uniform(0.5).rows(connectivity, random.stream("weights"));
        var synapses = new IdealSynapse().state(connectivity, weights, random);
        var rule = new PairStdp().kernel(synapses);
        for (int i = 0; i < connectivity.pre(); i++) {
            rule.presynapticSpike(i, 0.001);
        }
        for (int j = 0; j < connectivity.post(); j++) {
            rule.postsynapticSpike(j, 0.002, false, 0, new boolean[0]);
        }
        return new Weighed(synapses, rule);
    }

    @Test
    void aDenseWeightTakesFourBytesAndASparseSynapseEightWithPairStdp() {
        double before = usedBytes();
        Weighed dense = withPairStdp(Connectivity.dense(784, 6400));
        double bytes = (usedBytes() - before) / (784 * 6400.0);
        System.out.printf("dense 784 x 6400: %.2f bytes a synapse%n", bytes);
        assertThat(bytes).isBetween(4.0, 4.2);
        assertThat(dense.synapses().connectivity().isDense()).isTrue();

        before = usedBytes();
        var random = new RandomStreams(1).stream("connections");
        Weighed sparse = withPairStdp(new FixedInDegree(1000, true).connect(Ends.of(10_000, 10_000), random));
        bytes = (usedBytes() - before) / 10e6;
        System.out.printf("sparse, 10 million: %.2f bytes a synapse%n", bytes);
        assertThat(bytes).isBetween(8.0, 8.8);
        sparse.rule().settle();
    }
}
