package org.ionspike.benchmarks.compare;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ionspike.benchmarks.task.NetworkKind;
import org.ionspike.benchmarks.task.TrainSettings;
import org.ionspike.benchmarks.task.TrainSettings.ReadoutKind;
import org.ionspike.datasets.Dataset;
import org.ionspike.engine.synapse.DeviceVariability;
import org.ionspike.engine.units.Check;
import org.ionspike.networks.architecture.Fidelity;

/**
 * A network that takes part in a comparison, as {@code wta:200} or {@code wta:100:vote}.
 *
 * @param network its architecture
 * @param neurons neurons, or filters
 * @param readout from spikes to classes
 */
public record Contender(NetworkKind network, int neurons, ReadoutKind readout) {
    private static final int SMALL_IMAGE = 256;

    /** Reads {@code NETWORK:NEURONS[:READOUT]}. */
    public static Contender parse(String text) {
        String[] parts = text.strip().split(":", -1);
        Integer neurons = parts.length < 2 ? null : Ints.tryParse(parts[1]);
        Check.require(
                (parts.length == 2 || parts.length == 3) && neurons != null,
                "network",
                "'" + text + "'",
                "must be NETWORK:NEURONS[:READOUT], such as wta:200 or wta:100:vote");
        NetworkKind network = named(parts[0], Arrays.asList(NetworkKind.values()), "network");
        Check.require(
                !network.readouts().isEmpty(),
                "network",
                network,
                "saves no model and cannot be compared; use wta, conv-stdp or diehl-cook-2015");
        ReadoutKind readout = parts.length == 2
                ? network.readouts().get(0)
                : named(parts[2], network.readouts(), "readout of " + network);
        return new Contender(network, neurons == null ? 0 : neurons, readout);
    }

    private static <T> T named(String name, List<T> known, String what) {
        return known.stream()
                .filter(one -> one.toString().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("No " + what + " is named '" + name + "'. Known: " + known + "."));
    }

    /** What is compared unless the user says: layers of several sizes, and filters where images are large. */
    public static ImmutableList<Contender> defaults(Dataset dataset) {
        boolean large = dataset.imageShape().isPresent() && dataset.featureCount() > SMALL_IMAGE;
        List<String> names = large
                ? List.of("wta:100:vote", "wta:400", "wta:1000", "conv-stdp:64")
                : List.of("wta:100:vote", "wta:200", "wta:400");
        return names.stream().map(Contender::parse).collect(ImmutableList.toImmutableList());
    }

    /** The name in tables: {@code wta-200}, {@code wta-100-vote}. */
    public String name() {
        boolean usual = readout == network.readouts().get(0);
        return network + "-" + neurons + (usual ? "" : "-" + readout);
    }

    /** Settings of its training: those of the comparison, with its own size and readout. */
    TrainSettings settings(ComparisonSettings comparison, long seed) {
        return new TrainSettings(
                network,
                neurons,
                OptionalInt.empty(),
                readout,
                Fidelity.REDUCED,
                network.isIonic() ? comparison.deviceName() : "ideal",
                network.isIonic() ? comparison.device() : DeviceVariability.ideal(),
                OptionalInt.empty(),
                comparison.limit(),
                true,
                false,
                Optional.empty(),
                Optional.empty(),
                comparison.heldShare(),
                Optional.empty(),
                seed);
    }
}
