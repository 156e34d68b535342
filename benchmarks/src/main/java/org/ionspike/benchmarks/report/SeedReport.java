package org.ionspike.benchmarks.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;
import org.ionspike.benchmarks.task.SeedRuns;

/**
 * Runs of several seeds: their table, and their results in one file of schema {@code ionspike-seeds/1}
 * (docs/schema/seeds-1.schema.json), each of which is one of {@code ionspike-result/1}.
 */
public final class SeedReport {
    /** Name and version of the format. */
    public static final String SCHEMA = "ionspike-seeds/1";

    private SeedReport() {}

    /** Seed, accuracy and seconds of each run; mean and standard deviation. */
    public static void print(PrintWriter out, SeedRuns seeds) {
        out.println("   seed   accuracy     time");
        for (SeedRuns.Run run : seeds.runs()) {
            out.printf(Locale.ROOT, "%7d   %6.2f %%  %7.1f s%n", run.seed(), 100 * run.accuracy(), run.seconds());
        }
        out.printf(
                Locale.ROOT,
                "   mean   %6.2f %% +- %.2f %% (standard deviation from seed to seed)%n",
                100 * seeds.mean(),
                100 * seeds.standardDeviation());
    }

    /** All results. */
    public static ObjectNode json(SeedRuns seeds) {
        ObjectNode json = ResultJson.create(SCHEMA);
        json.putObject("accuracy")
                .put("seeds", seeds.runs().size())
                .put("mean", seeds.mean())
                .put("sd", seeds.standardDeviation());
        ArrayNode runs = json.putArray("runs");
        seeds.runs()
                .forEach(run -> runs.addObject()
                        .put("seed", run.seed())
                        .put("ClassificationAccuracy", run.accuracy())
                        .put("wall_s", run.seconds())
                        .set("result", run.result()));
        return json;
    }
}
