package org.ionspike.engine.simulation;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.ionspike.engine.checkpoint.CheckpointException;
import org.ionspike.engine.checkpoint.StateReader;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.checkpoint.StateWriter;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.source.InputLines;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.synapse.Connectivity;
import org.ionspike.engine.synapse.LineDevices;
import org.ionspike.engine.synapse.ProgrammableSynapses;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A running network: owns all state, and moves it from event to event.
 *
 * <p>Step k covers the time from k dt to (k + 1) dt. In each step that anything is due in, spikes and expiring lines
 * are delivered first, then the groups that are due are advanced, then their spikes are handled in order of time: to
 * listeners, along projections, to plasticity rules, homeostasis and inhibition. Steps without anything due are
 * skipped. Not safe for use by several threads; one simulation a thread.
 */
public final class Simulation {
    private final Network network;
    private final SimulationSettings settings;
    private final double dtSeconds;
    private final NetworkState parts;
    private final EventLoop loop;
    private long bookStep;
    private double refreshJoules;

    /** A simulation at time 0 with every neuron at rest. */
    public Simulation(Network network, SimulationSettings settings) {
        this.network = network;
        this.settings = settings;
        this.dtSeconds = network.step().si();
        var queue = new EventQueue();
        this.parts = new NetworkState(network, settings, queue);
        long limit = Network.steps(network.presentationLimit(), network.step());
        this.loop = new EventLoop(
                parts,
                queue,
                new Presentation(limit, dtSeconds),
                settings.assertions() == AssertionLevel.FULL
                        ? new StateAssertions(parts, dtSeconds, settings.energy())
                        : null);
    }

    /** The description this simulation was made from. */
    public Network network() {
        return network;
    }

    /** How it is run. */
    public SimulationSettings settings() {
        return settings;
    }

    /** Time since the start. */
    public Time now() {
        return new Time(loop.step() * dtSeconds);
    }

    /** Number of presentations completed. */
    public long presentations() {
        return loop.presentations();
    }

    /** Number of spikes of all groups since the start. */
    public long spikeCount() {
        return loop.spikeCount();
    }

    /** Number of devices that spikes have reached since the start. */
    public long synapticOperations() {
        long sum = 0;
        for (ProjectionState projection : parts.projections()) {
            sum += projection.operations();
        }
        return sum;
    }

    /** What has happened since the start; time by {@link #now}. */
    public ActivityBook activity() {
        long updates = 0;
        long neurons = 0;
        for (GroupState group : parts.groups()) {
            updates += group.updates();
            neurons += group.description().size();
        }
        long writes = 0;
        for (Projection projection : network.projections()) { // all samples share the devices
            if (parts.projection(projection.name()).synapses() instanceof ProgrammableSynapses devices) {
                writes += devices.writes();
            }
        }
        double seconds = now().si();
        return new ActivityBook(
                loop.inputSpikes(),
                loop.spikeCount(),
                synapticOperations(),
                updates,
                writes,
                seconds,
                neurons * seconds);
    }

    /** How many neurons of a group run: its size, times the samples of a batch. */
    public int neurons(String group) {
        return parts.group(group).description().size() * settings.batch();
    }

    /** Number of synapses of a projection. */
    public long synapses(String projection) {
        Connectivity connectivity = parts.projection(projection).synapses().connectivity();
        long sum = 0;
        for (int line = 0; line < connectivity.pre(); line++) {
            sum += connectivity.fanOut(line);
        }
        return sum;
    }

    /** Steps in which something was due; all others were skipped. */
    public long processedSteps() {
        return loop.processedSteps();
    }

    /**
     * Calls a listener for every spike of a group from now on. It may read this simulation, not run it. In a batch the
     * neurons of all samples are counted on, {@code sample x size + neuron}.
     */
    public void onSpike(String group, SpikeListener listener) {
        parts.samplesOf(group).forEach(state -> state.listeners().add(listener));
    }

    /**
     * Calls a task at the start of every step whose time is a multiple of an interval, from now on, before the events of
     * that step. It may read this simulation, not run it.
     *
     * @param interval a multiple of the time step
     */
    public void every(Time interval, Runnable task) {
        Check.positive("Interval", interval);
        loop.add(new Sampler(wholeSteps("Interval", interval), task));
    }

    /** Runs for a duration that is a multiple of the time step. */
    public void run(Time duration) {
        Check.notNegative("Duration", duration);
        loop.run(wholeSteps("Duration", duration));
    }

    private long wholeSteps(String what, Time time) {
        long steps = Network.steps(time, network.step());
        Check.require(
                (steps >= 1 || time.si() == 0)
                        && Math.abs(time.si() - steps * dtSeconds) <= 1e-6 * Math.max(dtSeconds, time.si()),
                what,
                time,
                "must be a whole number of time steps (" + network.step() + ")");
        return steps;
    }

    /**
     * Gives a reward now, to every projection whose plasticity rule waits for one; others take no notice.
     *
     * @param value positive for reward, negative for punishment; finite
     */
    public void reward(double value) {
        Check.finite("Reward", value);
        for (ProjectionState projection : parts.projections()) {
            projection.reward(value, loop.step());
        }
    }

    /**
     * Plays a raster on the network's input lines from now on, while the simulation runs. Takes the place of one that
     * still plays; its spikes under way are dropped.
     */
    public void play(SpikeRaster raster) {
        play(List.of(raster));
    }

    /**
     * Plays a raster for every sample of a batch, as {@link #play(SpikeRaster)}.
     *
     * @param rasters as many as the batch has samples
     */
    public void play(List<SpikeRaster> rasters) {
        Check.require(
                rasters.size() == settings.batch(),
                "Number of rasters",
                rasters.size(),
                "must be that of the samples of the batch (" + settings.batch() + ")");
        rasters.forEach(this::requireLines);
        for (int sample = 0; sample < rasters.size(); sample++) {
            parts.input(sample).play(rasters.get(sample), loop.step());
        }
        loop.play();
    }

    private void requireLines(SpikeRaster raster) {
        InputLines input = network.input();
        if (raster.lines() != input.lines()) {
            Check.require(
                    false,
                    "Raster",
                    raster.lines() + " lines",
                    "must have as many lines as source '" + input.name() + "' (" + input.lines() + ")");
        }
    }

    /**
     * Scales the weights onto every neuron of a projection by one factor each, so that they add up to a sum, as far as no
     * weight exceeds 1 (synaptic scaling). A neuron whose weights are all 0 is left alone.
     *
     * @param projection with {@code ideal-synapse}: a device cannot be written that exactly
     * @param sum above 0, in weights of 0 to 1
     */
    public void scaleIncoming(String projection, double sum) {
        Check.positive("Sum of the weights onto a neuron", sum);
        ProjectionState state = parts.projection(projection);
        parts.settle();
        state.scaleIncoming(sum);
    }

    /**
     * Shows one sample: plays its raster on the network's input lines, starts the ramps after its last spike, runs
     * until inhibition or the limit ends the presentation, and then through the time of inhibition.
     *
     * @return the first spikes of the group that has inhibition, or of the only group
     */
    public Response present(SpikeRaster raster) {
        Check.require(
                settings.batch() == 1,
                "SimulationSettings.batch",
                settings.batch(),
                "must be 1 to present a sample; play the rasters of a batch");
        requireLines(raster);
        SpikeFeed.Raster feed = parts.input(0);
        feed.play(raster, loop.step());
        try {
            return loop.present(raster.endSeconds());
        } finally {
            feed.stop();
        }
    }

    /**
     * Shows one sample to a network of one group by the currents its held lines would feed in from the start, computed
     * elsewhere; see {@link BatchReader}.
     *
     * @param amperes synaptic current into each neuron
     */
    Response presentCurrents(float[] amperes) {
        parts.groups().get(0).synaptic().set(amperes);
        return loop.present(0);
    }

    /**
     * Puts all neurons and lines at rest, forgets spikes under way and clears the energy books; weights, biases, random
     * streams, learnt thresholds, and sources that follow the time of the simulation, stay. What the samples of a batch
     * have added to a learnt threshold since the last reset is summed, and then the same in all.
     */
    public void reset() {
        parts.shareLearnt(loop.step());
        loop.reset();
        bookStep = loop.step();
        refreshJoules = 0;
    }

    /**
     * As {@link #reset}, with the clock and all sources back at the start, so that what follows does not depend on what
     * was run before, not even in the rounding of times.
     */
    void rewind() {
        loop.rewind();
        bookStep = 0;
        refreshJoules = 0;
    }

    /** The next reads of held lines have the noise of this sample. */
    void beginReads(long sample) {
        parts.projections().forEach(projection -> projection.beginReads(sample));
    }

    /** Whether reads of held lines are noisy. */
    boolean hasReadNoise() {
        return parts.projections().stream()
                .anyMatch(
                        projection -> projection.synapses() instanceof LineDevices devices && devices.readNoise() > 0);
    }

    /** The first sample's reads of held lines of a projection, to be made outside of it. */
    @Nullable
    LineReads reads(String projection) {
        return LineReads.of(devices(projection), settings.devices(projection).child("read"));
    }

    /**
     * Puts everything at rest, as {@link #reset}, and lets time pass without voltage: the long-term weight of every ionic
     * device relaxes as its adsorbed coverage does, each with its own memory time. The clock stands still, and so does
     * everything else. A network that runs relaxes no weight by itself.
     *
     * @param duration 0 or above
     */
    public void age(Time duration) {
        Check.notNegative("Duration", duration);
        parts.settle();
        reset();
        forEachProgrammable(devices -> devices.age(duration.si()));
    }

    /**
     * Puts everything at rest, as {@link #reset}, and writes every ionic device that has relaxed back to the weight it was
     * last programmed to. The energy of these writes is in {@link #energy}, their number in {@link #deviceWrites}.
     */
    public void refresh() {
        parts.settle();
        reset();
        forEachProgrammable(ProgrammableSynapses::refresh);
        refreshJoules = settings.energy() ? parts.energy(loop.step()).programming() : 0;
    }

    private void forEachProgrammable(Consumer<ProgrammableSynapses> task) {
        for (Projection projection : network.projections()) { // all samples share the devices
            if (parts.projection(projection.name()).synapses() instanceof ProgrammableSynapses devices) {
                task.accept(devices);
            }
        }
    }

    /** Energy dissipated since the last reset; an error when the settings leave energy out. */
    public EnergyBook energy() {
        EnergyBook book = parts.energy(loop.step());
        return refreshJoules == 0 ? book : book.plus(new EnergyBook(0, 0, 0, -refreshJoules, refreshJoules));
    }

    /** When the energy book was opened: the time of the last reset, or 0. */
    public Time energySince() {
        return new Time(bookStep * dtSeconds);
    }

    /**
     * A state variable of all neurons of a group now.
     *
     * @param variable name as the model documents it
     * @return shape {@code [batch, neuron]}, SI units
     */
    public INDArray state(String group, String variable) {
        INDArray all = parts.kernel(group).state(variable, loop.step());
        return all.reshape(settings.batch(), network.group(group).size());
    }

    /** As {@link #state}, as a new plain array with one entry per neuron, sample after sample. */
    public float[] values(String group, String variable) {
        return parts.kernel(group).values(variable, loop.step());
    }

    /** Which neurons each line of a projection reaches. */
    public Connectivity connectivity(String projection) {
        ProjectionState state = parts.projection(projection);
        DelayLines delays = state.delayLines();
        return delays == null ? state.synapses().connectivity() : delays.whole();
    }

    /**
     * The weights of a projection now, 0 to 1; an error where they cannot be read.
     *
     * @return one row per line, one entry per synapse in the order of {@link #connectivity}; copies
     */
    public float[][] weightRows(String projection) {
        parts.settle();
        ProjectionState state = parts.projection(projection);
        return state.weights().orElseGet(() -> state.programmable().weights());
    }

    /**
     * The weights of a projection now, as a picture of it.
     *
     * @return shape {@code [pre][post]}, 0 to 1; NaN where no synapse is
     */
    public float[][] weightMap(String projection) {
        float[][] rows = weightRows(projection);
        Connectivity connectivity = connectivity(projection);
        if (connectivity.isDense()) {
            return rows;
        }
        var map = new float[connectivity.pre()][connectivity.post()];
        for (int i = 0; i < map.length; i++) {
            Arrays.fill(map[i], Float.NaN);
            for (int k = 0; k < rows[i].length; k++) {
                map[i][connectivity.target(i, k)] = rows[i][k];
            }
        }
        return map;
    }

    /**
     * The weights of a projection with programmable or ideal synapses and dense connections now.
     *
     * @return shape {@code [pre, post]}, 0 to 1; {@code [pre, 1]} for a common column
     */
    public INDArray weights(String projection) {
        parts.settle();
        ProjectionState state = parts.projection(projection);
        Check.require(
                state.synapses().connectivity().isDense(),
                "Projection '" + projection + "': connector",
                state.description().connector(),
                "must join every line to every neuron for its weights to be a matrix");
        return Nd4j.createFromArray(
                state.weights().orElseGet(() -> state.programmable().weights()));
    }

    /** The running parts, for readers in this package. */
    NetworkState parts() {
        return parts;
    }

    /** The devices on the lines of a projection, for readers in this package. */
    LineDevices devices(String projection) {
        return (LineDevices) parts.projection(projection).synapses();
    }

    /**
     * The devices of a projection at work, for learning and reading that is computed outside the event loop. They are the
     * live ones: what is changed here is in {@link #snapshot}.
     *
     * @throws IllegalArgumentException if the projection has no devices that can be programmed
     */
    public ProgrammableSynapses programmable(String projection) {
        return parts.projection(projection).programmable();
    }

    /** Programming pulses applied to the devices of a projection since the start. */
    public long deviceWrites(String projection) {
        return parts.projection(projection).programmable().writes();
    }

    /**
     * Writes the whole state of this simulation, so that {@link #load} goes on bit for bit. Listeners and tasks are not
     * part of it. Not during a presentation, while a raster plays, or from a listener.
     *
     * @param out is not closed
     */
    public void save(OutputStream out) {
        var state = new StateWriter(out);
        transfer(state);
        state.finish();
    }

    /**
     * Takes over a state that {@link #save} wrote from a simulation of the same network with the same settings.
     *
     * @param in is not closed
     * @throws CheckpointException if it is damaged, of another format, or of another network; this simulation is then of
     *     no use
     */
    public void load(InputStream in) {
        var state = new StateReader(in);
        transfer(state);
        state.finish();
    }

    private void transfer(StateTransfer state) {
        state.part("network " + network.name());
        long seed = state.whole("seed", settings.drawnSeed());
        Check.require(
                seed == settings.drawnSeed(),
                "Seed",
                settings.drawnSeed(),
                "must be that of the checkpoint (" + seed
                        + "): what was drawn for devices and connections is not in it");
        bookStep = state.whole("bookStep", bookStep);
        refreshJoules = state.number("refreshJoules", refreshJoules);
        long batch = state.whole("batch", settings.batch());
        Check.require(
                batch == settings.batch(),
                "SimulationSettings.batch",
                settings.batch(),
                "must be that of the checkpoint (" + batch + ")");
        parts.transferLearnt(state);
        parts.settle();
        loop.transfer(state);
    }

    /**
     * The description of this network with the weights, biases and thresholds it has now. What was drawn for its devices is not part
     * of it: run it with the same seed.
     */
    public Network snapshot() {
        return parts.snapshot(loop.step());
    }
}
