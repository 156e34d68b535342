package org.ionspike.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.ElectricField;
import org.ionspike.engine.units.Time;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrownianRunTest {
    private static final BrownianSetup SMALL = BrownianSetup.authors().withIonsPerSign(400);

    /** Steady conductances of the published simulations at 1e15 m^-2; the issue asks for 2 %. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"0.2, 0.480", "0.3, 0.802", "0.5, 0.955"})
    void conductsAsThePublishedParticles(double field, double published) {
        var conductance = conductance(SMALL, field, 100e-9, 300e-9, 8);
        assertThat(conductance.standardError()).isLessThan(0.005 * published);
        assertThat(conductance.mean()).isCloseTo(published, within(0.02 * published));
    }

    /** As above, in a second: 4 replicas of 100+100 ions; 4 % is three standard errors of so short a run. */
    @ParameterizedTest
    @CsvSource({"0.2, 0.480", "0.3, 0.802", "0.5, 0.955"})
    void conductsAsThePublishedParticlesInAShortRun(double field, double published) {
        var conductance = conductance(SMALL.withIonsPerSign(100), field, 40e-9, 100e-9, 4);
        assertThat(conductance.mean()).isCloseTo(published, within(0.04 * published));
    }

    @Test
    void theResultDoesNotDependOnTheThreads() {
        var run = run(SMALL.withIonsPerSign(20), 0.2, 1e-9, 5e-9, 3);
        assertThat(run.run(new RandomStreams(5), 1, steps -> {}).values())
                .isEqualTo(run.run(new RandomStreams(5), 3, steps -> {}).values());
    }

    @Test
    void allStepsAreReported() {
        var run = run(SMALL.withIonsPerSign(20), 0.2, 1e-9, 5.05e-9, 3);
        long[] done = {0};
        run.run(new RandomStreams(5), 2, steps -> done[0] += steps);
        assertThat(done[0]).isEqualTo(run.totalSteps());
    }

    private static BrownianRun.Estimate conductance(
            BrownianSetup setup, double field, double equilibration, double time, int replicas) {
        return run(setup, field, equilibration, time, replicas)
                .run(new RandomStreams(1), 2, steps -> {})
                .value(BrownianObservable.CONDUCTANCE);
    }

    private static BrownianRun run(BrownianSetup setup, double field, double equilibration, double time, int replicas) {
        var volts = new ElectricField(field * setup.electrolyte().thermalField().si());
        return new BrownianRun(
                setup, DrivingField.constant(volts), new Time(equilibration), new Time(time), 10, replicas);
    }
}
