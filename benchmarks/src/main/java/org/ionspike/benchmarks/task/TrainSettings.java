package org.ionspike.benchmarks.task;

import com.google.common.base.Ascii;
import com.google.common.primitives.Ints;
import java.util.Optional;
import java.util.OptionalInt;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.Scaling;
import org.ionspike.datasets.Split;
import org.ionspike.datasets.encoding.Encoder;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.synapse.DeviceVariability;
import org.ionspike.engine.units.Check;
import org.ionspike.networks.architecture.Fidelity;

/**
 * Everything that decides what a training run gives; see {@link RunSettings} for what does not.
 *
 * @param network architecture
 * @param neurons number of neurons, or of filters, at least 1
 * @param filterSize rows and columns of a filter; empty for what suits the image
 * @param readout how spikes become classes
 * @param fidelity how closely the neurons follow the physics
 * @param deviceName name of the device for reports
 * @param device how the synapses differ from ideal ones
 * @param epochs how often each sample is shown; empty for as often as the task needs
 * @param limit number of training samples; empty for all
 * @param homeostasis whether the biases keep the neurons equally busy
 * @param shuffleLabels whether the labels of the training part are permuted, as a check that labels matter
 * @param encoder how samples become spikes; empty for the task's own
 * @param scaling how features are scaled; empty for the task's own
 * @param heldShare share of the samples held back for evaluation, where the data set has no official split
 * @param fold the part held back instead, of so many into which all samples are dealt
 * @param seed the one seed of the run
 * @param draw which draw of all that is random in the devices, 0 or above; split, encoder, order of the samples and initial
 *     weights are those of the seed in every draw
 */
public record TrainSettings(
        NetworkKind network,
        int neurons,
        OptionalInt filterSize,
        ReadoutKind readout,
        Fidelity fidelity,
        String deviceName,
        DeviceVariability device,
        OptionalInt epochs,
        OptionalInt limit,
        boolean homeostasis,
        boolean shuffleLabels,
        Optional<Encoder> encoder,
        Optional<Scaling> scaling,
        double heldShare,
        Optional<Fold> fold,
        long seed,
        int draw) {
    public TrainSettings {
        Check.atLeast("draw", draw, 0);
        Check.between("neurons", neurons, 1, 100_000);
        Check.require(
                network.readouts().contains(readout),
                "readout",
                readout,
                "does not go with network " + network + ", which has " + network.readouts());
        Check.require(
                network == NetworkKind.WTA || (fidelity == Fidelity.REDUCED && homeostasis),
                "network",
                network,
                "has neither --fidelity circuit nor --homeostasis off, which are for wta");
        Check.require(
                network == NetworkKind.CONV_STDP || filterSize.isEmpty(),
                "filter-size",
                filterSize.orElse(0),
                "is of the filters of --network conv-stdp");
        if (epochs.isPresent()) {
            Check.between("epochs", epochs.getAsInt(), 1, 10_000);
        }
        if (limit.isPresent()) {
            Check.atLeast("limit", limit.getAsInt(), 1);
        }
        Check.require(heldShare > 0 && heldShare < 1, "held", heldShare, "must lie between 0 and 1");
    }

    /** With the devices that the seed gives by itself. */
    public TrainSettings(
            NetworkKind network,
            int neurons,
            OptionalInt filterSize,
            ReadoutKind readout,
            Fidelity fidelity,
            String deviceName,
            DeviceVariability device,
            OptionalInt epochs,
            OptionalInt limit,
            boolean homeostasis,
            boolean shuffleLabels,
            Optional<Encoder> encoder,
            Optional<Scaling> scaling,
            double heldShare,
            Optional<Fold> fold,
            long seed) {
        this(
                network,
                neurons,
                filterSize,
                readout,
                fidelity,
                deviceName,
                device,
                epochs,
                limit,
                homeostasis,
                shuffleLabels,
                encoder,
                scaling,
                heldShare,
                fold,
                seed,
                0);
    }

    /**
     * The same settings with other devices.
     *
     * @param name of the devices for reports
     * @param which draw of them
     */
    public TrainSettings withDevice(String name, DeviceVariability other, int which) {
        return new TrainSettings(
                network,
                neurons,
                filterSize,
                readout,
                fidelity,
                name,
                other,
                epochs,
                limit,
                homeostasis,
                shuffleLabels,
                encoder,
                scaling,
                heldShare,
                fold,
                seed,
                which);
    }

    /** How the network of a run is simulated. */
    SimulationSettings simulation(RunSettings run) {
        return run.simulation(Preparation.networkStreams(seed)).withDeviceDraw(draw);
    }

    /**
     * One part of several.
     *
     * @param part from 1 to {@code parts}
     * @param parts 2 or more
     */
    public record Fold(int part, int parts) {
        public Fold {
            Check.between("fold: parts", parts, 2, 1000);
            Check.between("fold: part", part, 1, parts);
        }

        /** Reads {@code 1/5}. */
        public static Fold parse(String text) {
            int cut = text.indexOf('/');
            Integer part = cut < 0 ? null : Ints.tryParse(text.substring(0, cut).strip());
            Integer parts =
                    cut < 0 ? null : Ints.tryParse(text.substring(cut + 1).strip());
            if (part == null || parts == null) {
                throw new IllegalArgumentException("fold '" + text + "' is not a part of several, such as 1/5.");
            }
            return new Fold(part, parts);
        }

        @Override
        public String toString() {
            return part + "/" + parts;
        }
    }

    /** Which samples are trained on and which are held. */
    Split split(Dataset dataset, RandomStreams streams) {
        Split split = fold.map(of -> Split.ofPart(dataset, of.part() - 1, of.parts(), streams))
                .orElseGet(() -> Split.of(dataset, heldShare, streams));
        return limit.isPresent() ? split.limitTraining(limit.getAsInt()) : split;
    }

    /** How spikes become classes. */
    public enum ReadoutKind {
        /** Neurons vote for the classes they answered in training. */
        VOTE,
        /** One layer trained by the delta rule. */
        DELTA,
        /** Neurons stand for the class they spike most for, and their spikes are counted. */
        COUNT,
        /** Groups of neurons taught by STDP. */
        S2_STDP;

        /** The name on the command line and in files. */
        @Override
        public String toString() {
            return Ascii.toLowerCase(name()).replace('_', '-');
        }

        /** How many first spikes the readout looks at, for a number of neurons. */
        int winners(int neurons) {
            return Math.min(neurons, this == VOTE ? 3 : Math.max(10, Math.min(100, neurons / 4)));
        }
    }
}
