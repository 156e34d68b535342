package org.ionspike.networks.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.ms;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.ionspike.engine.network.Distribution;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.networks.architecture.PlainDiehlCook.Spike;
import org.ionspike.networks.learning.DiehlCookTraining;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiehlCookTest {
    private static final int LINES = 60;
    private static final int NEURONS = 12;

    /** A third of the lines spikes at 300 Hz. */
    private static SpikeRaster sample(UniformRandomProvider random) {
        int pattern = random.nextInt(3);
        int count = 2000;
        double[] times = new double[count];
        int[] line = new int[count];
        for (int k = 0; k < count; k++) {
            times[k] = 0.35 * random.nextDouble();
            line[k] = 20 * pattern + random.nextInt(20);
        }
        return SpikeRaster.of(LINES, times, line);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void firesAndLearnsAsPlainLoopsOverEverySynapseDo(long seed) {
        var training = new DiehlCookTraining(new DiehlCook(LINES, NEURONS), new SimulationSettings(seed));
        Simulation simulation = training.simulation();
        var plain = new PlainDiehlCook(simulation.weightMap(DiehlCook.LEARNING), NEURONS);
        List<Spike> spikes = new ArrayList<>();
        simulation.onSpike(
                DiehlCook.EXCITATORY,
                // a crossing at the very end of a step may carry the time of the next
                (neuron, time) -> spikes.add(new Spike(neuron, (long) Math.ceil(time * 1e3 - 1e-6) - 1)));
        UniformRandomProvider random = new RandomStreams(seed).stream("samples");
        int all = 0;
        for (int k = 0; k < 12; k++) {
            SpikeRaster sample = sample(random);
            spikes.clear();
            training.show(sample);
            List<Spike> expected = plain.show(sample);
            assertThat(spikes).as("sample " + k).containsExactlyElementsOf(expected);
            all += expected.size();
        }
        assertThat(all).isGreaterThan(100);
        float[][] weights = simulation.weightMap(DiehlCook.LEARNING);
        float[] theta = simulation.values(DiehlCook.EXCITATORY, "theta");
        for (int j = 0; j < NEURONS; j++) {
            double sum = 0;
            for (int i = 0; i < LINES; i++) {
                assertThat((double) weights[i][j]).isCloseTo(plain.w[i][j], within(1e-4)); // single precision
                sum += weights[i][j];
            }
            assertThat(sum).isCloseTo(0.1 * LINES, within(1e-4));
            assertThat((double) theta[j]).isCloseTo(plain.theta[j], within(1e-7));
        }
    }

    @Test
    void theTrainedNetworkCarriesItsThresholdsAndRaisesThemNoMoreWhenFrozen() {
        var training = new DiehlCookTraining(new DiehlCook(LINES, NEURONS), new SimulationSettings(4));
        UniformRandomProvider random = new RandomStreams(4).stream("samples");
        for (int k = 0; k < 5; k++) {
            training.show(sample(random));
        }
        float[] learnt = training.simulation().values(DiehlCook.EXCITATORY, "theta");
        Network trained = training.simulation().snapshot();
        assertThat(trained.group(DiehlCook.EXCITATORY).initial().get("theta")).isInstanceOf(Distribution.Given.class);

        var reading = new Simulation(trained.frozen(), new SimulationSettings(4));
        reading.play(sample(random));
        reading.run(ms(350));

        assertThat(reading.spikeCount()).isPositive();
        assertThat(learnt).contains(reading.values(DiehlCook.EXCITATORY, "theta"), within(1e-9f));
        assertThat(reading.weightMap(DiehlCook.LEARNING))
                .isDeepEqualTo(training.simulation().weightMap(DiehlCook.LEARNING));
    }
}
