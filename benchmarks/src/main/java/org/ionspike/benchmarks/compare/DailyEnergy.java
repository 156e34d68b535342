package org.ionspike.benchmarks.compare;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ionspike.benchmarks.energy.HardwareProfile.ModelKind;
import org.ionspike.benchmarks.report.ConsoleReport;

/** What a day's energy would pay for: a comparison for people, not a measurement. */
public final class DailyEnergy {
    /** Two bananas, in J: 2 x 105 kcal of 4184 J. */
    public static final double BANANAS_JOULES = 2 * 105 * 4184.0;

    /** Where the bananas are from. */
    public static final String BANANAS_SOURCE =
            "two bananas a day are the picture that articles on the ionic neuron use for the brain; 105 kcal a medium banana"
                    + " is the usual food-table value, from memory";

    /** A brain's day, in J: 20 W. */
    public static final double BRAIN_JOULES = 20 * 86_400.0;

    /** Where the brain's power is from. */
    public static final String BRAIN_SOURCE = "20 W of a human brain: Levy and Calvert 2021, PMC8106317";

    private DailyEnergy() {}

    /** Says how many samples the two amounts would pay for. */
    public static void print(PrintWriter out, List<Priced> priced) {
        best(priced)
                .ifPresent(one -> out.printf(
                        Locale.ROOT,
                        "For a feeling: at %s a sample (%s on %s, typical), two bananas a day (%.2f MJ) would pay for %.1e samples"
                                + " a day, and what a brain takes in a day (20 W, %.2f MJ) for %.1e.%n  Bananas: %s.%n  Brain: %s.%n",
                        ConsoleReport.rounded(one.inference().typical()),
                        one.model().name(),
                        one.hardware().name(),
                        BANANAS_JOULES / 1e6,
                        BANANAS_JOULES / one.inference().typical(),
                        BRAIN_JOULES / 1e6,
                        BRAIN_JOULES / one.inference().typical(),
                        BANANAS_SOURCE,
                        BRAIN_SOURCE));
    }

    /** The ionic network that is most accurate, on ionic hardware with everything around it where there is such a table. */
    static Optional<Priced> best(List<Priced> priced) {
        return priced.stream()
                .filter(one -> one.model().isIonic() && one.hardware().runs().contains(ModelKind.IONIC))
                .min(Comparator.comparing((Priced one) -> !one.hardware().name().equals("ionic-periphery"))
                        .thenComparing(one -> -one.model().accuracy())
                        .thenComparing(one -> one.inference().typical()));
    }
}
