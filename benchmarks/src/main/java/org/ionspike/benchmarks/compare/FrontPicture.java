package org.ionspike.benchmarks.compare;

import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.ionspike.benchmarks.report.Chart;

/**
 * Accuracy against energy per sample of all models on some hardware, with the front: no other model there takes less and
 * answers better.
 */
public final class FrontPicture {
    private static final double NANO = 1e9;

    /** Hardware that is drawn, and whose models. */
    private static final ImmutableMap<String, String> SERIES = ImmutableMap.of(
            "cmos45-sparse", "conventional",
            "cmos45-sram", "conventional",
            "gpu-titan", "conventional",
            "loihi", "networks",
            "ionic-slit", "networks",
            "ionic-periphery", "networks");

    private FrontPicture() {}

    /** Draws models on the hardware of a few price tables. */
    public static void write(Path file, Comparison comparison, List<Priced> priced) {
        var chart = new Chart("Accuracy and energy per sample", "energy per sample (nJ)", "accuracy (%)").logX();
        var drawn = new ArrayList<Priced>();
        SERIES.forEach((table, models) -> {
            List<Priced> points = priced.stream()
                    .filter(one ->
                            one.hardware().name().equals(table) && one.model().isIonic() == models.equals("networks"))
                    .toList();
            if (!points.isEmpty()) {
                chart.scatter(
                        models + ", " + table, of(points, FrontPicture::nanojoules), of(points, FrontPicture::percent));
                drawn.addAll(points);
            }
        });
        List<Priced> front = front(drawn);
        chart.line("front", of(front, FrontPicture::nanojoules), of(front, FrontPicture::percent))
                .caption(String.format(
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

    /** From the cheapest on, each that answers better than all before. */
    static List<Priced> front(List<Priced> points) {
        var front = new ArrayList<Priced>();
        points.stream()
                .sorted(Comparator.comparingDouble(FrontPicture::nanojoules)
                        .thenComparing(Comparator.comparingDouble(FrontPicture::percent)
                                .reversed()))
                .forEach(one -> {
                    if (front.isEmpty() || percent(one) > percent(front.get(front.size() - 1))) {
                        front.add(one);
                    }
                });
        return front;
    }

    private static double nanojoules(Priced one) {
        return NANO * one.inference().typical();
    }

    private static double percent(Priced one) {
        return 100 * one.model().accuracy();
    }

    private static double[] of(List<Priced> points, ToDoubleFunction<Priced> value) {
        return points.stream().mapToDouble(value).toArray();
    }
}
