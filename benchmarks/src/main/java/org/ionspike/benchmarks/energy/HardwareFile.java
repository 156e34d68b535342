package org.ionspike.benchmarks.energy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ionspike.benchmarks.energy.HardwareProfile.ModelKind;
import org.ionspike.networks.io.YamlNode;
import org.ionspike.networks.io.YamlReader;

/**
 * Reads a price table from YAML:
 *
 * <pre>
 * format: 1
 * name: my-chip
 * title: My chip, 28 nm
 * runs: [spiking]
 * zeros: skipped
 * note: What to know about it.
 * energies:
 *   ac: {low: 1, typical: 2, high: 5, unit: pJ, kind: measured, source: "data sheet, table 3"}
 * times:
 *   device-second: {low: 1, typical: 1, high: 1, unit: s/s, kind: assumed, source: "runs in real time"}
 * </pre>
 *
 * {@code zeros} is {@code computed} or {@code skipped}; {@code silence}, of synapses that no spike reaches, is {@code free},
 * unless it is {@code computed}; {@code note} and {@code times} may be left out. Units are J, W
 * (for what is per second), J/J (for what is per joule), s and s/s (for what is per second), with m, u, n, p, f and a before
 * J and W, and m, u, n and p before s.
 */
public final class HardwareFile {
    private static final ImmutableList<String> KEYS =
            ImmutableList.of("name", "title", "runs", "zeros", "silence", "note", "energies", "times");

    private static final Map<String, ModelKind> MODEL_KINDS =
            Arrays.stream(ModelKind.values()).collect(Collectors.toMap(ModelKind::toString, Function.identity()));

    private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";

    private static final String RUNS = " Write for example: runs: [conventional, spiking]";

    private HardwareFile() {}

    /** The table of a user's file. */
    public static HardwareProfile read(Path file) {
        return profile(YamlReader.readFormat1(file, file.toString()));
    }

    /**
     * The table that a text holds.
     *
     * @param label what messages call the text
     */
    public static HardwareProfile readText(String text, String label) {
        return profile(YamlReader.readFormat1Text(text, label));
    }

    private static HardwareProfile profile(YamlNode root) {
        PriceFormat.onlyKeys(root, KEYS, " Prices belong below energies or times.");
        ImmutableMap<String, Price> energies = PriceFormat.energies(required(
                root,
                "energies",
                "energies:\n  ac: {low: 1, typical: 2, high: 5, unit: pJ, kind: measured, source: \"...\"}"));
        oneTotalOnly(root, energies);
        return new HardwareProfile(
                name(required(root, "name", "name: my-chip")),
                words(required(root, "title", "title: My chip, 28 nm")),
                runs(required(root, "runs", "runs: [conventional, spiking]")),
                skipsZeros(required(root, "zeros", "zeros: computed")),
                root.optional("silence").map(HardwareFile::computesSilence).orElse(false),
                root.optional("note").map(HardwareFile::words).orElse(""),
                energies,
                root.optional("times").map(PriceFormat::times).orElse(ImmutableMap.of()));
    }

    private static YamlNode required(YamlNode root, String key, String example) {
        return root.optional(key)
                .orElseThrow(() -> root.error("the key '" + key + "' is missing. Write for example: " + example));
    }

    private static String name(YamlNode node) {
        if (!node.text().matches(NAME)) {
            throw node.error("('" + YamlNode.shortened(node.text())
                    + "') must be of small letters, digits and dashes. Write for example: name: my-chip");
        }
        return node.text();
    }

    private static String words(YamlNode node) {
        if (node.text().isBlank()) {
            throw node.error("is blank. Give it a text, in quotes where it has a colon.");
        }
        return node.text().strip();
    }

    private static ImmutableSet<ModelKind> runs(YamlNode node) {
        if (!node.isList() || node.list().isEmpty()) {
            throw node.error("must be a list of the kinds of models that it can run, of " + known() + "." + RUNS);
        }
        var kinds = ImmutableSet.<ModelKind>builder();
        for (YamlNode entry : node.list()) {
            if (!MODEL_KINDS.containsKey(entry.text())) {
                throw entry.error("('" + YamlNode.shortened(entry.text()) + "') is no kind of model."
                        + NearestName.hint(entry.text(), MODEL_KINDS.keySet()) + " Known: " + known() + "." + RUNS);
            }
            kinds.add(MODEL_KINDS.get(entry.text()));
        }
        return kinds.build();
    }

    private static String known() {
        return MODEL_KINDS.keySet().stream().sorted().toList().toString();
    }

    private static boolean skipsZeros(YamlNode node) {
        return switch (node.text()) {
            case "skipped" -> true;
            case "computed" -> false;
            default ->
                throw node.error("('" + YamlNode.shortened(node.text())
                        + "') must be computed (every operation costs) or skipped (only those whose input is not zero)."
                        + " Write for example: zeros: computed");
        };
    }

    private static boolean computesSilence(YamlNode node) {
        return switch (node.text()) {
            case "computed" -> true;
            case "free" -> false;
            default ->
                throw node.error("('" + YamlNode.shortened(node.text())
                        + "') must be computed (synapses cost whether a spike reaches them or not) or free (only those that a"
                        + " spike reaches). Write for example: silence: free");
        };
    }

    /** An inference has all in it, so prices beside it would count twice. */
    private static void oneTotalOnly(YamlNode root, ImmutableMap<String, Price> energies) {
        if (energies.containsKey(PriceItem.INFERENCE.toString()) && energies.size() > 1) {
            throw root.required("energies")
                    .required(PriceItem.INFERENCE.toString())
                    .error("has the whole cost of a sample in it, so other prices beside it would count twice."
                            + " Leave out the one or the others.");
        }
        if (energies.isEmpty()) {
            throw root.required("energies")
                    .error("must have one price at least."
                            + PriceFormat.example(PriceItem.AC.toString(), PriceUnit.ofEnergy(PriceItem.AC)));
        }
    }
}
