package org.ionspike.benchmarks.task;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ionspike.benchmarks.report.Progress;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.monitor.CorrelationMonitor;
import org.ionspike.engine.monitor.IntervalMonitor;
import org.ionspike.engine.monitor.RateMonitor;
import org.ionspike.engine.monitor.SpikeMonitor;
import org.ionspike.engine.monitor.StateFile;
import org.ionspike.engine.monitor.StateMonitor;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.simulation.EnergyBook;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;

/** Runs a network for a time, watches what was asked for, and measures how long it took. */
public final class NetworkRun {
    private static final int MOST_CORRELATED = 100;
    private static final long PROGRESS_PARTS = 200;
    private static final double NANO = 1e-9;

    private final Recording recording;
    private final Simulation simulation;
    private final double buildSeconds;
    private final Map<String, IntervalMonitor> intervals = new LinkedHashMap<>();
    private final Map<String, RateMonitor> rates = new LinkedHashMap<>();
    private final Map<String, CorrelationMonitor> correlations = new LinkedHashMap<>();
    private final Map<String, SpikeMonitor> spikes = new LinkedHashMap<>();
    private final Map<StateFile.Choice, StateMonitor> traces = new LinkedHashMap<>();
    private final Checkpoints checkpoints;
    private final OpenRecordings files;
    private final double resumedSeconds;
    private double runSeconds;
    private double cpuSeconds;

    /** Builds the simulation, or loads it from a checkpoint, and attaches the monitors. */
    public NetworkRun(Network network, SimulationSettings settings, Recording recording, Checkpoints checkpoints) {
        this.recording = recording;
        this.checkpoints = checkpoints;
        files = new OpenRecordings(recording);
        long begun = System.nanoTime();
        simulation = new Simulation(network, settings);
        if (checkpoints.resume().isPresent()) {
            RunCheckpoint.read(checkpoints.resume().get(), simulation, loaded -> {
                watch(loaded);
                return this::transfer;
            });
        } else {
            watch(simulation);
        }
        resumedSeconds = simulation.now().si();
        buildSeconds = NANO * (System.nanoTime() - begun);
    }

    private void watch(Simulation running) {
        for (NeuronGroup group : running.network().groups()) {
            String name = group.name();
            intervals.put(name, new IntervalMonitor(running, name));
            rates.put(name, new RateMonitor(running, name, recording.bin()));
            if (group.size() > 1) {
                int[] chosen = spread(group.size(), MOST_CORRELATED);
                correlations.put(name, new CorrelationMonitor(running, name, chosen, recording.bin()));
            }
            if (recording.keepSpikes()) {
                spikes.put(name, new SpikeMonitor(running, name));
            }
        }
        if (recording.keepStates()) {
            for (StateFile.Choice choice : recording.states()) {
                int[] neurons =
                        choice.neurons().stream().mapToInt(Integer::intValue).toArray();
                traces.put(
                        choice,
                        new StateMonitor(running, choice.group(), choice.variable(), neurons, recording.interval()));
            }
        }
    }

    /** Statistics count from the start of the simulation, however often it was resumed. */
    private void transfer(StateTransfer state) {
        intervals.forEach((group, monitor) -> {
            state.part("statistics of " + group);
            monitor.transfer(state);
            state.part("rates of " + group);
            Objects.requireNonNull(rates.get(group)).transfer(state);
        });
        correlations.forEach((group, monitor) -> {
            state.part("correlations of " + group);
            monitor.transfer(state);
        });
        state.part("files");
        files.transfer(state);
    }

    /** Indices spread evenly over a group, at most so many. */
    static int[] spread(int size, int most) {
        int count = Math.min(size, most);
        return IntStream.range(0, count)
                .map(k -> (int) ((long) k * size / count))
                .toArray();
    }

    /**
     * Runs until so much time has passed since the start of the simulation.
     *
     * @param duration a multiple of the time step, beyond where a resumed run begins
     */
    public void run(Time duration, Progress progress) {
        long steps = wholeSteps("Duration", duration);
        long every = checkpoints
                .every()
                .map(interval -> wholeSteps("--checkpoint-every", interval))
                .orElse(steps);
        if (steps <= step()) {
            throw new IllegalArgumentException("The checkpoint was made at " + simulation.now()
                    + "; the run goes on to --duration (" + duration + "), which must be later.");
        }
        files.open(simulation);
        showProgress(duration, progress);
        long begun = System.nanoTime();
        long cpuBegun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try (files) {
            while (step() < steps) {
                long next = Math.min(steps, (step() / every + 1) * every);
                simulation.run(
                        new Time((next - step()) * simulation.network().step().si()));
                checkpoints.file().ifPresent(file -> RunCheckpoint.write(file, simulation, this::transfer));
            }
        }
        progress.end();
        runSeconds = NANO * (System.nanoTime() - begun);
        cpuSeconds = NANO * (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuBegun);
    }

    private long step() {
        return Network.steps(simulation.now(), simulation.network().step());
    }

    private long wholeSteps(String what, Time time) {
        Time step = simulation.network().step();
        long steps = Network.steps(time, step);
        Check.require(
                steps >= 1 && Math.abs(time.si() - steps * step.si()) <= 1e-6 * time.si(),
                what,
                time,
                "must be a whole number of time steps (" + step + ")");
        return steps;
    }

    /** Where the run began: at 0, or at the time of the checkpoint. */
    public Time resumedAt() {
        return new Time(resumedSeconds);
    }

    /** Files that went on where they were at the checkpoint. */
    public List<String> filesThatWentOn() {
        return files.wentOn();
    }

    private void showProgress(Time duration, Progress progress) {
        Time step = simulation.network().step();
        long steps = Network.steps(duration, step);
        long part = Math.max(1, steps / PROGRESS_PARTS);
        progress.begin("running", steps, "steps");
        simulation.every(new Time(part * step.si()), () -> progress.at(Network.steps(simulation.now(), step)));
    }

    /** The simulation, to be looked at. */
    public Simulation simulation() {
        return simulation;
    }

    /** Activity of every group, in the order of the network. */
    public List<GroupActivity> activity() {
        List<GroupActivity> all = new ArrayList<>();
        intervals.forEach((name, monitor) -> {
            CorrelationMonitor pairs = correlations.get(name);
            all.add(GroupActivity.of(name, monitor, pairs == null ? Double.NaN : pairs.meanCorrelation()));
        });
        return all;
    }

    /** Rates of the groups in bins, by name. */
    public Map<String, RateMonitor> rates() {
        return rates;
    }

    /** All spikes by group; empty unless they were kept. */
    public Map<String, SpikeMonitor> spikes() {
        return spikes;
    }

    /** Samples of states; empty unless they were kept. */
    public Map<StateFile.Choice, StateMonitor> traces() {
        return traces;
    }

    /** Energy dissipated, where the settings account for it. */
    public Optional<EnergyBook> energy() {
        return simulation.settings().energy() ? Optional.of(simulation.energy()) : Optional.empty();
    }

    /** Wall time of the construction in s. */
    public double buildSeconds() {
        return buildSeconds;
    }

    /** Wall time of the run in s. */
    public double runSeconds() {
        return runSeconds;
    }

    /** Processor time of the thread that ran it, in s. */
    public double cpuSeconds() {
        return cpuSeconds;
    }
}
