package org.ionspike.benchmarks.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ionspike.benchmarks.Version;
import org.ionspike.benchmarks.reservoir.MeanAndSpread;
import org.ionspike.benchmarks.sweep.DeviceEffect;
import org.ionspike.benchmarks.sweep.SweepPoint;
import org.ionspike.benchmarks.sweep.SweepSetup;
import org.ionspike.engine.synapse.DeviceVariability;

/**
 * A sweep over the effects of devices: its table for people, and of every effect one file of schema {@code ionspike-sweep/1}
 * (docs/schema/sweep-1.schema.json).
 */
public final class SweepReport {
    /** Name and version of the format. */
    public static final String SCHEMA = "ionspike-sweep/1";

    private static final int PERCENT = 100;

    private final PrintWriter out;
    private final SweepPoint base;
    private final AxisUnit unit;

    /** A report that prints the head of its table and the base. */
    public SweepReport(PrintWriter out, SweepPoint base) {
        this.out = out;
        this.base = base;
        this.unit = AxisUnit.of("J", new double[] {base.joules().mean()});
        out.printf(
                Locale.ROOT,
                "%-18s %-12s %18s %20s %16s %5s%n",
                "effect",
                "value",
                "accuracy",
                "energy of a sample",
                "change",
                "runs");
        print("base", base);
    }

    /** Prints the points of an effect. */
    public void print(DeviceEffect effect, List<SweepPoint> points) {
        points.forEach(point -> print(effect.toString(), point));
    }

    private void print(String what, SweepPoint point) {
        MeanAndSpread change = point.change(base);
        out.printf(
                Locale.ROOT,
                "%-18s %-12s %18s %20s %16s %5d%n",
                what,
                point.label(),
                text(point.accuracy(), PERCENT, "%.2f") + " %",
                text(point.joules(), unit.perUnit(), "%.1f") + " " + unit.symbol(),
                point.equals(base) ? "" : text(change, PERCENT, "%+.2f").replace("+- +", "+- "),
                point.runs().size());
        out.flush();
    }

    /** What the columns mean. */
    public void printLegend() {
        out.println(
                "Mean +- standard deviation over all runs, which are seeds x draws of the devices. Change: of the accuracy"
                        + " against the base with the same seed, in points.");
        out.println("Energy: dissipation in the ionic devices for a sample of the test.");
        out.flush();
    }

    private static String text(MeanAndSpread value, double perUnit, String format) {
        String mean = String.format(Locale.ROOT, format, value.mean() * perUnit);
        return Double.isNaN(value.sd())
                ? mean
                : mean + " +- " + String.format(Locale.ROOT, format, value.sd() * perUnit);
    }

    /** The table with a row a point, the base first. */
    public static Table table(SweepPoint base, List<DeviceEffect> effects, List<? extends List<SweepPoint>> points) {
        var names = new ArrayList<String>(List.of("base"));
        var all = new ArrayList<SweepPoint>(List.of(base));
        for (int k = 0; k < effects.size(); k++) {
            for (SweepPoint point : points.get(k)) {
                names.add(effects.get(k).toString());
                all.add(point);
            }
        }
        return new Table()
                .words("effect", names.toArray(String[]::new))
                .words("value", all.stream().map(SweepPoint::label).toArray(String[]::new))
                .column(
                        "runs",
                        all.stream().mapToDouble(point -> point.runs().size()).toArray())
                .column(
                        "accuracy",
                        all.stream()
                                .mapToDouble(point -> point.accuracy().mean())
                                .toArray())
                .column(
                        "accuracy_sd",
                        all.stream().mapToDouble(point -> point.accuracy().sd()).toArray())
                .column(
                        "energy_J",
                        all.stream().mapToDouble(point -> point.joules().mean()).toArray())
                .column(
                        "energy_sd_J",
                        all.stream().mapToDouble(point -> point.joules().sd()).toArray());
    }

    /** The document of one effect. */
    public static ObjectNode json(SweepSetup setup, SweepPoint base, DeviceEffect effect, List<SweepPoint> points) {
        ObjectNode json = ResultJson.create(SCHEMA);
        ObjectNode run = json.putObject("run")
                .put("command", "sweep")
                .put("task", setup.task())
                .put("dataset", setup.dataset().name())
                .put("data_sha256", setup.dataset().contentHash());
        ArrayNode seeds = run.putArray("seeds");
        setup.seeds().forEach(seeds::add);
        run.put("draws", setup.draws()).put("ionspike", Version.number());
        if (setup.age().si() > 0) {
            run.put("age_s", setup.age().si());
        }
        addDevices(run.putObject("base").put("name", setup.baseName()), setup.base());
        json.set("model", setup.model());
        json.put("effect", effect.toString()).put("effect_words", effect.words());
        double own = effect.of(setup.base());
        add(json.putObject("unswept"), new SweepPoint(own, base.label(), base.runs()));
        ArrayNode array = json.putArray("points");
        points.forEach(point -> add(array.addObject(), point));
        return json;
    }

    private static void add(ObjectNode json, SweepPoint point) {
        json.put("value", point.value()).put("label", point.label());
        ArrayNode runs = json.putArray("runs");
        point.runs()
                .forEach(run -> runs.addObject()
                        .put("seed", run.seed())
                        .put("draw", run.draw())
                        .put("accuracy", run.accuracy())
                        .put("energy_J", run.joules()));
        add(json.putObject("accuracy"), point.accuracy());
        add(json.putObject("energy_J"), point.joules());
    }

    private static void add(ObjectNode json, MeanAndSpread value) {
        json.put("mean", value.mean());
        json.put("sd", Double.isNaN(value.sd()) ? null : value.sd());
    }

    /** Names as in a device file. */
    private static void addDevices(ObjectNode json, DeviceVariability devices) {
        json.put("states", devices.states())
                .put("deviceToDevice", devices.deviceToDevice())
                .put("cycleToCycle", devices.cycleToCycle())
                .put("stuck", devices.stuck())
                .put("stuckHigh", devices.stuckHigh())
                .put("stepSpread", devices.stepDeviceToDevice());
        json.putObject("response")
                .put("nonlinearityUp", devices.response().nonlinearityUp())
                .put("nonlinearityDown", devices.response().nonlinearityDown())
                .put("asymmetry", devices.response().asymmetry());
        json.put("readNoise", devices.readNoise())
                .put("memorySpread", devices.memorySpread())
                .put("lineResistance_ohm", devices.lineResistance().si());
    }
}
