package org.ionspike.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.nA;
import static org.ionspike.engine.units.Units.nAPerSecond;
import static org.ionspike.engine.units.Units.nS;
import static org.ionspike.engine.units.Units.pA;
import static org.ionspike.engine.units.Units.volt;

import java.util.function.ToDoubleFunction;
import org.ionspike.engine.reference.ReferenceTable;
import org.ionspike.engine.units.Current;
import org.junit.jupiter.api.Test;

class CircuitReferenceTest {
    private static final IonicCircuit CIRCUIT = new IonicCircuit();

    @Test
    void restsWhereTheTableSays() {
        var table = ReferenceTable.resource("neuron_rest.csv");
        var rest = CIRCUIT.rest();
        // the table has 13 digits
        assertThat(rest.volts()).isCloseTo(table.column("V")[0], within(1e-12));
        assertThat(rest.sodiumFraction()).isCloseTo(table.column("nNa")[0], within(1e-14));
        assertThat(rest.potassiumFraction()).isCloseTo(table.column("nK")[0], within(1e-14));
        // 145 pW in the table of verified numbers
        assertThat(CIRCUIT.dissipation(rest)).isCloseTo(145e-12, within(0.5e-12));
    }

    @Test
    void reproducesTheStepOf100PicoampereWithItsEnergyBooks() {
        var table = ReferenceTable.resource("neuron_default_step0.1nA.csv");
        var input = InputCurrent.constant(nA(0)).then(ms(1), nA(0.1)).then(ms(16), nA(0));
        var trace = new CircuitReference(CIRCUIT).trace(CIRCUIT.rest(), input, table.column("t_s"));
        // measured 2.3e-8 V, 3.5e-8 of n and 4e-9 of the energies, as the table's own agreement with a third solution
        assertThat(largest(table, "V", trace, s -> s.state().volts())).isLessThan(1e-7);
        assertThat(largest(table, "nNa", trace, s -> s.state().sodiumFraction()))
                .isLessThan(1e-7);
        assertThat(largest(table, "nK", trace, s -> s.state().potassiumFraction()))
                .isLessThan(1e-7);
        assertThat(relative(table, "W_source_J", trace, s -> s.books().source()))
                .isLessThan(1e-7);
        assertThat(relative(table, "W_batNa_J", trace, s -> s.books().sodiumBattery()))
                .isLessThan(1e-6);
        assertThat(relative(table, "W_batK_J", trace, s -> s.books().potassiumBattery()))
                .isLessThan(1e-6);
        assertThat(relative(table, "W_batL_J", trace, s -> s.books().leakBattery()))
                .isLessThan(1e-6);
        assertThat(relative(table, "Q_diss_J", trace, s -> s.books().dissipated()))
                .isLessThan(1e-6);
    }

    @Test
    void closesItsEnergyBooks() {
        double[] times = new double[200];
        for (int k = 0; k < times.length; k++) {
            times[k] = 1e-4 * (k + 1);
        }
        var start = CIRCUIT.rest();
        var input =
                InputCurrent.ramp(pA(0), nAPerSecond(10)).then(ms(12), nA(0.15)).then(ms(16), nA(-0.2));
        var trace = new CircuitReference(CIRCUIT).trace(start, input, times);
        for (var sample : trace.samples()) {
            double stored = CIRCUIT.storedEnergy(sample.state()) - CIRCUIT.storedEnergy(start);
            assertThat(sample.books().retained())
                    .as("at %s s", sample.seconds())
                    .isCloseTo(stored, within(1e-9 * sample.books().dissipated()));
        }
        assertThat(trace.spikes()).hasSizeGreaterThan(2);
    }

    @Test
    void findsEverySpikeAtItsTime() {
        var expected = ReferenceTable.resource("neuron_default_spike_times_I0.1nA_from0.csv")
                .only();
        var trace = new CircuitReference(CIRCUIT)
                .spikes(CIRCUIT.rest(), InputCurrent.constant(nA(0.1)), ms(16), Integer.MAX_VALUE);
        double[] found = trace.spikeSeconds().toArray();
        assertThat(found).hasSameSizeAs(expected);
        assertThat(ReferenceTable.largestDifference(expected, found)).isLessThan(1e-9);
        assertThat(trace.spikes()).allSatisfy(s -> assertThat(s.state().volts()).isCloseTo(0.2, within(1e-9)));
    }

    @Test
    void missesNoSpikeInLongSteps() {
        // 1.7 kHz; a loose tolerance takes the longest steps
        var input = InputCurrent.constant(pA(240));
        var fine = new CircuitReference(CIRCUIT).spikes(CIRCUIT.rest(), input, ms(30), Integer.MAX_VALUE);
        var coarse = new CircuitReference(CIRCUIT)
                .withTolerance(1e-6)
                .spikes(CIRCUIT.rest(), input, ms(30), Integer.MAX_VALUE);
        assertThat(fine.spikes()).hasSizeGreaterThan(45);
        assertThat(coarse.spikes()).hasSameSizeAs(fine.spikes());
    }

    @Test
    void endsAtTheSpikesAskedFor() {
        var trace = new CircuitReference(CIRCUIT).spikes(CIRCUIT.rest(), InputCurrent.constant(nA(0.1)), ms(16), 2);
        assertThat(trace.spikes()).hasSize(2);
        assertThat(trace.end().seconds()).isBetween(3.37e-3, 3.5e-3);
    }

    @Test
    void followsTheCircuitOf2021Size() {
        var table = ReferenceTable.resource("neuron_robin2021_chi1_0.1nA.csv");
        var circuit = IonicCircuit.robin2021();
        var solver = new CircuitReference(circuit).withSpikeLevels(volt(25), volt(20));
        var start = new CircuitState(table.column("V")[0], 0.02, 0.04);
        var trace = solver.trace(start, InputCurrent.constant(nA(0.1)), table.column("t_s"));
        assertThat(relative(table, "V", trace, s -> s.state().volts())).isLessThan(1e-5);
        assertThat(relative(table, "nNa", trace, s -> s.state().sodiumFraction()))
                .isLessThan(1e-5);
        assertThat(relative(table, "nK", trace, s -> s.state().potassiumFraction()))
                .isLessThan(1e-5);
        assertThat(trace.spikes()).hasSizeGreaterThan(4);
    }

    /** Sodium slit and 3 nS to ground: set by +1.5 nA from 5 to 6 ms, reset by a shunt of 1 uS from 35 to 36 ms. */
    @Test
    void remembersAsABistableCell() {
        var table = ReferenceTable.resource("bistable_cell.csv");
        double[] t = table.column("t_s");
        double[] volts = new double[t.length];
        var cell = new IonicCircuit(
                Slit.sodium(),
                Slit.potassium().withMultiplicity(0),
                CIRCUIT.sodiumBattery(),
                CIRCUIT.potassiumBattery(),
                nS(3),
                volt(0),
                CIRCUIT.capacitance());
        var shunted = cell.withLeak(nS(1003), volt(0));
        var input = InputCurrent.constant(nA(0)).then(ms(5), nA(1.5)).then(ms(6), nA(0));
        var state = new CircuitState(table.column("V")[0], table.column("n")[0], 0);
        double[][] spans = {{0, 35e-3}, {35e-3, 36e-3}, {36e-3, 1}};
        int row = 0;
        for (double[] span : spans) {
            int from = row;
            while (row < t.length && t[row] < span[1] - 1e-9) {
                row++;
            }
            double[] times = new double[row - from + 1];
            for (int k = from; k < row; k++) {
                times[k - from] = Math.max(0, t[k] - span[0]);
            }
            times[row - from] = Math.min(span[1], 0.06) - span[0];
            var circuit = span[0] == 35e-3 ? shunted : cell;
            var trace = new CircuitReference(circuit, 1e-10, volt(0.2), volt(0.15))
                    .trace(state, span[0] == 0 ? input : InputCurrent.constant(new Current(0)), times);
            for (int k = from; k < row; k++) {
                volts[k] = trace.samples().get(k - from).state().volts();
            }
            state = trace.end().state();
        }
        assertThat(ReferenceTable.difference(table.column("V"), volts)).isLessThan(1e-5);
        // printed stable states
        assertThat(cell.rest().volts()).isCloseTo(0.0272, within(5e-5));
        assertThat(volts[340]).isCloseTo(0.8868, within(5e-5));
    }

    @Test
    void refusesTimesOutOfOrder() {
        var solver = new CircuitReference(CIRCUIT);
        var input = InputCurrent.constant(nA(0));
        assertThatThrownBy(() -> solver.trace(CIRCUIT.rest(), input, 2, 1)).hasMessageContaining("seconds (1.0 s)");
        assertThatThrownBy(() -> solver.trace(CIRCUIT.rest(), input, -1)).hasMessageContaining("0 or above");
        assertThatThrownBy(() -> solver.withSpikeLevels(volt(0.1), volt(0.2)))
                .hasMessageContaining("rearmLevel (200 mV) must not be above spikeLevel (100 mV)");
        assertThatThrownBy(() -> input.then(ms(0), nA(1))).hasMessageContaining("must lie after the start");
        assertThatThrownBy(() -> new CircuitState(Double.NaN, 0, 0)).hasMessageContaining("volts (NaN V)");
        assertThatThrownBy(() -> CIRCUIT.withLeak(nS(-1), volt(0)))
                .hasMessageContaining("IonicCircuit.leak (-1 nS) must be 0 or above");
    }

    private static double largest(
            ReferenceTable table, String column, CircuitTrace trace, ToDoubleFunction<CircuitTrace.Sample> value) {
        return ReferenceTable.largestDifference(
                table.column(column),
                trace.samples().stream().mapToDouble(value).toArray());
    }

    private static double relative(
            ReferenceTable table, String column, CircuitTrace trace, ToDoubleFunction<CircuitTrace.Sample> value) {
        return ReferenceTable.difference(
                table.column(column),
                trace.samples().stream().mapToDouble(value).toArray());
    }
}
