package org.ionspike.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.nm;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.ionspike.engine.physics.Electrolyte;
import org.ionspike.engine.physics.Slit;
import org.ionspike.engine.units.ArealDensity;
import org.ionspike.engine.units.Diffusivity;
import org.ionspike.engine.units.ElectricField;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrownianCalibrateCommandTest {
    private static final double UNIT = new Electrolyte().thermalField().si();

    /** The kinetics behind the files of these tests. */
    private static final Slit TRUTH = new Slit(nm(2000), 4000, new ArealDensity(1e14), 1, 1)
            .withKinetics(new Diffusivity(2e-8), new ElectricField(8e6), 2e-4, 30, new ElectricField(5.5e7), 5);

    @TempDir
    private Path folder;

    @Test
    void fitsFilesTogetherAndWritesASlitThatOtherCommandsTake() throws IOException {
        Path json = folder.resolve("fit.json");
        Path csv = folder.resolve("fit.csv");
        Path plot = folder.resolve("fit.png");
        Path slit = folder.resolve("fit.yaml");
        CommandRun run = CommandRun.of(
                "brownian",
                "calibrate",
                "--target",
                steady(),
                "--target",
                release(0.02),
                "--target-density",
                "1e14m^-2",
                "--target-field",
                "0.02 kT/eA",
                "--target",
                release(0.1),
                "--target-density",
                "1e14m^-2",
                "--target-field",
                "0.1 kT/eA",
                "--json",
                json,
                "--csv",
                csv,
                "--plot",
                plot,
                "--out",
                slit);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(IonspikeCli.DONE);
        JsonNode summary = TableFile.read(json).path("summary");
        // six digits in the files
        assertThat(summary.path("E_s_V_per_m").asDouble()).isEqualTo(5.5e7, within(1e4));
        assertThat(summary.path("kappa_0_m2_per_s").asDouble()).isEqualTo(2e-8, within(2e-11));
        assertThat(summary.path("K_0").asDouble()).isEqualTo(2e-4, within(1e-6));
        assertThat(Files.readAllLines(csv).get(0))
                .isEqualTo("data,t_s,E_kT_per_eA,rho_m-2,n_cond,stderr,n_fit,ln_error");
        assertThat(plot).isNotEmptyFile();
        CommandRun used = CommandRun.of("slit", "steady", "--slit", slit, "--quiet");
        assertThat(used.exitCode()).isEqualTo(IonspikeCli.DONE);
        assertThat(used.out()).contains("fit.yaml");
    }

    @Test
    void holdsWhatItIsToldToAndSaysWhatTheDataLeaveOpen() throws IOException {
        CommandRun run = CommandRun.of("brownian", "calibrate", "--target", steady(), "--hold", "E_a,K_0", "--quiet");
        assertThat(run.out()).doesNotContain("E_a_V_per_m").contains("kappa_0 is poorly constrained");
    }

    @Test
    void saysWhichFileLineAndColumnIsWrong() throws IOException {
        assertFails(
                write("a.csv", "t_s,V_volt\n0,1\n"), "a.csv: line 1 names the columns [t_s, V_volt]", "E_kT_per_eA");
        assertFails(write("b.csv", "E_kT_per_eA,n\n0.1,much\n"), "b.csv: line 2 has 'much' in column n");
        assertFails(write("c.csv", "E_kT_per_eA,n\n0.1,0.2\n0.2\n"), "c.csv: line 3 has 1 cells");
        assertFails(write("d.csv", "E_kT_per_eA,n\n0.1,-0.2\n"), "d.csv: line 2 is refused", "must be above 0");
        assertFails(write("e.csv", "t_us,n\n0.1,0.2\n"), "e.csv: line 1 has times but no field", "--target-field");
        assertFails(write("f.csv", "E_kT_per_eA,n\n0.1,0.2\n"), "must be above 6");
        assertFails(folder.resolve("none.csv"), "none.csv not found");
        CommandRun run = CommandRun.of("brownian", "calibrate", "--hold", "E_x");
        assertThat(run.exitCode()).isEqualTo(IonspikeCli.WRONG_USAGE);
        assertThat(run.err()).contains("named 'E_x'. Known: [E_s, p, K_inf, kappa_0, E_a, K_0]");
    }

    /** Far too few ions for a good fit; the whole way through all the same. */
    @Test
    @Tag("slow")
    void fitsItsOwnParticles() {
        CommandRun run = CommandRun.of(
                "brownian",
                "calibrate",
                "--ions",
                40,
                "--replicas",
                2,
                "--step",
                "10 ps",
                "--equilibration",
                "10 ns",
                "--time",
                "40 ns",
                "--check",
                "--quiet");
        assertThat(run.exitCode()).isEqualTo(IonspikeCli.DONE);
        assertThat(run.err()).contains("particles");
        assertThat(run.out()).contains("rms_ln_error sinusoid", "check_error_percent 0.10 kT/eA 1e+14 m^-2");
    }

    private static void assertFails(Path file, String... messages) {
        CommandRun run = CommandRun.of("brownian", "calibrate", "--target", file);
        assertThat(run.exitCode()).isEqualTo(IonspikeCli.FAILED);
        assertThat(run.err()).contains(messages);
        assertThat(run.out()).isEmpty();
    }

    private Path steady() throws IOException {
        var text = new StringBuilder("E_kT_per_eA,rho_m-2,n_cond,stderr\n");
        for (double field : new double[] {0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5}) {
            for (double density : new double[] {1e14, 1e15}) {
                text.append(String.format(
                        Locale.ROOT,
                        "%s,%s,%.6g,0.001%n",
                        field,
                        density,
                        TRUTH.withDensity(new ArealDensity(density)).steadyMobileFraction(field * UNIT * 2e-6)));
            }
        }
        return write("steady.csv", text.toString());
    }

    private Path release(double field) throws IOException {
        var text = new StringBuilder("t_us,n_cond\n");
        for (int k = 1; k <= 30; k++) {
            text.append(String.format(
                    Locale.ROOT, "%s,%.6g%n", 0.05 * k, TRUTH.advance(0.95, field * UNIT * 2e-6, 0.05e-6 * k)));
        }
        return write("release-" + field + ".csv", text.toString());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
