package org.ionspike.benchmarks.compare;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.ionspike.benchmarks.Version;
import org.ionspike.benchmarks.energy.EnergyEstimate;
import org.ionspike.benchmarks.energy.HardwareProfile;
import org.ionspike.benchmarks.energy.HostEnergy;
import org.ionspike.benchmarks.energy.Price;
import org.ionspike.benchmarks.energy.Sensitivity;
import org.ionspike.benchmarks.report.ResultJson;

/**
 * A comparison as a document of schema {@code ionspike-compare/1} (docs/schema/compare-1.schema.json): every joule with the
 * count, the price and the source it comes from. Host energy, machine and date differ from run to run; the rest does not.
 */
public final class ComparisonJson {
    /** Name and version of the format. */
    public static final String SCHEMA = "ionspike-compare/1";

    private ComparisonJson() {}

    /**
     * The document.
     *
     * @param task as on the command line
     * @param tables price tables, in their order
     * @param priced every model on every hardware that can run it
     * @param pairs networks against conventional models
     */
    public static ObjectNode of(
            String task,
            Comparison comparison,
            List<HardwareProfile> tables,
            List<Priced> priced,
            List<BreakEven> pairs) {
        ObjectNode json = ResultJson.create(SCHEMA);
        addRun(json, task, comparison);
        ArrayNode models = json.putArray("models");
        for (ComparedModel model : comparison.models()) {
            addModel(models.addObject(), comparison, model, priced);
        }
        ArrayNode hardware = json.putArray("hardware");
        tables.forEach(table -> addTable(hardware.addObject(), table));
        ArrayNode breakEven = json.putArray("break_even");
        pairs.forEach(pair -> addPair(breakEven.addObject(), pair));
        addPeople(json, priced);
        addSensitivity(json.putArray("sensitivity"), priced);
        for (TrainedContender shown : comparison.shown()) {
            ContenderJson.add(json, comparison.dataset(), shown);
        }
        return json;
    }

    private static void addRun(ObjectNode json, String task, Comparison comparison) {
        ComparisonSettings settings = comparison.settings();
        ObjectNode run = json.putObject("run")
                .put("command", "compare")
                .put("task", task)
                .put("dataset", comparison.dataset().name())
                .put("data_sha256", comparison.dataset().contentHash());
        ArrayNode seeds = run.putArray("seeds");
        for (int k = 0; k < settings.seeds(); k++) {
            seeds.add(settings.firstSeed() + k);
        }
        run.put("ionspike", Version.number())
                .put("date", LocalDate.now(ZoneOffset.UTC).toString())
                .put("band", settings.band())
                .put("unequal", settings.unequal())
                .put("device", settings.deviceName());
        json.putObject("split")
                .put("train", comparison.split().train().length())
                .put("test", comparison.split().held().length())
                .put("official", comparison.split().official());
    }

    private static void addModel(ObjectNode node, Comparison comparison, ComparedModel model, List<Priced> priced) {
        ModelRun first = model.first();
        node.put("name", model.name())
                .put("family", first.family())
                .put("kind", model.isIonic() ? "ionic" : "conventional")
                .put("description", first.description())
                .put("precision", first.precision().toString());
        ObjectNode accuracy = node.putObject("accuracy").put("mean", model.accuracy());
        put(accuracy, "sd", model.accuracySpread());
        ArrayNode seeds = accuracy.putArray("seeds");
        model.runs().forEach(run -> seeds.add(run.accuracy()));
        node.put("ParameterCount", first.parameters())
                .put("Footprint", first.footprintBytes())
                .put("ConnectionSparsity", model.mean(ModelRun::connectionSparsity))
                .put("ActivationSparsity", model.mean(ModelRun::activationSparsity));
        ResultJson.addOperations(node, model.inference());
        ObjectNode counts = node.putObject("counts");
        counts.set("inference", ResultJson.counts(model.inference()));
        counts.set("training", ResultJson.counts(model.training()));
        ArrayNode energy = node.putArray("energy");
        ArrayNode training = node.putArray("training_energy");
        for (Priced one : priced) {
            if (one.model().equals(model)) {
                addEstimate(energy.addObject(), one);
                one.training()
                        .ifPresent(estimate -> range(
                                training.addObject()
                                        .put("hardware", one.hardware().name()),
                                estimate));
            }
        }
        addHost(node.putObject("host"), comparison, model);
    }

    private static void addEstimate(ObjectNode node, Priced priced) {
        EnergyEstimate estimate = priced.inference();
        range(node.put("hardware", priced.hardware().name()), estimate);
        put(node, "latency_s", priced.latencySeconds().orElse(Double.NaN));
        put(node, "edp_Js", priced.energyDelay().orElse(Double.NaN));
        ArrayNode terms = node.putArray("terms");
        for (EnergyEstimate.Term term : estimate.terms()) {
            Price price = term.price();
            ObjectNode one = terms.addObject()
                    .put("part", term.part())
                    .put("count", term.count().toString())
                    .put("amount", term.amount())
                    .put("item", price.item())
                    .put("unit", price.unit());
            one.putObject("price")
                    .put("low", price.low())
                    .put("typical", price.typical())
                    .put("high", price.high());
            one.putObject("joules")
                    .put("low", term.low())
                    .put("typical", term.typical())
                    .put("high", term.high());
            one.put("kind", price.kind().toString()).put("source", price.source());
        }
    }

    private static ObjectNode range(ObjectNode node, EnergyEstimate estimate) {
        return node.put("low", estimate.low())
                .put("typical", estimate.typical())
                .put("high", estimate.high());
    }

    private static void addHost(ObjectNode node, Comparison comparison, ComparedModel model) {
        double watts = comparison.hostJoulesPerCpuSecond().orElse(HostEnergy.WATTS_PER_CORE);
        boolean measured = comparison.hostJoulesPerCpuSecond().isPresent();
        double train = model.mean(ModelRun::trainCpuSeconds);
        double inference = model.mean(ModelRun::inferenceCpuSeconds);
        put(node, "train_cpu_s", train);
        put(node, "train_J", train * watts);
        node.put("inference_cpu_s", inference)
                .put("inference_J", inference * watts)
                .put("kind", measured ? "measured-rapl" : "estimated")
                .put(
                        "note",
                        measured
                                ? "RAPL counters of the whole run, shared out by CPU seconds"
                                : "CPU seconds x an assumed " + Math.round(HostEnergy.WATTS_PER_CORE)
                                        + " W a core; no energy counter can be read on this machine");
    }

    private static void addTable(ObjectNode node, HardwareProfile table) {
        node.put("name", table.name()).put("title", table.title());
        ArrayNode runs = node.putArray("runs");
        table.runs().forEach(kind -> runs.add(kind.toString()));
        node.put("skips_zeros", table.skipsZeros())
                .put("computes_silence", table.computesSilence())
                .put("note", table.note());
        ArrayNode prices = node.putArray("prices");
        table.energies().values().forEach(price -> addPrice(prices.addObject(), price));
        ArrayNode times = node.putArray("times");
        table.times().values().forEach(price -> addPrice(times.addObject(), price));
    }

    private static void addPrice(ObjectNode node, Price price) {
        node.put("item", price.item())
                .put("low", price.low())
                .put("typical", price.typical())
                .put("high", price.high())
                .put("unit", price.unit())
                .put("source", price.source())
                .put("kind", price.kind().toString());
    }

    private static void addPair(ObjectNode node, BreakEven pair) {
        EnergyEstimate ours = pair.ionic().inference();
        EnergyEstimate theirs = pair.against().inference();
        node.put("ionic", pair.ionic().model().name())
                .put("ionic_hardware", pair.ionic().hardware().name())
                .put("against", pair.against().model().name())
                .put("hardware", pair.against().hardware().name())
                .put("accuracy_gap", pair.gap())
                .put("equal", pair.equal())
                .put("ionic_J", ours.typical())
                .put("against_J", theirs.typical())
                .put("ratio", ours.typical() / theirs.typical())
                .put("wins", pair.wins());
        node.putArray("ionic_range_J").add(ours.low()).add(ours.high());
        node.putArray("against_range_J").add(theirs.low()).add(theirs.high());
        put(node, "read_energy_J", pair.readJoules());
        put(node, "input_spikes", pair.inputSpikes());
        put(node, "hold_s", pair.holdSeconds());
        node.put("read_energy_now_J", pair.readJoules().now())
                .put("input_spikes_now", pair.inputSpikes().now())
                .put("hold_now_s", pair.holdSeconds().now());
    }

    private static void put(ObjectNode node, String name, BreakEven.Limit limit) {
        put(node, name, limit.most().orElse(Double.NaN));
    }

    private static void put(ObjectNode node, String name, double value) {
        node.put(name, Double.isFinite(value) ? (Double) value : null);
    }

    private static void addPeople(ObjectNode json, List<Priced> priced) {
        DailyEnergy.best(priced).ifPresent(one -> {
            double joules = one.inference().typical();
            json.putObject("people")
                    .put("bananas_J_per_day", DailyEnergy.BANANAS_JOULES)
                    .put("bananas_source", DailyEnergy.BANANAS_SOURCE)
                    .put("brain_J_per_day", DailyEnergy.BRAIN_JOULES)
                    .put("brain_source", DailyEnergy.BRAIN_SOURCE)
                    .put("model", one.model().name())
                    .put("hardware", one.hardware().name())
                    .put("images_per_day_bananas", DailyEnergy.BANANAS_JOULES / joules)
                    .put("images_per_day_brain", DailyEnergy.BRAIN_JOULES / joules);
        });
    }

    private static void addSensitivity(ArrayNode array, List<Priced> priced) {
        for (Priced one : priced) {
            if (one.model().isIonic() && one.hardware().runs().contains(HardwareProfile.ModelKind.IONIC)) {
                ObjectNode node = array.addObject()
                        .put("model", one.model().name())
                        .put("hardware", one.hardware().name())
                        .put("typical_J", one.inference().typical());
                ArrayNode bars = node.putArray("bars");
                for (Sensitivity.Bar bar : Sensitivity.of(one.inference()).bars()) {
                    bars.addObject()
                            .put("item", bar.item())
                            .put("low_J", bar.low())
                            .put("high_J", bar.high());
                }
            }
        }
    }
}
