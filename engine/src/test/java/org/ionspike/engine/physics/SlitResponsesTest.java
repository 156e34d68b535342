package org.ionspike.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.Hz;
import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.nm;
import static org.ionspike.engine.units.Units.s;
import static org.ionspike.engine.units.Units.volt;

import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.ionspike.engine.reference.ReferenceTable;
import org.ionspike.engine.units.ArealDensity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlitResponsesTest {
    /** The bound that the documentation states for the staircase. */
    private static final double STAIRCASE = 1e-4;

    @ParameterizedTest
    @ValueSource(ints = {10, 100, 10_000})
    void settlesOnTheLoopsOfTheTables(int hertz) {
        var table = ReferenceTable.resource("loop_" + hertz + "Hz.csv");
        var loop = HysteresisLoop.of(Slit.potassium(), volt(0.4), Hz(hertz), 100);
        assertThat(ReferenceTable.difference(
                        table.column("n"), loop.mobileFraction().toArray()))
                .isLessThan(STAIRCASE);
        assertThat(ReferenceTable.difference(
                        table.column("I_amp"), loop.amperes().toArray()))
                .isLessThan(STAIRCASE);
        // the table's time has 13 digits
        assertThat(ReferenceTable.difference(table.column("t_s"), loop.times().toArray()))
                .isLessThan(1e-12);
    }

    @Test
    void hasTheAreasExtremesAndEnergiesOfTheTable() {
        var table = ReferenceTable.resource("loop_area_vs_f.csv");
        double[] hertz = table.column("f_Hz");
        double[][] found = new double[5][hertz.length];
        for (int k = 0; k < hertz.length; k++) {
            var loop = HysteresisLoop.of(Slit.potassium(), volt(0.4), Hz(hertz[k]), 1200);
            found[0][k] = loop.lobeArea();
            found[1][k] = loop.energyPerCycle().si();
            found[2][k] = loop.leastMobileFraction();
            found[3][k] = loop.mostMobileFraction();
            found[4][k] = loop.mobileFraction().get(100); // sin = 1/2 at a twelfth of the period
        }
        // The table's n at 0.2 V is interpolated: at 1 Hz, where the loop all but closes, the mean of its two branches
        // lies
        // 0.46 % above n_inf(0.2 V) of slit_steady.csv, which is exact. Ours lies on it.
        double[] bounds = {STAIRCASE, STAIRCASE, STAIRCASE, STAIRCASE, 6e-3};
        String[] names = {"lobe_area_pos_VA", "energy_per_cycle_J", "n_min", "n_max", "n_at_0.2V_up"};
        for (int c = 0; c < names.length; c++) {
            assertThat(ReferenceTable.difference(table.column(names[c]), found[c]))
                    .as(names[c])
                    .isLessThan(bounds[c]);
        }
    }

    @Test
    void agreesWithTheReferenceIntegratorOnASlitAndAFrequencyOfNoTable() {
        var slit = new Slit(nm(27), 55, new ArealDensity(2.3e13), 1, 0.31);
        double hertz = 437;
        var loop = HysteresisLoop.of(slit, mV(510), Hz(hertz), 40);
        var ode = new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return 1;
            }

            @Override
            public double[] computeDerivatives(double t, double[] y) {
                double v = 0.51 * Math.sin(2 * Math.PI * hertz * t);
                return new double[] {slit.dissociationRate(v) * (1 - y[0]) - slit.recombinationRate(v) * y[0] * y[0]};
            }
        };
        var integrator = new DormandPrince853Integrator(1e-12, 1e-3 / hertz, 1e-13, 1e-11);
        double n = 0.1;
        double from = 0;
        int periods = 30;
        for (int k = 1; k <= 40 * periods; k++) {
            double to = k / (40 * hertz);
            n = integrator.integrate(ode, new ODEState(from, new double[] {n}), to)
                    .getPrimaryState()[0];
            from = to;
            if (k > 40 * (periods - 1)) {
                int sample = k - 40 * (periods - 1);
                assertThat(loop.mobileFraction().get(sample)).isCloseTo(n, within(STAIRCASE * n));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 1e-1, 1e6, 1e12})
    void staysBoundedAtAnyFrequency(double hertz) {
        var slit = Slit.potassium();
        var loop = HysteresisLoop.of(slit, volt(0.4), Hz(hertz), 40);
        assertThat(loop.leastMobileFraction()).isBetween(slit.steadyMobileFraction(0) * 0.99, 0.41);
        assertThat(loop.mostMobileFraction()).isBetween(loop.leastMobileFraction(), 0.41);
        assertThat(loop.amperes().get(0)).isZero();
        if (hertz < 1e-3) { // far slower than the relaxation: the steady conductance
            assertThat(loop.mobileFraction().get(10)).isCloseTo(slit.steadyMobileFraction(0.4), within(1e-6));
        } else if (hertz > 1e5) { // far faster: one conductance, no hysteresis
            assertThat(loop.mostMobileFraction() / loop.leastMobileFraction()).isLessThan(1.1);
        }
    }

    @Test
    void refusesALoopThatIsNone() {
        assertThatThrownBy(() -> HysteresisLoop.of(Slit.potassium(), volt(0.4), Hz(-1), 40))
                .hasMessageContaining("HysteresisLoop.frequency (-1 Hz) must be above 0");
        assertThatThrownBy(() -> HysteresisLoop.of(Slit.potassium(), volt(0.4), Hz(1), 41))
                .hasMessageContaining("multiple of 4");
    }

    @Test
    void facilitatesAsInTheTable() {
        var table = ReferenceTable.resource("ppf.csv");
        double[] interval = table.column("isi_s");
        double[][] found = new double[4][interval.length];
        for (int k = 0; k < interval.length; k++) {
            var pair = PairedPulse.of(Slit.synaptic(), new SpikeWaveform(), 0.4, s(interval[k]));
            found[0][k] = pair.rest();
            found[1][k] = pair.firstPeak();
            found[2][k] = pair.secondPeak();
            found[3][k] = pair.ratio();
        }
        String[] names = {"n_rest", "n_peak1", "n_peak2", "ratio"};
        for (int c = 0; c < names.length; c++) {
            // the table has 11 digits, the staircase 1e-6
            assertThat(ReferenceTable.difference(table.column(names[c]), found[c]))
                    .as(names[c])
                    .isLessThan(2e-6);
        }
        assertThatThrownBy(() -> PairedPulse.of(Slit.synaptic(), new SpikeWaveform(), 0.4, ms(0.5)))
                .hasMessageContaining("must be at least the duration of a head, 1 ms");
    }

    @Test
    void forgetsHalfAtTheHalfTimeAndAsOneOverTimeEarly() {
        var slit = Slit.potassium();
        double rest = slit.steadyMobileFraction(0);
        for (double start : new double[] {0.011, 0.1, 1}) {
            var retention = new Retention(slit, start);
            assertThat(retention.mobileFraction(retention.halfTimeSeconds()) - rest)
                    .isCloseTo((start - rest) / 2, within(1e-13));
        }
        // dissociation adds at most k_d t = 2.5e-6 to n = 0.8 here
        assertThat(new Retention(slit, 1).mobileFraction(1e-6))
                .isCloseTo(new Retention(slit, 1).hyperbola(1e-6), within(2.5e-6));
        assertThatThrownBy(() -> new Retention(slit, 0))
                .hasMessageContaining("must be above the mobile fraction at rest");
    }

    @Test
    void writesAndErasesAsInTheTable() {
        var table = ReferenceTable.resource("longterm_write_erase.csv");
        double[] w = new WriteErase().coverages(AdsorbedCoverage.experiment()).toArray();
        // the table has 11 digits
        assertThat(ReferenceTable.difference(table.column("w_after_read"), w)).isLessThan(1e-9);
        assertThatThrownBy(() -> new WriteErase(0, volt(1), s(10), volt(0.1), s(5)))
                .hasMessageContaining("WriteErase.pulses (0) must lie between");
    }
}
