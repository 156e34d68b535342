package org.ionspike.engine.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.nS;
import static org.ionspike.engine.units.Units.volt;

import java.util.List;
import org.ionspike.engine.physics.IonicCircuit;
import org.ionspike.engine.units.Quantity;
import org.junit.jupiter.api.Test;

class CircuitReductionTest {
    /** The defaults are written with 1e-4 pA, 1e-5 pA at the nodes of firing, 1e-3 us, 1e-4 pW, 1e-5 pJ. */
    @Test
    void givesTheDefaultNeuronForTheDefaultCircuit() {
        var found = CircuitReduction.reduce(new IonicCircuit());
        var written = new ReducedIonicNeuron();
        close(found.rampRates(), written.rampRates(), 1e-20);
        close(found.rampStarts(), written.rampStarts(), 1e-20);
        for (int k = 0; k < written.rampRates().size(); k++) {
            close(found.rampThresholds().get(k), written.rampThresholds().get(k), 2e-16);
        }
        // the nodes follow the ends of the firing range, which bisection finds to 1e-5 of themselves
        close(found.recoveryCurrents(), written.recoveryCurrents(), 3e-15);
        // at the lower end D grows without bound, so there it is uncertain by what the node is
        close(found.recoveryTimes().subList(3, 32), written.recoveryTimes().subList(3, 32), 2e-6);
        close(found.powerCurrents(), written.powerCurrents(), 1e-15);
        close(found.powers(), written.powers(), 1e-15);
        assertThat(found.restRecovery().si()).isCloseTo(written.restRecovery().si(), within(1e-7));
        assertThat(found.blockCurrent().si()).isCloseTo(written.blockCurrent().si(), within(3e-15));
        assertThat(found.rheobase().si()).isCloseTo(written.rheobase().si(), within(1e-15));
        assertThat(found.threshold().si()).isCloseTo(written.threshold().si(), within(1e-15));
        assertThat(found.excitability()).isCloseTo(written.excitability(), within(1e-4 * written.excitability()));
        assertThat(found.spikeDelay().si()).isCloseTo(written.spikeDelay().si(), within(2e-8));
        assertThat(found.spikeEnergy().si()).isCloseTo(written.spikeEnergy().si(), within(1e-17));
        assertThat(found.clampedSpikeEnergy().si())
                .isCloseTo(written.clampedSpikeEnergy().si(), within(1e-17));
    }

    private static void close(List<? extends Quantity> found, List<? extends Quantity> written, double tolerance) {
        assertThat(found).hasSameSizeAs(written);
        for (int k = 0; k < written.size(); k++) {
            assertThat(found.get(k).si())
                    .as("entry %d", k)
                    .isCloseTo(written.get(k).si(), within(tolerance));
        }
    }

    @Test
    void refusesACircuitThatFiresByItself() {
        assertThatThrownBy(() -> CircuitReduction.reduce(new IonicCircuit().withLeak(nS(0), volt(0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not fire without input");
    }

    @Test
    void refusesACircuitThatNeverFiresOn() {
        assertThatThrownBy(() -> CircuitReduction.reduce(new IonicCircuit().withLeak(nS(20), volt(0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fires on under no current up to five times its rheobase");
    }
}
