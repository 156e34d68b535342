package org.ionspike.networks.learning;

import java.io.InputStream;
import java.io.OutputStream;
import org.ionspike.engine.checkpoint.StateReader;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.checkpoint.StateWriter;
import org.ionspike.engine.simulation.ActivityBook;
import org.ionspike.engine.simulation.Simulation;

/** A training of a network that a simulation runs: counts what was shown, and is saved together with the simulation. */
public abstract class SimulationTraining implements Training {
    private final Simulation simulation;
    private final long total;
    private long shown;
    private long unanswered;
    private int winner = -1;

    /**
     * A training before its first sample.
     *
     * @param total how many samples are shown in all, repetitions counted
     */
    protected SimulationTraining(Simulation simulation, long total) {
        this.simulation = simulation;
        this.total = total;
    }

    /** What showing a sample gave: its index, and the neuron that answered, or -1 for none. */
    public record Shown(int sample, int winner) {}

    /** Shows the next sample and learns from it. */
    protected abstract Shown showNext();

    /** Saves or loads what decides how the training goes on, besides counts and simulation. */
    protected abstract void transferMore(StateTransfer state);

    /** Is told that a state has been loaded. */
    protected void loaded() {
        // most keep nothing that follows from the state
    }

    @Override
    public final long total() {
        return total;
    }

    @Override
    public final long shown() {
        return shown;
    }

    @Override
    public final int show() {
        if (isDone()) {
            throw new IllegalStateException("All " + total + " samples of the training have been shown.");
        }
        Shown now = showNext();
        winner = now.winner();
        unanswered += winner < 0 ? 1 : 0;
        shown++;
        return now.sample();
    }

    @Override
    public final int winner() {
        return winner;
    }

    /** Samples that no neuron answered. */
    public final long unanswered() {
        return unanswered;
    }

    /** What has happened in the network. */
    public final ActivityBook activity() {
        return simulation.activity();
    }

    /** The network at work. */
    protected final Simulation simulation() {
        return simulation;
    }

    @Override
    public final void save(OutputStream out) {
        var state = new StateWriter(out);
        transfer(state);
        state.finish();
        simulation.save(out);
    }

    @Override
    public final void load(InputStream in) {
        var state = new StateReader(in);
        transfer(state);
        state.finish();
        simulation.load(in);
        loaded();
    }

    private void transfer(StateTransfer state) {
        state.part("training");
        shown = state.whole("shown", shown);
        unanswered = state.whole("unanswered", unanswered);
        winner = state.count("winner", winner);
        transferMore(state);
    }
}
