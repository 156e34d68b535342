package org.ionspike.benchmarks.cli;

import java.util.Optional;
import java.util.OptionalInt;
import org.ionspike.benchmarks.task.NetworkKind;
import org.ionspike.benchmarks.task.TrainSettings;
import org.ionspike.benchmarks.task.TrainSettings.Fold;
import org.ionspike.benchmarks.task.TrainSettings.ReadoutKind;
import org.ionspike.datasets.Scaling;
import org.ionspike.engine.units.Check;
import org.ionspike.networks.architecture.Fidelity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What decides the training of a network, besides data and seed. */
final class LearningOptions {
    @Option(
            names = "--network",
            paramLabel = "NAME",
            description =
                    "Architecture: wta, one layer of neurons that compete; conv-stdp, for images, filters that share their"
                            + " weights over all positions; diehl-cook-2015, conventional neurons and weights for comparison;"
                            + " reservoir, the same as 'ionspike reservoir digits --dataset TASK' (default: wta).")
    private NetworkKind network = NetworkKind.WTA;

    @Option(
            names = "--neurons",
            paramLabel = "N",
            description = "Number of neurons, or of filters (default: 200; conv-stdp 256, diehl-cook-2015 400).")
    private @Nullable Integer neurons;

    @Option(
            names = "--filter-size",
            paramLabel = "N",
            description = "Rows and columns of a filter of conv-stdp (default: a third of the image, 3 to 9).")
    private @Nullable Integer filterSize;

    @Option(
            names = "--readout",
            paramLabel = "NAME",
            description =
                    "From spikes to classes. wta: delta, a layer trained by the delta rule, or vote, of labelled neurons;"
                            + " conv-stdp: delta, or s2-stdp, groups of neurons taught by STDP; diehl-cook-2015: count."
                            + " Default: the first.")
    private @Nullable ReadoutKind readout;

    @Option(
            names = "--fidelity",
            paramLabel = "reduced|circuit",
            description = "Neurons: event-driven closed forms, or the circuit's equations (default: reduced).")
    private Fidelity fidelity = Fidelity.REDUCED;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            description = "Synaptic devices: ideal, typical (32 states, 10 %% device to device, 10 %% cycle to cycle),"
                    + " pessimistic, or FILE.yaml (default: typical; sweep: ideal).")
    private @Nullable String device;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description =
                    "How often every training sample is shown (default: enough for 14 000 presentations, at least 3;"
                            + " conv-stdp 1 200 000 pieces, diehl-cook-2015 60 000 presentations).")
    private @Nullable Integer epochs;

    @Option(names = "--limit", paramLabel = "N", description = "Use only the first N training samples of the split.")
    private @Nullable Integer limit;

    @Option(
            names = "--held",
            paramLabel = "SHARE",
            description = "Share of the samples held back for evaluation, unless the data has a test part of its own"
                    + " (default: 0.2).")
    private double held = 0.2;

    @Option(
            names = "--fold",
            paramLabel = "K/N",
            description =
                    "Deal all samples into N parts and hold back the K-th, whatever the data says (default: as --held).")
    private @Nullable String fold;

    @Option(
            names = "--homeostasis",
            paramLabel = "on|off",
            description = "Bias currents that keep the neurons equally busy (default: on).")
    private OnOff homeostasis = OnOff.ON;

    @Option(
            names = "--shuffle-labels",
            description = "Permute the labels of the training part: accuracy must fall to chance.")
    private boolean shuffleLabels;

    @Option(
            names = "--encoder",
            paramLabel = "NAME[:P=V,...]",
            description =
                    "Samples to spikes: thermometer, latency, on-off, poisson, population, with parameters such as"
                            + " thermometer:levels=8 (default: by kind of data).")
    private @Nullable String encoder;

    @Option(
            names = "--scaling",
            paramLabel = "none|range|min-max|standard|sample-max",
            description = "Scaling of the features, fitted on the training part (default: by kind of data).")
    private @Nullable String scaling;

    /** The architecture. */
    NetworkKind network() {
        return network;
    }

    /** What the options say, for a seed. */
    TrainSettings settings(long seed) {
        return settings(seed, "typical");
    }

    /**
     * What the options say, for a seed.
     *
     * @param usualDevice the ionic device where none is named
     */
    TrainSettings settings(long seed, String usualDevice) {
        Check.require(
                network.isIonic() || device == null,
                "device",
                device == null ? "" : device,
                "is for networks of ionic synapses; the weights of " + network + " are plain numbers");
        String deviceName = device == null ? (network.isIonic() ? usualDevice : "ideal") : device;
        return new TrainSettings(
                network,
                neurons == null ? network.defaultNeurons() : neurons,
                filterSize == null ? OptionalInt.empty() : OptionalInt.of(filterSize),
                readout == null ? network.readouts().get(0) : readout,
                fidelity,
                deviceName,
                DeviceOption.parse(deviceName),
                epochs == null ? OptionalInt.empty() : OptionalInt.of(epochs),
                limit == null ? OptionalInt.empty() : OptionalInt.of(limit),
                homeostasis == OnOff.ON,
                shuffleLabels,
                encoder == null ? Optional.empty() : Optional.of(EncoderOption.parse(encoder)),
                scaling == null ? Optional.empty() : Optional.of(Scaling.parse(scaling)),
                held,
                fold == null ? Optional.empty() : Optional.of(Fold.parse(fold)),
                seed);
    }
}
