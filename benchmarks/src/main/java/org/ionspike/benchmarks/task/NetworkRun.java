package org.ionspike.benchmarks.task;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ionspike.benchmarks.report.Progress;
import org.ionspike.engine.monitor.CorrelationMonitor;
import org.ionspike.engine.monitor.IntervalMonitor;
import org.ionspike.engine.monitor.RateMonitor;
import org.ionspike.engine.monitor.SpikeFile;
import org.ionspike.engine.monitor.SpikeMonitor;
import org.ionspike.engine.monitor.StateFile;
import org.ionspike.engine.monitor.StateMonitor;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.simulation.EnergyBook;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.simulation.SimulationSettings;
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
    private double runSeconds;
    private double cpuSeconds;

    /**
     * What is kept beside statistics.
     *
     * @param bin length of the bins of rates and correlations
     * @param keepSpikes whether all spikes stay in memory, for a raster
     * @param states variables of chosen neurons
     * @param keepStates whether their samples stay in memory, for a picture
     * @param interval between two samples
     * @param spikeFile where spikes are written while the network runs
     * @param stateFile where samples are written while the network runs
     */
    public record Recording(
            Time bin,
            boolean keepSpikes,
            List<StateFile.Choice> states,
            boolean keepStates,
            Time interval,
            Optional<Path> spikeFile,
            Optional<Path> stateFile) {}

    /** Builds the simulation and attaches the monitors. */
    public NetworkRun(Network network, SimulationSettings settings, Recording recording) {
        this.recording = recording;
        long begun = System.nanoTime();
        simulation = new Simulation(network, settings);
        buildSeconds = NANO * (System.nanoTime() - begun);
        for (NeuronGroup group : network.groups()) {
            String name = group.name();
            intervals.put(name, new IntervalMonitor(simulation, name));
            rates.put(name, new RateMonitor(simulation, name, recording.bin()));
            if (group.size() > 1) {
                int[] chosen = spread(group.size(), MOST_CORRELATED);
                correlations.put(name, new CorrelationMonitor(simulation, name, chosen, recording.bin()));
            }
            if (recording.keepSpikes()) {
                spikes.put(name, new SpikeMonitor(simulation, name));
            }
        }
        if (recording.keepStates()) {
            for (StateFile.Choice choice : recording.states()) {
                int[] neurons =
                        choice.neurons().stream().mapToInt(Integer::intValue).toArray();
                traces.put(
                        choice,
                        new StateMonitor(simulation, choice.group(), choice.variable(), neurons, recording.interval()));
            }
        }
    }

    /** Indices spread evenly over a group, at most so many. */
    static int[] spread(int size, int most) {
        int count = Math.min(size, most);
        return IntStream.range(0, count)
                .map(k -> (int) ((long) k * size / count))
                .toArray();
    }

    /** Runs for a duration that is a multiple of the time step. */
    public void run(Time duration, Progress progress) {
        Optional<SpikeFile> spikeFile = recording.spikeFile().map(file -> new SpikeFile(simulation, file));
        Optional<StateFile> stateFile = recording
                .stateFile()
                .map(file -> new StateFile(simulation, recording.states(), recording.interval(), file));
        showProgress(duration, progress);
        long begun = System.nanoTime();
        long cpuBegun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try {
            simulation.run(duration);
        } finally {
            spikeFile.ifPresent(SpikeFile::close);
            stateFile.ifPresent(StateFile::close);
        }
        progress.end();
        runSeconds = NANO * (System.nanoTime() - begun);
        cpuSeconds = NANO * (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuBegun);
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
