package org.ionspike.engine.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.nm;
import static org.ionspike.engine.units.Units.pF;

import java.util.Arrays;
import java.util.List;
import org.ionspike.engine.physics.ConicalChannel;
import org.ionspike.engine.units.ArealDensity;
import org.ionspike.engine.units.Capacitance;
import org.ionspike.engine.units.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConicalChannelNeuronTest {
    private static final ConicalChannelNeuron MODEL = new ConicalChannelNeuron();
    private static final ConicalChannel FAST = ConicalChannel.fast();
    private static final ConicalChannel SLOW = ConicalChannel.slow();
    private static final double AMPERES = 3e-12;

    private static KernelRun run(ConicalChannelNeuron model, int size, double dt, Backend backend) {
        return new KernelRun(model.kernel(new KernelSettings(size, new Time(dt), backend, true, true)), dt);
    }

    private static KernelRun run(int size, double dt) {
        return run(MODEL, size, dt, Backend.FUSED);
    }

    /** The equations themselves with the cones of the physics package; the last variable is the energy dissipated, in fJ. */
    private static double[] slopes(double[] y, double amperes) {
        double v = y[0];
        double up = 4 * FAST.unitConductance().si() * y[1];
        double down = 3 * FAST.unitConductance().si() * y[2];
        double slow = 6 * SLOW.unitConductance().si() * y[3];
        double outward = up * (v - 1.25) + down * (v + 1.25) + slow * (v + 0.85);
        double watts = up * (v - 1.25) * (v - 1.25) + down * (v + 1.25) * (v + 1.25) + slow * (v + 0.85) * (v + 0.85);
        return new double[] {
            (amperes - outward) / 15e-15,
            (FAST.steadyState(v - 1.25) - y[1]) / FAST.relaxationTimeSeconds(0),
            (FAST.steadyState(-1.25 - v) - y[2]) / FAST.relaxationTimeSeconds(0),
            (SLOW.steadyState(v + 0.85) - y[3]) / SLOW.relaxationTimeSeconds(0),
            1e15 * watts
        };
    }

    private static double[] rest() {
        double v = MODEL.restingPotential().si();
        return new double[] {v, FAST.steadyState(v - 1.25), FAST.steadyState(-1.25 - v), SLOW.steadyState(v + 0.85), 0};
    }

    @Test
    void restIsAFixedPointOfTheEquations() {
        assertThat(MODEL.restingPotential().si()).isCloseTo(-0.5445, within(1e-4));
        double[] slopes = slopes(rest(), 0);
        assertThat(slopes[0]).as("V/s").isCloseTo(0, within(1e-4)); // 1e-9 of conductance times 100 pA over 15 fF
    }

    @Test
    void spikesWhenTheReferenceDoesAndIsOfSecondOrder() {
        List<Double> expected = ReferenceOde.risesThrough(0, 0.17, rest(), y -> slopes(y, AMPERES));
        assertThat(expected).hasSize(3);
        double coarse = errorOfTheLastSpike(expected, 20e-6);
        double fine = errorOfTheLastSpike(expected, 10e-6);
        assertThat(fine).as("s of 170 ms").isCloseTo(0, within(80e-6));
        assertThat(coarse / fine).isBetween(3.0, 5.0);
    }

    private static double errorOfTheLastSpike(List<Double> expected, double dt) {
        double[] spikes = run(1, dt)
                .drive(new float[] {(float) AMPERES})
                .to(Math.round(0.17 / dt))
                .spikesOf(0);
        assertThat(spikes).hasSize(expected.size());
        return spikes[spikes.length - 1] - expected.get(expected.size() - 1);
    }

    /** Rates over the last 1 s of 2 s; of the same circuit by LSODA at 1e-7. */
    @ParameterizedTest
    @CsvSource({"1.5, 0", "2.4, 11.15", "2.7, 13.56", "3.0, 14.91", "3.6, 16.05", "3.9, 16.36", "5.0, 0"})
    void firesFasterWithCurrentBetweenAThresholdAndABlock(double picoamperes, double hertz) {
        double[] spikes = run(1, 10e-6)
                .drive(new float[] {(float) (picoamperes * 1e-12)})
                .to(200_000)
                .spikesOf(0);
        double[] late = Arrays.stream(spikes).filter(t -> t > 1).toArray();
        if (hertz == 0) {
            assertThat(late).isEmpty();
        } else {
            double rate = (late.length - 1) / (late[late.length - 1] - late[0]);
            // 0.04 % of step error
            assertThat(rate).isCloseTo(hertz, within(0.02));
        }
    }

    @Test
    void aPulseMakesAllOfASpikeOrNone() {
        KernelRun run = run(8, 25e-6);
        var amperes = new float[8];
        for (int j = 0; j < 8; j++) {
            amperes[j] = (float) ((j + 1) * 0.5e-12); // for 10 ms
        }
        var highest = new float[8];
        Arrays.fill(highest, -1);
        for (int step = 1; step <= 8_000; step++) {
            run.drive(step <= 400 ? amperes : new float[8]).to(step);
            float[] v = run.kernel().values("v", step);
            for (int j = 0; j < 8; j++) {
                highest[j] = Math.max(highest[j], v[j]);
            }
        }
        for (int j = 0; j < 8; j++) {
            assertThat(highest[j] < -0.1 || highest[j] > 0.4)
                    .as("highest voltage after %s A: %s V", amperes[j], highest[j])
                    .isTrue();
            assertThat(run.spikesOf(j)).hasSize(highest[j] > 0.4 ? 1 : 0);
        }
        assertThat(highest[1]).isLessThan(-0.3f);
        assertThat(highest[7]).isGreaterThan(0.6f);
    }

    @Test
    void theSlowConesEndTheSpike() {
        // ten times longer and ten times as many: the same conductance, a hundred times slower
        var slower = new ConicalChannelNeuron(
                MODEL.capacitance(),
                MODEL.cone(),
                List.of(
                        MODEL.branches().get(0),
                        MODEL.branches().get(1),
                        new ConicalBranch(
                                nm(250_000), 60, MODEL.branches().get(2).battery(), ConicalBranch.End.TIP)),
                mV(0),
                MODEL.synapses());
        for (ConicalChannelNeuron model : List.of(MODEL, slower)) {
            KernelRun run = run(model, 1, 40e-6, Backend.FUSED);
            run.drive(new float[] {6e-12f}).to(250).drive(new float[1]).to(5_000);
            float v = run.kernel().values("v", run.step())[0];
            if (model.equals(slower)) {
                assertThat(v).as("V after 0.2 s").isGreaterThan(0.3f);
            } else {
                assertThat(v).as("V after 0.2 s").isLessThan(-0.4f);
            }
            assertThat(run.spikesOf(0)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void theBooksHoldWhatTheReferenceDissipates(Backend backend) {
        double dt = 40e-6;
        double[] expected = ReferenceOde.after(0.06, rest(), y -> slopes(y, AMPERES));
        KernelRun run = run(MODEL, 1, dt, backend);
        run.drive(new float[] {(float) AMPERES}).to(1_500);
        assertThat(run.spikesOf(0)).hasSize(1);
        assertThat(run.joules()[0] * 1e15).as("fJ").isCloseTo(expected[4], within(1e-3 * expected[4]));
    }

    @Test
    void whatIsStoredAndDissipatedComesFromSourceAndBatteries() {
        double dt = 10e-6;
        KernelRun run = run(1, dt).drive(new float[] {(float) AMPERES});
        double stored = -Math.pow(run.kernel().values("v", run.step())[0], 2) * 15e-15 / 2;
        double delivered = 0;
        double before = delivering(run);
        for (int step = 1; step <= 6_000; step++) {
            run.to(step);
            double after = delivering(run);
            delivered += dt / 2 * (before + after);
            before = after;
        }
        stored += Math.pow(run.kernel().values("v", run.step())[0], 2) * 15e-15 / 2;
        double dissipated = run.joules()[0];
        assertThat(run.spikesOf(0)).hasSize(1);
        assertThat(stored + dissipated).isCloseTo(delivered, within(1e-4 * dissipated));
    }

    /** Power of the input and of the batteries, in W. */
    private static double delivering(KernelRun run) {
        double v = run.kernel().values("v", run.step())[0];
        double watts = AMPERES * v;
        for (int k = 0; k < 3; k++) {
            ConicalBranch branch = MODEL.branches().get(k);
            double g = run.kernel().values("g" + (k + 1), run.step())[0];
            double e = branch.battery().si();
            watts -= e * MODEL.unitConductance(branch).si() * g * (v - e);
        }
        return watts;
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void aStepRelaxesTheConductancesToThoseOfTheCones(Backend backend) {
        // so much capacitance that the voltage stays
        var still =
                new ConicalChannelNeuron(new Capacitance(1), MODEL.cone(), MODEL.branches(), mV(0), MODEL.synapses());
        int size = 1_501;
        double dt = 40e-6;
        KernelRun run = run(still, size, dt, backend);
        var volts = new float[size];
        for (int j = 0; j < size; j++) {
            volts[j] = -0.7f + 1.4f * j / (size - 1);
        }
        run.kernel().set("v", volts);
        for (int k = 1; k <= 3; k++) {
            run.kernel().set("g" + k, new float[size]);
        }
        run.to(1);
        for (int k = 0; k < 3; k++) {
            ConicalBranch branch = MODEL.branches().get(k);
            double share = -Math.expm1(-dt / MODEL.relaxationTime(branch).si());
            float[] g = run.state("g" + (k + 1));
            double worst = 0;
            for (int j = 0; j < size; j++) {
                double steady = MODEL.cone().steadyState(branch.onCones(volts[j]));
                worst = Math.max(worst, Math.abs(g[j] - share * steady));
            }
            assertThat(worst).as("branch %d", k + 1).isLessThan(3e-7);
        }
    }

    @Test
    void theFastConesLeaveTheRangeOfTheirTheoryButNotThatOfTheTable() {
        KernelRun run = run(1, 40e-6).drive(new float[] {(float) AMPERES});
        double lowest = run.kernel().values("v", run.step())[0];
        double highest = lowest;
        for (int step = 1; step <= 10_000; step++) {
            float v = run.to(step).kernel().values("v", step)[0];
            lowest = Math.min(lowest, v);
            highest = Math.max(highest, v);
        }
        for (ConicalBranch branch : MODEL.branches()) {
            assertThat(branch.onCones(lowest)).isBetween(-2.0, 2.0);
            assertThat(branch.onCones(highest)).isBetween(-2.0, 2.0);
        }
        assertThat(lowest - 1.25).isLessThan(FAST.depletionVoltage().si());
        assertThat(FAST.steadyState(lowest - 1.25)).isGreaterThan(0.12);
    }

    @Test
    void refusesAStepThatIsTooLong() {
        assertThatThrownBy(() -> run(1, 50e-6))
                .hasMessageContaining("The time step (50 us) is too long")
                .hasMessageContaining("at most 47.619 us"); // (1 um)^2 / (12 1.75e-9 m^2/s)
    }

    @Test
    void refusesAConeThatHasNoSaltLeftAtTwoVolts() {
        var base = new ConicalChannel();
        var charged = new ConicalChannel(
                base.length(),
                base.baseRadius(),
                base.tipRadius(),
                new ArealDensity(-6e15),
                base.zeta(),
                base.diffusivity(),
                base.concentration(),
                base.temperature(),
                base.viscosity(),
                base.relativePermittivity());
        assertThatThrownBy(
                        () -> new ConicalChannelNeuron(pF(0.015), charged, MODEL.branches(), mV(0), MODEL.synapses()))
                .hasMessageContaining("ConicalChannelNeuron.cone must conduct from -2 V to 2 V")
                .hasMessageContaining("drives out more salt than there is");
    }

    @Test
    void refusesAThresholdBelowRestAndABranchWithoutCones() {
        assertThatThrownBy(() -> new ConicalChannelNeuron(
                        MODEL.capacitance(), MODEL.cone(), MODEL.branches(), mV(-700), MODEL.synapses()))
                .hasMessageContaining("ConicalChannelNeuron.threshold (-700 mV) must be above the resting voltage");
        assertThatThrownBy(() -> new ConicalBranch(nm(1_000), 0, mV(100), ConicalBranch.End.TIP))
                .hasMessageContaining("ConicalBranch.cones (0)");
    }
}
