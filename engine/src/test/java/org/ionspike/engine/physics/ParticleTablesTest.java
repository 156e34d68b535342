package org.ionspike.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
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
        // blocks are 50 ns long and end where the table has a row. Of 400 ions, four times, and of 800, once, in ten
        // blocks
        // the free ions are known to about 2 %, the conductance to 0.006 and 0.009 at 0.05 kT/(e A), more at 0.02
        double noise = 0.0106 * 0.05 / thermal;
        for (int first = 0; first < expected.length; first += 10) {
            String rows = first + " to " + (first + 10);
            assertThat(mean(blocks, BrownianObservable.CONDUCTANCE, first))
                    .as("n in rows %s", rows)
                    .isCloseTo(mean(expected, first), within(4 * noise));
            double free = mean(table.column("free60"), first);
            assertThat(mean(blocks, BrownianObservable.FREE_FRACTION, first))
                    .as("free ions in rows %s", rows)
                    .isCloseTo(free, within(3 * Math.sqrt(free * (1 / 1600.0 + 1 / 800.0))));
        }
    }

    private static double mean(List<Block> blocks, BrownianObservable what, int first) {
        return IntStream.range(first, first + 10)
                .mapToDouble(k -> blocks.get(k).value(what).mean())
                .average()
                .orElseThrow();
    }

    /** Of ten rows, each taken halfway from the row before. */
    private static double mean(double[] column, int first) {
        return IntStream.range(first, first + 10)
                .mapToDouble(k -> (column[k] + column[Math.max(0, k - 1)]) / 2)
                .average()
                .orElseThrow();
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
