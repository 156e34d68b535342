package org.ionspike.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.ionspike.engine.random.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two loops over pairs against the definition of the forces, written out. */
class IonForcesTest {
    private static final double ANGSTROM = 1e-10;

    private final double[][] listed = new double[2][];
    private final double[][] all = new double[2][];
    private final double[][] plain = new double[2][];

    private void compute(BrownianSetup setup, long seed) {
        int ions = 2 * setup.ionsPerSign();
        double box = setup.box().si() / ANGSTROM;
        UniformRandomProvider random = new RandomStreams(seed).stream("places");
        double[] x = random.doubles(ions, 0, box).toArray();
        double[] y = random.doubles(ions, 0, box).toArray();
        x[1] = x[0] + 2; // well inside a core
        y[1] = y[0];
        double[] sign = new double[ions];
        Arrays.fill(sign, 0, ions / 2, 1);
        Arrays.fill(sign, ions / 2, ions, -1);
        var lists = new NeighbourLists(
                ions, box, (setup.cutoff().si() + setup.skin().si()) / ANGSTROM);
        lists.build(x, y);
        for (double[][] forces : new double[][][] {listed, all, plain}) {
            forces[0] = new double[ions];
            forces[1] = new double[ions];
        }
        var forces = new IonForces(setup, ANGSTROM, sign);
        forces.listed(x, y, lists, listed[0], listed[1]);
        long within = forces.pairsWithin();
        forces.all(x, y, all[0], all[1]);
        assertThat(forces.pairsWithin()).isEqualTo(2 * within);
        for (int i = 0; i < ions; i++) {
            for (int j = 0; j < ions; j++) {
                if (i != j) {
                    addPlain(setup, i, x[i] - x[j], y[i] - y[j], sign[i] * sign[j]);
                }
            }
        }
    }

    private void addPlain(BrownianSetup setup, int i, double apartX, double apartY, double signs) {
        double box = setup.box().si() / ANGSTROM;
        double dx = Math.IEEEremainder(apartX, box);
        double dy = Math.IEEEremainder(apartY, box);
        double r = Math.hypot(dx, dy);
        if (r < setup.cutoff().si() / ANGSTROM) {
            ConfinedCoulomb potential = setup.interaction();
            double c = potential.softening().si() / ANGSTROM;
            double xi = potential.dielectricLength().si() / ANGSTROM;
            double force = signs * potential.gamma() * (1 / (r + c) - 1 / (r + xi))
                    + setup.coreStiffness() * Math.max(0, setup.core().si() / ANGSTROM - r);
            plain[0][i] += force * dx / r;
            plain[1][i] += force * dy / r;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void bothLoopsGiveTheForcesOfThePotentialInAMolarFilm(long seed) {
        compute(BrownianSetup.molar(), seed);
        assertSame();
    }

    @Test
    void bothLoopsGiveTheForcesOfThePotentialBetweenPointIons() {
        compute(BrownianSetup.authors().withIonsPerSign(200), 4);
        assertSame();
    }

    private void assertSame() {
        for (int axis = 0; axis < 2; axis++) {
            double largest = Arrays.stream(plain[axis]).map(Math::abs).max().orElseThrow();
            double sum = 0;
            for (int i = 0; i < plain[axis].length; i++) {
                assertThat(listed[axis][i]).isCloseTo(plain[axis][i], within(1e-12 * largest));
                assertThat(all[axis][i]).isCloseTo(plain[axis][i], within(1e-12 * largest));
                sum += all[axis][i];
            }
            assertThat(sum).as("actio and reactio").isCloseTo(0, within(1e-10 * largest));
        }
    }
}
