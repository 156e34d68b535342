package org.ionspike.benchmarks.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ionspike.benchmarks.task.Recording;
import org.ionspike.engine.monitor.StateFile;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.units.Time;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What a run of a network records, and where it goes. */
final class RecordOptions {
    private static final String SPIKES = "spikes";
    private static final String WEIGHTS = "weights";
    private static final String ENERGY = "energy";
    private static final List<String> NO_STATES = List.of(SPIKES, WEIGHTS, ENERGY);
    private static final int USUAL_SAMPLES = 1000;
    private static final int USUAL_SNAPSHOTS = 10;

    @Option(
            names = "--record",
            split = ",",
            paramLabel = "WHAT",
            description =
                    "What to record beside the statistics, in a list without blanks: spikes, weights (of --projection),"
                            + " energy, and state variables such as v. Default: spikes.")
    private List<String> recorded = List.of(SPIKES);

    @Option(
            names = "--group",
            paramLabel = "NAME",
            description = "Record states of this group only. Default: every group.")
    private @Nullable String group;

    @Option(
            names = "--of",
            split = ",",
            paramLabel = "I",
            description = "Neurons whose states are recorded, as indices in their group from 0 on. Default: 0,1,2.")
    private List<Integer> neurons = List.of(0, 1, 2);

    @Option(
            names = "--every",
            paramLabel = "T",
            description =
                    "Time between two samples of states, weights and energy. Default: about a thousandth of the duration;"
                            + " with weights, a tenth.")
    private @Nullable Time interval;

    @Option(
            names = "--spikes",
            paramLabel = "FILE",
            description =
                    "Write all spikes, t_s,group,neuron, while the network runs. Here and below, FILE.npy is a NumPy array"
                            + " (smaller, exact), any other name CSV.")
    private @Nullable Path spikeFile;

    @Option(
            names = "--states",
            paramLabel = "FILE",
            description = "Write the recorded states, SI units, while the network runs.")
    private @Nullable Path stateFile;

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description = "Write the recorded weights, 0 to 1, while the network runs.")
    private @Nullable Path weightFile;

    @Option(
            names = "--energies",
            paramLabel = "FILE",
            description = "Write the recorded energy, J since the start, while the network runs.")
    private @Nullable Path energyFile;

    @Option(names = "--plot-rate", paramLabel = "FILE", description = "Draw the rates: FILE.png or FILE.svg.")
    private @Nullable Path rate;

    @Option(
            names = "--plot-trace",
            paramLabel = "FILE",
            description = "Draw the first recorded state variable: FILE.png or FILE.svg.")
    private @Nullable Path trace;

    @Option(
            names = "--plot-weights",
            paramLabel = "FILE",
            description = "Draw the weights at the end: FILE.png or FILE.svg; see --projection.")
    private @Nullable Path weights;

    @Option(
            names = "--projection",
            paramLabel = "NAME",
            description = "The projection whose weights are recorded or drawn.")
    private @Nullable String projection;

    /** Refuses what does not go together, before anything is computed. */
    void check(CommandSpec spec) {
        Usage.requirePicture(spec, rate);
        Usage.requirePicture(spec, trace);
        Usage.requirePicture(spec, weights);
        boolean states = !variables().isEmpty();
        if (states && stateFile == null && trace == null) {
            throw wrong(
                    spec,
                    "--record " + String.join(",", variables())
                            + ": say where the states go, --states FILE.csv or --plot-trace FILE.png.");
        }
        if (!states && (stateFile != null || trace != null)) {
            throw wrong(spec, "--states and --plot-trace need a state variable: --record v, for example.");
        }
        requireBoth(spec, WEIGHTS, "--weights", weightFile);
        requireBoth(spec, ENERGY, "--energies", energyFile);
        if (weights != null && projection == null) {
            throw wrong(spec, "--plot-weights FILE needs --projection NAME, the projection whose weights are drawn.");
        }
        if (weightFile != null && projection == null) {
            throw wrong(spec, "--record weights needs --projection NAME, the projection whose weights are recorded.");
        }
        if (projection != null && weights == null && weightFile == null) {
            throw wrong(
                    spec,
                    "--projection goes with --plot-weights FILE or with --record weights --weights FILE; give one of them.");
        }
    }

    private void requireBoth(CommandSpec spec, String what, String option, @Nullable Path file) {
        if (recorded.contains(what) != (file != null)) {
            throw wrong(spec, "--record " + what + " and " + option + " FILE go together; give both or none.");
        }
    }

    private static ParameterException wrong(CommandSpec spec, String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** Whether the energy books must be kept. */
    boolean wantsEnergy() {
        return energyFile != null;
    }

    /** The state variables to record. */
    List<String> variables() {
        return recorded.stream().filter(one -> !NO_STATES.contains(one)).toList();
    }

    /** What is recorded of a network; an error when it has no such group, neuron or projection. */
    Recording recording(Network network, Time duration, Time bin, boolean raster) {
        if (projection != null) {
            network.projection(projection);
        }
        List<StateFile.Choice> choices = new ArrayList<>();
        for (String variable : variables()) {
            for (NeuronGroup one : group == null ? network.groups() : List.of(network.group(group))) {
                choices.add(new StateFile.Choice(one.name(), variable, chosen(one)));
            }
        }
        return new Recording(
                bin,
                raster,
                choices,
                trace != null,
                interval == null ? usualInterval(network, duration) : interval,
                new Recording.Files(
                        Optional.ofNullable(spikeFile),
                        Optional.ofNullable(stateFile),
                        Optional.ofNullable(weightFile),
                        projection == null ? "" : projection,
                        Optional.ofNullable(energyFile)));
    }

    /** The neurons asked for; of a group that is smaller than the usual three, those it has. */
    private List<Integer> chosen(NeuronGroup one) {
        for (int neuron : neurons) {
            if (neuron < 0 || (neuron >= one.size() && group != null)) {
                throw new IllegalArgumentException(
                        "--of " + neuron + ": group '" + one.name() + "' has neurons 0 to " + (one.size() - 1) + ".");
            }
        }
        List<Integer> inside =
                neurons.stream().filter(neuron -> neuron < one.size()).toList();
        if (inside.isEmpty()) {
            throw new IllegalArgumentException("--of " + neurons + ": group '" + one.name() + "' has neurons 0 to "
                    + (one.size() - 1) + ". Name another group with --group, or other neurons.");
        }
        return inside;
    }

    private Time usualInterval(Network network, Time duration) {
        int samples = weightFile == null ? USUAL_SAMPLES : USUAL_SNAPSHOTS;
        long steps = Math.max(1, Network.steps(duration, network.step()) / samples);
        return new Time(steps * network.step().si());
    }

    Optional<Path> ratePicture() {
        return Optional.ofNullable(rate);
    }

    Optional<Path> tracePicture() {
        return Optional.ofNullable(trace);
    }

    Optional<Path> weightPicture() {
        return Optional.ofNullable(weights);
    }

    /** The projection whose weights are drawn. */
    String projection() {
        if (projection == null) {
            throw new IllegalStateException("No projection was named.");
        }
        return projection;
    }
}
