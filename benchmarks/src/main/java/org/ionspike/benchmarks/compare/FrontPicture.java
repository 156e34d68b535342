package org.ionspike.benchmarks.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.ionspike.benchmarks.report.Chart;

/** Accuracy against energy per sample: models on some hardware, with the front that no model is below and to the left of. */
public final class FrontPicture {
    /** Hardware that is drawn. */
    public static final List<String> TABLES =
            List.of("cmos45-sram", "gpu-titan", "loihi", "ionic-slit", "ionic-periphery");

    private FrontPicture() {}

    /**
     * Draws.
     *
     * @param tables names of the hardware
     */
    public static void write(Path file, Comparison comparison, List<Priced> priced, List<String> tables) {
        var chart = new Chart("Accuracy and energy per sample", "energy per sample (J)", "accuracy (%)").logX();
        for (String table : tables) {
            List<Priced> points = priced.stream()
                    .filter(one -> one.hardware().name().equals(table))
                    .toList();
            if (!points.isEmpty()) {
                chart.scatter(
                        table,
                        points.stream()
                                .mapToDouble(one -> one.inference().typical())
                                .toArray(),
                        points.stream()
                                .mapToDouble(one -> 100 * one.model().accuracy())
                                .toArray());
            }
        }
        chart.caption(String.format(
                        Locale.ROOT,
                        "ionspike compare %s, typical prices, mean over seeds %d to %d, %s devices",
                        comparison.dataset().name(),
                        comparison.settings().firstSeed(),
                        comparison.settings().firstSeed()
                                + comparison.settings().seeds()
                                - 1,
                        comparison.settings().deviceName()))
                .write(file);
    }
}
