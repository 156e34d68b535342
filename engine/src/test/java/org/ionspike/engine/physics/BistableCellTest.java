package org.ionspike.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.nA;
import static org.ionspike.engine.units.Units.nS;

import java.util.List;
import org.ionspike.engine.physics.BistableCell.Phase;
import org.ionspike.engine.reference.ReferenceTable;
import org.junit.jupiter.api.Test;

class BistableCellTest {
    @Test
    void setsHoldsAndResetsAsInTheTable() {
        var table = ReferenceTable.resource("bistable_cell.csv");
        var phases = List.of(
                new Phase(ms(5), nA(0), nS(0)),
                new Phase(ms(6), nA(1.5), nS(0)),
                new Phase(ms(35), nA(0), nS(0)),
                new Phase(ms(36), nA(0), nS(1000)),
                new Phase(ms(60), nA(0), nS(0)));
        var samples = new BistableCell().run(phases, table.column("t_s"));
        double[] volts = samples.stream().mapToDouble(s -> s.state().volts()).toArray();
        double[] n =
                samples.stream().mapToDouble(s -> s.state().sodiumFraction()).toArray();
        // the table starts at the steady state rounded to 5 digits
        assertThat(ReferenceTable.largestDifference(table.column("V"), volts)).isLessThan(1e-6);
        assertThat(ReferenceTable.largestDifference(table.column("n"), n)).isLessThan(1e-6);
    }

    @Test
    void hasTwoStableStatesAndOneBetween() {
        assertThat(new BistableCell().steadyStates())
                .extracting(CircuitState::volts)
                .satisfiesExactly(
                        v -> assertThat(v).isCloseTo(0.0272, within(5e-5)),
                        v -> assertThat(v).isCloseTo(0.2159, within(5e-5)),
                        v -> assertThat(v).isCloseTo(0.8868, within(5e-5)));
    }

    @Test
    void isNotResetByANegativePulse() {
        var phases = List.of(
                new Phase(ms(1), nA(1.5), nS(0)),
                new Phase(ms(20), nA(0), nS(0)),
                new Phase(ms(21), nA(-1.5), nS(0)),
                new Phase(ms(60), nA(0), nS(0)));
        var samples = new BistableCell().run(phases, 0.019, 0.06);
        assertThat(samples).allSatisfy(s -> assertThat(s.state().volts()).isCloseTo(0.8868, within(1e-3)));
    }

    @Test
    void refusesPhasesOutOfOrder() {
        var phases = List.of(new Phase(ms(2), nA(0), nS(0)), new Phase(ms(1), nA(0), nS(0)));
        assertThatThrownBy(() -> new BistableCell().run(phases, 0)).hasMessageContaining("must lie after the phase");
    }
}
