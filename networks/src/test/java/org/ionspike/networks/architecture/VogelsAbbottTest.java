package org.ionspike.networks.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ionspike.engine.units.Units.s;

import java.util.Arrays;
import org.ionspike.engine.monitor.SpikeMonitor;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.simulation.SimulationSettings;
import org.junit.jupiter.api.Test;

/**
 * The statistics of the networks of 4000 neurons over 1 s, from the start of the run, as other simulators count them: CUBA 5.4 to
 * 5.7 Hz, COBA 18 to 20 Hz.
 */
class VogelsAbbottTest {
    private static final int SEEDS = 6;

    /** Mean over seeds of the rate in Hz and of the coefficient of variation of the intervals. */
    private record Statistics(double rate, double variation, double spreadOfRate) {}

    private static Statistics statistics(Network network) {
        var rates = new double[SEEDS];
        double variation = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            var simulation = new Simulation(network, new SimulationSettings(seed + 1));
            var monitor = new SpikeMonitor(simulation, "excitatory");
            simulation.run(s(1));
            rates[seed] = simulation.spikeCount() / 4000.0;
            variation += Arrays.stream(monitor.intervalVariation())
                            .filter(Double::isFinite)
                            .average()
                            .orElseThrow()
                    / SEEDS;
        }
        double mean = Arrays.stream(rates).average().orElseThrow();
        double spread =
                Math.sqrt(Arrays.stream(rates).map(r -> (r - mean) * (r - mean)).sum() / (SEEDS - 1));
        return new Statistics(mean, variation, spread);
    }

    @Test
    void cubaFiresAtThePublishedRateIrregularly() {
        Statistics cuba = statistics(VogelsAbbott.cuba(4_000));
        // one network differs from the next by 0.25 Hz, the mean of six by 0.1 Hz; measured 5.59 Hz
        assertThat(cuba.rate()).as("Hz, %s", cuba).isBetween(5.4 - 0.2, 5.7 + 0.2);
        // our measurement: 0.52, over neurons with three spikes and more
        assertThat(cuba.variation()).as("%s", cuba).isBetween(0.45, 0.6);
    }

    @Test
    void cobaFiresAtThePublishedRateIrregularly() {
        Statistics coba = statistics(VogelsAbbott.coba(4_000));
        // one network differs from the next by 1.3 Hz, the mean of six by 0.5 Hz; measured 18.5 Hz
        assertThat(coba.rate()).as("Hz, %s", coba).isBetween(18.0 - 1, 20.0 + 1);
        // our measurement: 1.52, for the activity comes in waves
        assertThat(coba.variation()).as("%s", coba).isBetween(1.3, 1.7);
    }
}
