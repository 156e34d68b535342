package org.ionspike.networks.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.ms;

import org.ionspike.engine.network.Weights;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.source.PoissonImpulses;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MorrisonAertsenDiesmannTest {
    @Test
    void receivesTheBackgroundOfTheExample() {
        var network = MorrisonAertsenDiesmann.network();
        var background = (PoissonImpulses) network.currents().get(0);
        assertThat(background.rate().si()).isCloseTo(20_856, within(1.0)); // as the example prints for these sizes
    }

    /** NEST 3.10 gives 40 to 43 Hz for these parameters, over 50 ms after 50 ms. */
    @Test
    @Tag("slow")
    void firesAtTheRateOfTheExampleAndItsWeightsSpread() {
        var simulation = new Simulation(MorrisonAertsenDiesmann.network(), new SimulationSettings(1));
        simulation.run(ms(50));
        long before = simulation.spikeCount();
        simulation.run(ms(150));
        assertThat((simulation.spikeCount() - before) / 10_000.0 / 0.15).isBetween(38.0, 45.0);
        var weights = (Weights.Given)
                simulation.snapshot().projection("excitatory to excitatory").weights();
        double sum = 0;
        double square = 0;
        long count = 0;
        for (float[] row : weights.values()) {
            for (float w : row) {
                assertThat(w >= 0 && w < 1).isTrue(); // the upper bound, ten start weights, is out of reach
                sum += w;
                square += (double) w * w;
                count++;
            }
        }
        assertThat(count).isEqualTo(6_400_000);
        assertThat(sum / count).isBetween(0.08, 0.12);
        assertThat(Math.sqrt(square / count - sum / count * (sum / count))).isGreaterThan(1e-3);
    }
}
