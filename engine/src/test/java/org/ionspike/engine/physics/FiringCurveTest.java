package org.ionspike.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.pA;

import org.ionspike.engine.reference.ReferenceTable;
import org.ionspike.engine.units.Current;
import org.junit.jupiter.api.Test;

class FiringCurveTest {
    private static final FiringCurve CURVE = new FiringCurve(new IonicCircuit());

    @Test
    void reproducesTheTable() {
        var table = ReferenceTable.resource("neuron_fI.csv");
        double[] current = table.column("I_A");
        for (int k = 0; k < current.length; k++) {
            var point = CURVE.at(new Current(current[k]));
            String row = "at " + new Current(current[k]);
            double rate = table.column("f_Hz")[k];
            // solvers of 1e-10 agree on spike times to nanoseconds, intervals are above 0.4 ms
            assertThat(point.rate().si()).as(row).isCloseTo(rate, within(2e-5 * rate + 1e-12));
            // both took the extremes of samples
            assertThat(point.lowest().si()).as(row).isCloseTo(table.column("Vmin")[k], within(2e-4));
            assertThat(point.highest().si()).as(row).isCloseTo(table.column("Vmax")[k], within(2e-4));
            double joules = table.column("diss_per_spike_J")[k];
            // the table ends and begins within an interval: at most one spike of those in 40 ms is shared otherwise
            assertThat(point.perSpike().si()).as(row).isCloseTo(joules, within(joules / Math.max(1, 0.04 * rate)));
        }
    }

    @Test
    void findsRheobaseAndBlock() {
        assertThat(CURVE.rheobase(pA(66), pA(68)).si()).isBetween(66e-12, 68e-12);
        assertThat(CURVE.block(pA(250), pA(260)).si()).isBetween(250e-12, 260e-12);
        assertThatThrownBy(() -> CURVE.rheobase(pA(100), pA(120)))
                .hasMessageContaining("FiringCurve silent current (100 pA) must not make the circuit fire");
    }

    @Test
    void refusesToSettleForLongerThanItRuns() {
        assertThatThrownBy(() -> new FiringCurve(CURVE.solver(), ms(10), ms(10)))
                .hasMessageContaining("must be below the window (10 ms)");
    }
}
