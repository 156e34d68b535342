package org.ionspike.benchmarks.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ionspike.benchmarks.task.NetworkRun.Recording;
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
    private static final int USUAL_SAMPLES = 1000;

    @Option(
            names = "--record",
            split = ",",
            paramLabel = "spikes,VARIABLE",
            description =
                    "What to record beside the statistics: spikes, and state variables such as v. Default: spikes.")
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
            description = "Neurons whose states are recorded, as indices in their group. Default: 0,1,2.")
    private List<Integer> neurons = List.of(0, 1, 2);

    @Option(
            names = "--every",
            paramLabel = "T",
            description = "Time between two samples of a state. Default: about a thousandth of the duration.")
    private @Nullable Time interval;

    @Option(
            names = "--spikes",
            paramLabel = "FILE",
            description = "Write all spikes as CSV, t_s,group,neuron, while the network runs.")
    private @Nullable Path spikeFile;

    @Option(
            names = "--states",
            paramLabel = "FILE",
            description = "Write the recorded states as CSV, while the network runs.")
    private @Nullable Path stateFile;

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

    @Option(names = "--projection", paramLabel = "NAME", description = "The projection whose weights are drawn.")
    private @Nullable String projection;

    /** Refuses what does not go together, before anything is computed. */
    void check(CommandSpec spec) {
        Usage.requirePicture(spec, rate);
        Usage.requirePicture(spec, trace);
        Usage.requirePicture(spec, weights);
        boolean states = !variables().isEmpty();
        if (states && stateFile == null && trace == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--record " + String.join(",", variables())
                            + ": say where the states go, --states FILE.csv or --plot-trace FILE.png.");
        }
        if (!states && (stateFile != null || trace != null)) {
            throw new ParameterException(
                    spec.commandLine(), "--states and --plot-trace need a state variable: --record v, for example.");
        }
        if ((weights == null) != (projection == null)) {
            throw new ParameterException(
                    spec.commandLine(), "--plot-weights FILE and --projection NAME go together; give both or none.");
        }
    }

    /** The state variables to record. */
    List<String> variables() {
        return recorded.stream().filter(one -> !one.equals(SPIKES)).toList();
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
                Optional.ofNullable(spikeFile),
                Optional.ofNullable(stateFile));
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

    private static Time usualInterval(Network network, Time duration) {
        long steps = Math.max(1, Network.steps(duration, network.step()) / USUAL_SAMPLES);
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
