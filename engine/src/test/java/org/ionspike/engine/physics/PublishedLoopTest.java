package org.ionspike.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.nm;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ionspike.engine.reference.ReferenceTable;
import org.ionspike.engine.units.ArealDensity;
import org.junit.jupiter.api.Test;

class PublishedLoopTest {
    /**
     * Particle simulation published in PEmRobin/2D-nanofluidic-memristors: E = 0.5 cos(1e5 t / s) kT/(e A), 1e15 m^-2,
     * z = 2. The table is theirs and not part of this repository.
     */
    @Test
    void followsTheLoopItWasFittedTo() throws IOException {
        ReferenceTable table = published("authors_loop_vs_reduced.csv");
        double[] us = table.column("t_us_from_peak");
        var slit = new Slit(nm(2000), 4000, new ArealDensity(1e15), 1, 1);
        double amplitude = 0.5e10 * PhysicalConstants.thermalVoltage(298) * 2e-6;
        int steps = 200_000;
        double period = 2 * Math.PI / 1e5;
        double[] found = new double[us.length];
        double n = slit.steadyMobileFraction(amplitude);
        for (int turn = 0; turn < 3; turn++) {
            int row = 0;
            for (int k = 0; k < steps; k++) {
                if (row < us.length && us[row] * 1e-6 <= (k + 0.5) * period / steps) {
                    found[row++] = n;
                }
                n = slit.advance(n, amplitude * Math.cos(2 * Math.PI * (k + 0.5) / steps), period / steps);
            }
        }
        // our own solution stands in the table with six digits
        assertThat(ReferenceTable.difference(table.column("n_reduced"), found)).isLessThan(2e-3);
        double[] published = table.column("n_authors_BD");
        double squares = 0;
        for (int k = 0; k < found.length; k++) {
            double error = Math.log(found[k] / published[k]);
            squares += error * error / found.length;
        }
        // the constants leave a root mean square error of ln n of 0.0542
        assertThat(Math.sqrt(squares)).isLessThan(0.055);
    }

    /** Their loop at fields where the ions follow it, halfway between up and down, is our steady state within 1 %. */
    @Test
    void atStrongFieldsItsBranchesLieAroundTheSteadyStateOfOurParticles() throws IOException {
        ReferenceTable table = published("authors_bd_reference.csv");
        double[] fields = table.column("E_kT_per_eA");
        double[] down = table.column("authors_loop_down");
        double[] up = table.column("authors_loop_up");
        double[] steady = ReferenceTable.resource("bd_reference.csv").column("n_cond");
        for (int k = 0; k < fields.length; k++) {
            if (fields[k] > 0.14) {
                assertThat((down[k] + up[k]) / 2)
                        .as("%s kT/(e A)", fields[k])
                        .isCloseTo(steady[k], within(0.01 * steady[k]));
            } else { // memory: more of them are mobile on the way down
                assertThat(down[k]).as("%s kT/(e A)", fields[k]).isGreaterThan(up[k]);
            }
        }
    }

    private static ReferenceTable published(String name) throws IOException {
        String shared = System.getProperty("ionspike.shared", "");
        Path file = Path.of(shared, "reference", "csv", name);
        assumeTrue(!shared.isEmpty() && Files.exists(file), "no published table at " + file + "; test skipped");
        return ReferenceTable.parse(Files.readString(file));
    }
}
