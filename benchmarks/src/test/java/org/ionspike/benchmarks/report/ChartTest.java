package org.ionspike.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartTest {
    private static final double[] X = {0, 1, 10, 100};
    private static final double[] Y = {1, -2, 3, 5};

    @TempDir
    Path folder;

    private static Chart chart() {
        return new Chart("A title", "t (ms)", "V (mV)").caption("model, seed 1");
    }

    @Test
    void drawsLinesAndPointsAsPng() throws IOException {
        Path file = folder.resolve("new/picture.png");
        chart().line("a", X, Y).scatter("b", Y, X).write(file);
        var image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(1200);
        assertThat(image.getHeight()).isEqualTo(800);
        assertThat(Files.size(file)).isBetween(10_000L, 100_000L);
    }

    @Test
    void drawsLogarithmicAxesAsSvgAndLeavesOutWhatHasNoLogarithm() throws IOException {
        Path file = folder.resolve("picture.SVG");
        chart().logX().logY().line("a", X, Y).write(file);
        assertThat(Files.readString(file)).contains("<svg").contains("model, seed 1");
    }

    @Test
    void refusesAnotherEndingAndLeavesNoFile() throws IOException {
        assertThatThrownBy(() -> chart().line("a", X, Y).write(folder.resolve("picture.gif")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must end in .png or .svg");
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void refusesSeriesThatCannotBeDrawn() {
        assertThatThrownBy(() -> chart().line("a", X, new double[1])).hasMessageContaining("4 x and 1 y values");
        assertThatThrownBy(() -> chart().logY().line("a", new double[] {1}, new double[] {-1}))
                .hasMessageContaining("no point that can be drawn");
    }

    @Test
    void tableKeepsEveryDigitInCsvAndPrintsEvenlySpacedRows() {
        var table = new Table()
                .column("t_s", new double[] {0, 1e-3, 2e-3, 3e-3})
                .column("n", new double[] {1. / 3, 2, -1.5, 1e-9});
        assertThat(table.toCsv()).isEqualTo("t_s,n\n0.0,0.3333333333333333\n0.001,2.0\n0.002,-1.5\n0.003,1.0E-9\n");
        var text = new StringWriter();
        table.print(new PrintWriter(text, true), 2);
        assertThat(text.toString()
                        .lines()
                        .map(line -> String.join(" ", line.trim().split(" +"))))
                .containsExactly(
                        "t_s n", "0 0.333333", "0.00300000 1.00000e-09", "(2 of 4 rows; --csv FILE writes all)");
        assertThatThrownBy(() -> table.column("x", X.clone()).column("y", new double[1]))
                .hasMessageContaining("1 rows, the others have 4");
    }
}
