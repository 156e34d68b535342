package org.ionspike.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.nm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.ArealDensity;
import org.ionspike.engine.units.Diffusivity;
import org.ionspike.engine.units.ElectricField;
import org.ionspike.engine.units.Frequency;
import org.ionspike.engine.units.Voltage;
import org.junit.jupiter.api.Test;

class SlitCalibrationTest {
    private static final ArealDensity DENSITY = new ArealDensity(1e15);
    private static final Slit START = new Slit(nm(2000), 4000, DENSITY, 1, 1);

    /** Kinetics that the fit is to find, away from where it starts. */
    private static final Slit TRUTH = START.withKinetics(
            new Diffusivity(2.1e-8), new ElectricField(9e6), 1.5e-4, 30, new ElectricField(5e7), 4.7);

    private static final double PEAK = 1.2e8;
    private static final double OMEGA = 3e6;

    /** Data of an independent integrator: what is left is the staircase of the loop, which K_0 feels most, 0.5 %. */
    @Test
    void findsTheKineticsThatMadeTheData() {
        List<SlitData> data = List.of(
                loop(400, 2),
                steady(TRUTH, 1.5e7, 3e7, 6e7, 1.2e8),
                relaxation(
                        1e6,
                        0.9,
                        IntStream.range(0, 30).mapToDouble(k -> 3e-8 * k).toArray()));
        SlitFit fit = SlitCalibration.holding(START, Set.of()).fit(data);
        for (SlitParameter parameter : SlitParameter.values()) {
            assertThat(fit.estimate(parameter).value() / parameter.of(TRUTH))
                    .as(parameter.symbol())
                    .isEqualTo(1, within(1e-2));
        }
        assertThat(fit.rmsLogError(0)).isLessThan(5e-4);
        assertThat(fit.maxLogError(2)).isLessThan(5e-4);
    }

    @Test
    void halfAPeriodOfASineIsAWholeOneForTheSlit() {
        double[] whole = loop(400, 2).predicted(TRUTH, 0);
        double[] half = loop(200, 1).predicted(TRUTH, 0);
        for (int k = 0; k < half.length; k++) {
            assertThat(half[k]).isEqualTo(whole[k], within(1e-9));
        }
    }

    /** The staircase of {@link HysteresisLoop}, refined until it is resolved, starts at V = 0 and has its points on it. */
    @Test
    void aLoopAgreesWithTheResolvedOne() {
        var resolved = HysteresisLoop.of(
                TRUTH, new Voltage(PEAK * TRUTH.length().si()), new Frequency(OMEGA / (2 * Math.PI)), 400);
        var points = IntStream.range(0, 400)
                .mapToObj(k -> new SlitData.Point(
                        resolved.times().get(k),
                        resolved.volts().get(k) / TRUTH.length().si(),
                        resolved.state().get(k),
                        0))
                .toList();
        double[] n = SlitData.loop("sine", DENSITY, points).predicted(TRUTH, 0);
        for (int k = 0; k < n.length; k++) {
            assertThat(n[k] / resolved.state().get(k)).isEqualTo(1, within(5e-4));
        }
    }

    @Test
    void leavesWhatIsHeldAndRefusesFewerPointsThanUnknowns() {
        var held = Set.of(
                SlitParameter.RECOMBINATION, SlitParameter.RECOMBINATION_FIELD, SlitParameter.DISSOCIATION_AT_REST);
        var calibration = SlitCalibration.holding(START, held);
        SlitFit fit = calibration.fit(List.of(steady(START, 2e7, 3e7, 4e7, 5e7, 6e7, 7e7, 8e7, 9e7, 1e8)));
        assertThat(fit.slit().recombination()).isEqualTo(START.recombination());
        assertThat(fit.slit().dissociationAtRest()).isEqualTo(START.dissociationAtRest());
        assertThat(fit.estimates()).hasSize(3);
        assertThatThrownBy(() -> fit.estimate(SlitParameter.RECOMBINATION)).hasMessageContaining("kappa_0 was held");
        assertThatThrownBy(() -> calibration.fit(List.of(steady(START, 2e7, 3e7, 4e7))))
                .hasMessageContaining("SlitCalibration points (3)")
                .hasMessageContaining("must be above 3");
    }

    @Test
    void steadyConductancesLeaveTheRatesOpen() {
        SlitData exact =
                steady(TRUTH, IntStream.range(1, 40).mapToDouble(k -> 3e6 * k).toArray());
        SlitData rough = SlitData.steady(
                "rough",
                DENSITY,
                IntStream.range(0, 39)
                        .mapToObj(k -> new SlitData.Point(
                                Double.NaN,
                                exact.points().get(k).field(),
                                exact.points().get(k).mobileFraction() * (k % 2 == 0 ? 1.01 : 0.99),
                                0))
                        .toList());
        SlitFit fit = SlitCalibration.holding(START, Set.of(SlitParameter.RECOMBINATION_FIELD))
                .fit(List.of(rough));
        assertThat(fit.estimate(SlitParameter.RECOMBINATION).poorlyConstrained())
                .isTrue();
        assertThat(fit.estimate(SlitParameter.DISSOCIATION_EXPONENT).poorlyConstrained())
                .isFalse();
    }

    /** Thirty fits to data with 3 % noise: their spread is the standard error that each of them states. */
    @Test
    void statesTheSpreadOfRepeatedFits() {
        var held = Set.of(
                SlitParameter.RECOMBINATION,
                SlitParameter.RECOMBINATION_FIELD,
                SlitParameter.DISSOCIATION_AT_REST,
                SlitParameter.DISSOCIATION_LIMIT);
        var truth = START;
        var noise = ZigguratSampler.NormalizedGaussian.of(new RandomStreams(5).stream("noise"));
        var clean =
                steady(truth, IntStream.range(10, 40).mapToDouble(k -> 2e6 * k).toArray());
        int repeats = 30;
        double squares = 0;
        double stated = 0;
        double jackknife = 0;
        for (int repeat = 0; repeat < repeats; repeat++) {
            var noisy = clean.points().stream()
                    .map(p -> new SlitData.Point(
                            Double.NaN, p.field(), p.mobileFraction() * Math.exp(0.03 * noise.sample()), 0))
                    .toList();
            SlitFit.Estimate exponent = SlitCalibration.holding(START, held)
                    .fit(List.of(SlitData.steady("noisy", DENSITY, noisy)))
                    .estimate(SlitParameter.DISSOCIATION_EXPONENT);
            double error = Math.log(exponent.value() / truth.dissociationExponent());
            squares += error * error / repeats;
            stated += exponent.covarianceError() / repeats;
            jackknife += exponent.jackknifeError() / repeats;
        }
        // the spread of 30 numbers is known to 13 %
        assertThat(stated / Math.sqrt(squares)).isBetween(0.65, 1.5);
        assertThat(jackknife / Math.sqrt(squares)).isBetween(0.65, 1.5);
    }

    @Test
    void refusesPointsWithoutALogarithmAndTimesThatGoBack() {
        assertThatThrownBy(() -> new SlitData.Point(0, 1e7, 0, 0))
                .hasMessageContaining("SlitData mobile fraction (0.0)")
                .hasMessageContaining("above 0");
        var point = new SlitData.Point(1e-6, 1e7, 0.5, 0);
        assertThatThrownBy(() -> SlitData.loop("loop", DENSITY, List.of(point, point, point)))
                .hasMessageContaining("SlitData time (1.0E-6 s)");
        assertThatThrownBy(() -> SlitData.relaxation(
                        "release",
                        DENSITY,
                        List.of(point, new SlitData.Point(2e-6, 1e7, 0.4, 0), new SlitData.Point(3e-6, 2e7, 0.3, 0))))
                .hasMessageContaining("must stay the same");
        assertThatThrownBy(() -> SlitData.steady("none", DENSITY, List.of())).hasMessageContaining("at least 1");
    }

    private static SlitData steady(Slit slit, double... fields) {
        return SlitData.steady(
                "steady",
                DENSITY,
                Arrays.stream(fields)
                        .mapToObj(field -> new SlitData.Point(
                                Double.NaN,
                                field,
                                slit.steadyMobileFraction(field * slit.length().si()),
                                0))
                        .toList());
    }

    /** Half-periods of a cosine, settled by integrating one whole period before them. */
    private static SlitData loop(int points, int halves) {
        double[] seconds = IntStream.range(0, points)
                .mapToDouble(k -> (k + 0.5) / points * halves * Math.PI / OMEGA)
                .toArray();
        double period = 2 * Math.PI / OMEGA;
        double[] later = Arrays.stream(seconds).map(t -> t + period).toArray();
        double[] n = integrated(t -> PEAK * Math.cos(OMEGA * t), 0.9, later);
        return SlitData.loop(
                "loop",
                DENSITY,
                IntStream.range(0, points)
                        .mapToObj(k -> new SlitData.Point(seconds[k], PEAK * Math.cos(OMEGA * seconds[k]), n[k], 0))
                        .toList());
    }

    private static SlitData relaxation(double field, double start, double[] seconds) {
        double[] n = integrated(t -> field, start, seconds);
        return SlitData.relaxation(
                "release",
                DENSITY,
                IntStream.range(0, n.length)
                        .mapToObj(k -> new SlitData.Point(seconds[k], field, n[k], 0))
                        .toList());
    }

    /** dn/dt of the truth by Dormand-Prince 8(5,3) at 1e-10. */
    private static double[] integrated(DoubleUnaryOperator field, double start, double[] seconds) {
        OrdinaryDifferentialEquation equation = new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return 1;
            }

            @Override
            public double[] computeDerivatives(double t, double[] y) {
                double volts = field.applyAsDouble(t) * TRUTH.length().si();
                return new double[] {
                    TRUTH.dissociationRate(volts) * (1 - y[0]) - TRUTH.recombinationRate(volts) * y[0] * y[0]
                };
            }
        };
        var integrator = new DormandPrince853Integrator(1e-15, 1e-7, 1e-12, 1e-10);
        var state = new ODEState(0, new double[] {start});
        var out = new ArrayList<Double>();
        for (double t : seconds) {
            if (t > state.getTime()) {
                state = integrator.integrate(equation, state, t);
            }
            out.add(state.getPrimaryState()[0]);
        }
        return out.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
