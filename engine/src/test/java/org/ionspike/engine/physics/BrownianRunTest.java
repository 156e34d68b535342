package org.ionspike.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.kelvin;
import static org.ionspike.engine.units.Units.nm;

import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.ArealDensity;
import org.ionspike.engine.units.ElectricField;
import org.ionspike.engine.units.Length;
import org.ionspike.engine.units.Time;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrownianRunTest {
    private static final BrownianSetup SMALL = BrownianSetup.authors().withIonsPerSign(400);

    /** Steady conductances of the published simulations at 1e15 m^-2, within 2 %. */
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

    /** Lists by cells (skin 5 nm) and of all pairs (skin 100 nm) hold the same pairs; their order rounds differently. */
    @Test
    void neighbourListsChangeNothing() {
        BrownianSetup small = SMALL.withIonsPerSign(200);
        var byCells = new BrownianSlit(small, new RandomStreams(3));
        var allPairs = new BrownianSlit(withSkin(small, 100), new RandomStreams(3));
        for (int step = 0; step < 300; step++) {
            assertThat(byCells.step(5e7)).as("step %d", step).isCloseTo(allPairs.step(5e7), within(1.0));
        }
        assertThat(byCells.listsBuilt()).isGreaterThan(5);
        assertThat(allPairs.listsBuilt()).isOne();
    }

    private static BrownianSetup withSkin(BrownianSetup s, double nanometres) {
        return new BrownianSetup(
                s.electrolyte(),
                s.interaction(),
                s.ionsPerSign(),
                s.cutoff(),
                nm(nanometres),
                s.core(),
                s.coreStiffness(),
                s.bond(),
                s.step());
    }

    /**
     * One pair with cores in a box of 12 nm is bonded as often as Boltzmann says; beyond the cut-off, where the force ends
     * without a shift, its energy stays what it is at the cut-off. Four standard errors, and 2 % for the finite step.
     */
    @Test
    void onePairIsDistributedAsBoltzmannSays() {
        var ions = new Electrolyte().withValence(1).withDensity(new ArealDensity(1 / 1.44e-16));
        var film = ConfinedCoulomb.layers(1, 1, kelvin(298));
        BrownianSetup pair = BrownianSetup.molar(ions, film, 1).withStep(new Time(0.5e-12));
        var run = new BrownianRun(
                pair, DrivingField.constant(new ElectricField(0)), new Time(20e-9), new Time(4e-6), 2000, 4);
        BrownianRun.Estimate size =
                run.run(new RandomStreams(1), 2, steps -> {}).value(BrownianObservable.MEAN_CLUSTER);
        double bonded = bondedShare(pair);
        assertThat(bonded).isBetween(0.1, 0.9);
        double measured = 2 - 2 / size.mean();
        double error = 2 / (size.mean() * size.mean()) * size.standardError();
        assertThat(error).isLessThan(0.08 * bonded);
        assertThat(measured).isCloseTo(bonded, within(4 * error + 0.02 * bonded));
    }

    private static double bondedShare(BrownianSetup setup) {
        double box = setup.box().si();
        double cutoff = setup.cutoff().si();
        double core = setup.core().si();
        double atCutoff = setup.interaction().energy(setup.cutoff(), -1);
        double dr = 1e-13;
        double bonded = 0;
        double all = box * box - Math.PI * cutoff * cutoff;
        for (double r = dr / 2; r < cutoff; r += dr) {
            double overlap = Math.max(0, core - r) * 1e10;
            double energy = setup.interaction().energy(new Length(r), -1)
                    - atCutoff
                    + setup.coreStiffness() / 2 * overlap * overlap;
            double weight = 2 * Math.PI * r * dr * Math.exp(-energy);
            all += weight;
            bonded += r < setup.bond().si() ? weight : 0;
        }
        return bonded / all;
    }

    /** Without attraction every ion carries its share; forces of 1e-6 kT/A change that by less than 1e-4. */
    @Test
    void independentIonsConductFully() {
        var free = SMALL.with(SMALL.electrolyte(), new ConfinedCoulomb(1e-6, nm(13.83), nm(0.1)), 100);
        assertThat(conductance(free, 0.2, 0, 5e-9, 2).mean()).isCloseTo(1, within(1e-4));
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
