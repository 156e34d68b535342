package org.ionspike.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
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
        String shared = System.getProperty("ionspike.shared", "");
        Path file = Path.of(shared, "reference", "csv", "authors_loop_vs_reduced.csv");
        assumeTrue(!shared.isEmpty() && Files.exists(file), "no published loop at " + file + "; test skipped");
        var table = ReferenceTable.parse(Files.readString(file));
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
}
