package org.ionspike.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ionspike.engine.physics.BrownianRun.Block;
import org.ionspike.engine.physics.BrownianRun.Estimate;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.reference.ReferenceTable;
import org.ionspike.engine.units.ArealDensity;
import org.ionspike.engine.units.ElectricField;
import org.ionspike.engine.units.Frequency;
import org.ionspike.engine.units.Time;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Particles against tables of an independent program: the same physics, another code, other random numbers. */
class ParticleTablesTest {
    private static final BrownianSetup AUTHORS = BrownianSetup.authors();
    private static final ReferenceTable STEADY = ReferenceTable.resource("bd_reference.csv");

    static IntStream rows() {
        return IntStream.range(0, STEADY.column("n_cond").length);
    }

    private static ElectricField field(double thermal) {
        return new ElectricField(thermal * AUTHORS.electrolyte().thermalField().si());
    }

    private static BrownianRun.Result steady(int row, int ions, double equilibration, double time, int replicas) {
        var setup = AUTHORS.with(
                AUTHORS.electrolyte().withDensity(new ArealDensity(STEADY.column("rho_m-2")[row])),
                AUTHORS.interaction(),
                ions);
        var run = new BrownianRun(
                setup,
                DrivingField.constant(field(STEADY.column("E_kT_per_eA")[row])),
                new Time(equilibration),
                new Time(time),
                10,
                replicas);
        return run.run(new RandomStreams(11), 2, steps -> {});
    }

    /** 200 + 200 ions for 100 ns, twice: standard errors of about 1 % there and of 0.3 % in the table. */
    @Test
    void conductanceFreeIonsAndAnisotropyInAShortRunAreThoseOfTheTable() {
        int row = 4; // 0.2 kT/(e A)
        BrownianRun.Result found = steady(row, 200, 80e-9, 100e-9, 2);
        assertThat(found.value(BrownianObservable.CONDUCTANCE).mean())
                .isCloseTo(0.481, within(0.04 * STEADY.column("n_cond")[row]));
        double free = STEADY.column("free60A")[row];
        assertThat(found.value(BrownianObservable.FREE_FRACTION).mean()).isCloseTo(free, within(0.04 * free));
        double anisotropy = STEADY.column("anisotropy_dx2_dy2_20A")[row];
        assertThat(found.value(BrownianObservable.PAIR_ANISOTROPY).mean())
                .isCloseTo(anisotropy, within(0.08 * anisotropy));
    }

    /** Four standard errors of both, and 1 % for what differs in protocol: 0.4 us after 0.4 us from random places. */
    @Tag("slow")
    @ParameterizedTest
    @MethodSource("rows")
    void conductanceAtEveryFieldIsThatOfTheTable(int row) {
        double expected = STEADY.column("n_cond")[row];
        Estimate found = steady(row, 400, 400e-9, 400e-9, 4).value(BrownianObservable.CONDUCTANCE);
        double error = Math.hypot(found.standardError(), STEADY.column("stderr")[row]);
        assertThat(found.mean()).isCloseTo(expected, within(4 * error + 0.01 * expected));
    }

    /** A tenth of the density, released from 0.5 kT/(e A): the slow recombination that makes the memory. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"0.02, relax_rho1e-6_E0.02.csv", "0.05, relax_rho1e-6_E0.05.csv"})
    void recombinationAfterAReleaseIsThatOfTheTable(double thermal, String name) {
        var table = ReferenceTable.resource(name);
        double[] expected = table.column("n_cond");
        var setup = AUTHORS.with(AUTHORS.electrolyte().withDensity(new ArealDensity(1e14)), AUTHORS.interaction(), 200);
        var run = new BrownianRun(
                setup,
                DrivingField.step(field(0.5), field(thermal), new Time(0)),
                new Time(200e-9),
                new Time(1.5e-6),
                expected.length,
                4);
        var blocks = run.run(new RandomStreams(12), 2, steps -> {}).blocks();
        // blocks are 50 ns long and end where the table has a row; windows of ten keep noise and shift below 8 %
        for (int first = 0; first < expected.length; first += 10) {
            int from = first;
            double ours = IntStream.range(first, first + 10)
                    .mapToDouble(k ->
                            blocks.get(k).value(BrownianObservable.CONDUCTANCE).mean())
                    .average()
                    .orElseThrow();
            double theirs = IntStream.range(first, first + 10)
                    .mapToDouble(k -> (expected[k] + expected[Math.max(0, k - 1)]) / 2)
                    .average()
                    .orElseThrow();
            assertThat(ours).as("%d to %d rows", from, from + 10).isCloseTo(theirs, within(0.08 * theirs));
        }
    }

    /** A third of a period, through the zero of the field: what was apart comes back late. */
    @Tag("slow")
    @Test
    void theSinusoidHasTheMemoryOfTheTable() {
        var table = ReferenceTable.resource("bd_loop_np400.csv");
        double[] micros = table.column("t_us");
        double[] current = table.column("i_norm");
        int blocks = 44; // of 0.5 us
        var run = new BrownianRun(
                AUTHORS.withIonsPerSign(100),
                DrivingField.cosine(field(0.5), new Frequency(1e5 / (2 * Math.PI))),
                new Time(80e-9),
                new Time(22e-6),
                blocks,
                2);
        double unit = field(1).si();
        for (Block block : run.run(new RandomStreams(13), 2, steps -> {}).blocks()) {
            double theirs = IntStream.range(0, micros.length)
                    .filter(k -> Math.abs(micros[k] * 1e-6 - 25e-9 - block.seconds()) < 0.25e-6)
                    .mapToDouble(k -> current[k])
                    .average()
                    .orElseThrow();
            // 200 ions for 0.5 us, twice: 0.3 % of the largest current; two runs of the same physics
            assertThat(block.current().mean() / unit)
                    .as("at %s s", block.seconds())
                    .isCloseTo(theirs, within(0.006 + 0.03 * Math.abs(theirs)));
        }
        assertThat(Arrays.stream(current).max().orElseThrow()).isGreaterThan(0.47);
    }
}
