package org.ionspike.engine.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.us;

import java.util.List;
import java.util.stream.DoubleStream;
import org.ionspike.engine.physics.IonicCircuit;
import org.ionspike.engine.reference.ReferenceTable;
import org.ionspike.engine.units.Current;
import org.ionspike.engine.units.CurrentRate;
import org.ionspike.engine.units.Units;
import org.junit.jupiter.api.Test;

/** Holds the errors of the reduced neuron to the ones that were measured, at currents and rates that are no nodes. */
class ReductionReportTest {
    private static final IonicCircuit CIRCUIT = new IonicCircuit();
    private static final ReducedIonicNeuron NEURON = new ReducedIonicNeuron();

    /** From rest, 60 ms; spikes upward through 0.2 V, re-armed below 0.15 V; rate from the intervals after 20 ms. */
    @Test
    void firesAtTheRatesOfTheReferenceTable() {
        var table = ReferenceTable.resource("neuron_fI.csv");
        double[] amperes = table.column("I_A");
        double[] hertz = table.column("f_Hz");
        for (int k = 0; k < amperes.length; k++) {
            double rate = NEURON.firingRate(amperes[k]);
            // measured: 0.27 % at 160 pA, else 0.13 % at most
            assertThat(rate).as("at %s", new Current(amperes[k])).isCloseTo(hertz[k], within(0.004 * hertz[k]));
        }
    }

    @Test
    void firesAsTheCircuitBetweenTheNodesAndIsBlockedWithIt() {
        var rows = ReductionReport.firing(CIRCUIT, NEURON, currents(60, 66.5, 67.4, 67.6, 69, 85, 160, 252, 255, 280));
        for (var row : rows) {
            // measured 0.31 % at 67.6 pA, 0.27 % at 160 pA, below 0.07 % elsewhere; silence agrees exactly
            assertThat(row.relativeError()).as(row.toString()).isCloseTo(0, within(0.005));
        }
        for (var row : rows) {
            // measured: -6.9 % at 140 pA to +6.1 % at 254 pA
            double energy = row.circuitEnergy().si();
            assertThat(row.reducedEnergy().si()).as(row.toString()).isCloseTo(energy, within(0.08 * energy));
        }
        assertThat(rows.get(2).circuit().si()).isZero();
        assertThat(rows.get(8).circuit().si()).isZero();
    }

    @Test
    void spikesAfterStepsAsTheCircuitDoes() {
        var rows = ReductionReport.steps(CIRCUIT, NEURON, currents(50, 65, 65.6, 66, 67, 70, 77, 95, 130, 190, 250));
        for (var row : rows) {
            // measured 3.6 % at 66 pA, else 2.4 %
            assertThat(row.relativeError()).as(row.toString()).isCloseTo(0, within(0.04));
        }
        // where it fails: within 0.1 pA of the rheobase and beyond the block current, 16 % and 7 % measured
        var outside = ReductionReport.steps(CIRCUIT, NEURON, currents(65.7, 300));
        assertThat(ReductionReport.worst(outside, ReductionReport.Step::relativeError))
                .isBetween(0.1, 0.2);
    }

    @Test
    void meetsTheRampsAtItsNodes() {
        var rows = ReductionReport.ramps(CIRCUIT, NEURON, rates(2, 10, 50, 300), currents(-300, -100, 0, 40));
        assertThat(ReductionReport.worst(rows, row -> row.error().si())).isLessThan(2e-16);
    }

    @Test
    void meetsTheRampsBetweenItsNodes() {
        var starts = currents(-300, -160, -87, -35, 10, 35);
        // measured: 0.012 pA up to 20 nA/s, 0.06 pA to 60 nA/s, 0.17 pA to 200 nA/s (1 us)
        var slow = ReductionReport.ramps(CIRCUIT, NEURON, rates(2.4, 6, 12, 17), starts);
        assertThat(ReductionReport.worst(slow, row -> row.error().si())).isLessThan(0.02e-12);
        var middle = ReductionReport.ramps(CIRCUIT, NEURON, rates(25, 40, 50, 60), starts);
        assertThat(ReductionReport.worst(middle, row -> row.error().si())).isLessThan(0.07e-12);
        var fast = ReductionReport.ramps(CIRCUIT, NEURON, rates(85, 120, 170), starts);
        assertThat(ReductionReport.worst(fast, row -> row.error().si())).isLessThan(0.2e-12);
        assertThat(ReductionReport.worst(fast, row -> row.timeError().si())).isLessThan(1.2e-6);
        // where it is worse: slow ramps from just below the rheobase, 0.5 pA measured
        var late = ReductionReport.ramps(CIRCUIT, NEURON, rates(2, 4), currents(50, 58, 65));
        assertThat(ReductionReport.worst(late, row -> row.error().si())).isBetween(0.2e-12, 0.7e-12);
    }

    @Test
    void answersDecayingInputsWithinAFewPercent() {
        var rows = ReductionReport.decays(CIRCUIT, NEURON, List.of(us(200), ms(2)));
        // measured: -3.1 % and -1.4 %
        assertThat(ReductionReport.worst(rows, ReductionReport.Decay::relativeError))
                .isLessThan(0.04);
        // where it fails: far below the membrane's 0.16 ms, -15 % measured
        var brief = ReductionReport.decays(CIRCUIT, NEURON, List.of(us(30)));
        assertThat(ReductionReport.worst(brief, ReductionReport.Decay::relativeError))
                .isBetween(0.1, 0.2);
    }

    @Test
    void mistimesASecondSpikeOnlyForAFewMilliseconds() {
        var pauses = List.of(us(500), ms(1), ms(2), ms(3));
        var early = ReductionReport.pairs(CIRCUIT, NEURON, currents(75, 100, 150, 200), pauses);
        // where it fails: relative refractoriness, 1.2 ms measured at 75 pA
        assertThat(ReductionReport.worst(early, row -> row.error().si())).isBetween(0.8e-3, 1.4e-3);
        var late = ReductionReport.pairs(CIRCUIT, NEURON, currents(75, 100, 150, 200), List.of(ms(10)));
        assertThat(ReductionReport.worst(late, row -> row.error().si())).isLessThan(30e-6);
    }

    @Test
    void makesTheWholeReport() {
        var report = ReductionReport.of(CIRCUIT, NEURON);
        assertThat(ReductionReport.worst(report.firing(), ReductionReport.Firing::relativeError))
                .isLessThan(0.004);
        assertThat(report.steps()).hasSize(12);
        assertThat(report.ramps()).hasSize(49);
        assertThat(report.decays()).hasSize(4);
        assertThat(report.pairs()).hasSize(15);
    }

    private static List<Current> currents(double... picoamperes) {
        return DoubleStream.of(picoamperes).mapToObj(Units::pA).toList();
    }

    private static List<CurrentRate> rates(double... nanoamperesPerSecond) {
        return DoubleStream.of(nanoamperesPerSecond)
                .mapToObj(Units::nAPerSecond)
                .toList();
    }
}
