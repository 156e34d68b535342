package org.ionspike.engine.monitor;

import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.simulation.Simulation;

/**
 * Rates and the regularity of firing of a group from its making on, without keeping the spikes: memory for a few numbers
 * a neuron, however long the run.
 */
public final class IntervalMonitor {
    private final Simulation simulation;
    private double startSeconds;
    private final Intervals intervals;

    /** Watches the group of that name from now on. */
    public IntervalMonitor(Simulation simulation, String group) {
        this.simulation = simulation;
        this.startSeconds = simulation.now().si();
        this.intervals = new Intervals(simulation.neurons(group));
        simulation.onSpike(group, intervals::add);
    }

    /** Saves or loads what was counted, beside the state of the simulation. */
    public void transfer(StateTransfer state) {
        startSeconds = state.number("from", startSeconds);
        intervals.transfer(state);
    }

    /** Number of spikes so far. */
    public long spikes() {
        return intervals.spikes();
    }

    /** Number of spikes of every neuron. */
    public int[] counts() {
        return intervals.counts();
    }

    /** Spikes a second of every neuron since the monitor was made, in Hz; NaN when no time has passed. */
    public double[] rateHz() {
        return intervals.rateHz(simulation.now().si() - startSeconds);
    }

    /** Mean interval between the spikes of every neuron in s; NaN below two spikes. */
    public double[] meanIntervalSeconds() {
        return intervals.meanSeconds();
    }

    /**
     * Coefficient of variation of the intervals of every neuron: standard deviation (over the number of intervals) by
     * mean; NaN below three spikes. 0 is a clock, 1 a Poisson process.
     */
    public double[] intervalVariation() {
        return intervals.variation();
    }
}
