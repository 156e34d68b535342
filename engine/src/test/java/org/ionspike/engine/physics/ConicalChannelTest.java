package org.ionspike.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.Hz;
import static org.ionspike.engine.units.Units.kelvin;
import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.nm;
import static org.ionspike.engine.units.Units.volt;

import java.util.Arrays;
import org.hipparchus.analysis.integration.IterativeLegendreGaussIntegrator;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.ionspike.engine.reference.ReferenceTable;
import org.ionspike.engine.units.ArealDensity;
import org.ionspike.engine.units.Concentration;
import org.ionspike.engine.units.Diffusivity;
import org.ionspike.engine.units.Viscosity;
import org.ionspike.engine.units.Voltage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConicalChannelTest {
    private static final ConicalChannel CHANNEL = new ConicalChannel();

    @Test
    void hasTheSteadyConductanceOfTheTable() {
        var table = ReferenceTable.resource("kamsma_ginf.csv");
        // the table was made with 8.854e-12 F/m, 2e-5 less than the vacuum permittivity
        double[] same = steady(channel(80.23 * 8.854e-12 / 8.8541878128e-12, mV(-10.2464)), table.column("V"));
        // last digits of its other constants; measured: 1.3e-7
        assertThat(ReferenceTable.largestDifference(table.column("ginf_over_g0 (D=1.75e-9)"), same))
                .isLessThan(2e-7);
        // with all digits of the permittivity; measured: 7.3e-6, at -1 V
        assertThat(ReferenceTable.largestDifference(
                        table.column("ginf_over_g0 (D=1.75e-9)"), steady(CHANNEL, table.column("V"))))
                .isLessThan(1e-5);
    }

    private static double[] steady(ConicalChannel channel, double[] volts) {
        return Arrays.stream(volts).map(channel::steadyState).toArray();
    }

    private static ConicalChannel channel(double permittivity, Voltage zeta) {
        return new ConicalChannel(
                nm(10_000),
                nm(200),
                nm(50),
                new ArealDensity(-1.5e15),
                zeta,
                new Diffusivity(1.75e-9),
                new Concentration(0.1),
                kelvin(293.15),
                new Viscosity(1.009e-3),
                permittivity);
    }

    /**
     * The salt balance itself, D pi R^2 c' = Q c - J + 2 pi R sigma D (e V / kT) R_b R_t / (L R^2) for the sum c of both
     * ions, integrated from base to tip. J follows from c = 2 c_b at both ends: the equation is linear, two runs give it.
     */
    @ParameterizedTest
    @ValueSource(doubles = {-0.9, -0.31, 0.07, 0.8})
    void itsConcentrationSolvesTheSaltBalanceAndItsConductanceIsTheMean(double volts) {
        double bulk = 2 * 0.1 * PhysicalConstants.AVOGADRO;
        double[] still = throughTheChannel(volts, bulk, 0, 1);
        double[] flowing = throughTheChannel(volts, bulk, 1, 1);
        double flux = (bulk - still[0]) / (flowing[0] - still[0]);
        for (double x : new double[] {0.2, 0.55, 0.83, 0.97}) {
            double c = throughTheChannel(volts, bulk, flux, x)[0];
            assertThat(CHANNEL.relativeConcentration(x, volts)).isCloseTo(c / bulk, within(1e-9));
        }
        double mean = throughTheChannel(volts, bulk, flux, 1)[1];
        assertThat(CHANNEL.steadyState(volts)).isCloseTo(mean / bulk, within(1e-9));
    }

    /** Concentration at a position, and its integral up to there, for a flux in units of D bulk pi R_b R_t / L. */
    private static double[] throughTheChannel(double volts, double bulk, double flux, double position) {
        double length = 10e-6;
        double base = 200e-9;
        double tip = 50e-9;
        double diffusivity = 1.75e-9;
        double permittivity = 80.23 * PhysicalConstants.VACUUM_PERMITTIVITY;
        double flow = Math.PI * base * tip / length * permittivity * -10.2464e-3 / 1.009e-3 * volts;
        double saltFlux = flux * diffusivity * bulk * Math.PI * base * tip / length;
        double reduced = volts / PhysicalConstants.thermalVoltage(293.15);
        var balance = new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return 2;
            }

            @Override
            public double[] computeDerivatives(double x, double[] y) {
                double radius = base - (base - tip) * x;
                double wall = 2 * Math.PI * radius * -1.5e15 * diffusivity * reduced * base * tip / length;
                double area = Math.PI * radius * radius;
                return new double[] {
                    length * (flow * y[0] - saltFlux + wall / (radius * radius)) / (diffusivity * area), y[0]
                };
            }
        };
        return new DormandPrince853Integrator(1e-9, 0.05, 1e-13 * bulk, 1e-13)
                .integrate(balance, new ODEState(0, new double[] {bulk, 0}), position)
                .getPrimaryState();
    }

    @Test
    void saysWhereTheTheoryRunsOutOfSalt() {
        double limit = CHANNEL.depletionVoltage().si();
        assertThat(limit).isBetween(-0.59, -0.57);
        assertThat(CHANNEL.leastRelativeConcentration(limit)).isCloseTo(0, within(1e-12));
        double least = 1;
        for (int k = 0; k <= 1000; k++) {
            least = Math.min(least, CHANNEL.relativeConcentration(k / 1000.0, -0.4));
        }
        assertThat(CHANNEL.leastRelativeConcentration(-0.4)).isCloseTo(least, within(1e-5));
        assertThat(CHANNEL.leastRelativeConcentration(0.4)).isEqualTo(1);
        assertThatThrownBy(() -> CHANNEL.steadyState(-50)).hasMessageContaining("(-50 V) drives out more salt");
    }

    /** The cross-sections in series weight the tip; the mean of the source does not. The difference is stated in the docs. */
    @ParameterizedTest
    @CsvSource({"-0.5, 0.563, 0.278", "-0.2, 0.805, 0.742", "0.2, 1.209, 1.234", "0.5, 1.523, 1.527"})
    void theMeanOverLengthIsNotTheConductanceInSeries(double volts, double mean, double inSeries) {
        double resistance = new IterativeLegendreGaussIntegrator(20, 1e-10, 1e-10)
                .integrate(
                        100_000,
                        x -> {
                            double radius = 200 - 150 * x;
                            return 200 * 50 / (radius * radius) / CHANNEL.relativeConcentration(x, volts);
                        },
                        0,
                        1);
        assertThat(CHANNEL.steadyState(volts)).isCloseTo(mean, within(6e-4));
        assertThat(1 / resistance).isCloseTo(inSeries, within(6e-4));
    }

    @Test
    void staysSmoothAndBoundedFromNoFlowToStrongFlow() {
        double[] zetas = {-1e-12, 1e-12, -1e-9};
        double without = channel(80.23, new Voltage(0)).steadyState(0.1);
        for (double zeta : zetas) {
            // h changes by p / 120 at most, p below 1e-6 here
            assertThat(channel(80.23, new Voltage(zeta)).steadyState(0.1)).isCloseTo(without, within(1e-7));
        }
        double strong = CHANNEL.steadyState(1000); // p = -4100
        assertThat(strong).isBetween(3.5, 3.6);
        assertThat(CHANNEL.steadyState(0)).isCloseTo(1, within(1e-13));
    }

    @Test
    void relaxesExponentiallyWithTheTimeOfDiffusion() {
        double tau = CHANNEL.relaxationTimeSeconds(0.3);
        assertThat(tau).isCloseTo(4.762e-3, within(1e-6));
        assertThat(ConicalChannel.fast().relaxationTimeSeconds(0)).isCloseTo(4.762e-5, within(1e-8));
        assertThat(ConicalChannel.slow().relaxationTimeSeconds(0)).isCloseTo(29.76e-3, within(1e-5));
        double g = CHANNEL.advance(1, 0.3, tau);
        double steady = CHANNEL.steadyState(0.3);
        assertThat(g).isCloseTo(steady + (1 - steady) / Math.E, within(1e-14));
        assertThat(CHANNEL.advance(CHANNEL.advance(1, 0.3, 1e-3), 0.3, tau - 1e-3))
                .isCloseTo(g, within(1e-14));
        assertThat(CHANNEL.advance(1, 0.3, 1e9)).isEqualTo(steady);
        double h = tau / 20_000;
        double sum = 0;
        for (int k = 0; k < 20_000; k++) {
            sum += CHANNEL.advance(1, 0.3, (k + 0.5) * h) * h;
        }
        assertThat(CHANNEL.stateIntegral(1, 0.3, tau)).isCloseTo(sum, within(1e-9 * sum));
        assertThat(CHANNEL.unitConductance().si()).isCloseTo(4.2e-12, within(0.05e-12));
    }

    /** Amplitudes and frequencies of no table. */
    @ParameterizedTest
    @CsvSource({"0.37, 23", "0.5, 140", "0.11, 900"})
    void itsLoopIsThatOfTheReferenceIntegrator(double amplitude, double hertz) {
        var loop = HysteresisLoop.of(CHANNEL, volt(amplitude), Hz(hertz), 40);
        var relaxation = new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return 1;
            }

            @Override
            public double[] computeDerivatives(double t, double[] y) {
                double v = amplitude * Math.sin(2 * Math.PI * hertz * t);
                return new double[] {(CHANNEL.steadyState(v) - y[0]) / CHANNEL.relaxationTimeSeconds(v)};
            }
        };
        double[] g = {loop.state().get(0)}; // settled, so a period returns to it
        for (int k = 1; k <= 40; k++) {
            g = new DormandPrince853Integrator(1e-12, 0.01 / hertz, 1e-11, 1e-11)
                    .integrate(relaxation, new ODEState((k - 1) / (40 * hertz), g), k / (40 * hertz))
                    .getPrimaryState();
            assertThat(loop.state().get(k)).isCloseTo(g[0], within(1e-4)); // the staircase
        }
        // bipolar: more salt at positive voltage, less at negative, so the lobes turn the other way round
        assertThat(loop.positiveLobeArea()).isPositive();
        assertThat(loop.negativeLobeArea()).isNegative();
    }

    @Test
    void refusesWhatIsNoCone() {
        assertThatThrownBy(() -> new ConicalChannel(
                        nm(10_000),
                        nm(50),
                        nm(50),
                        new ArealDensity(-1.5e15),
                        mV(-10),
                        new Diffusivity(1.75e-9),
                        new Concentration(0.1),
                        kelvin(293.15),
                        new Viscosity(1e-3),
                        80))
                .hasMessageContaining("ConicalChannel.baseRadius (50 nm) must be above tipRadius (50 nm)");
        assertThatThrownBy(() -> CHANNEL.withLength(nm(0)))
                .hasMessageContaining("ConicalChannel.length (0 m) must be above 0");
    }
}
