package org.ionspike.engine.simulation;

import java.util.Arrays;
import org.ionspike.engine.network.Connector;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.plasticity.PlasticityRule;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.synapse.Connectivity;
import org.ionspike.engine.synapse.ProgrammableSynapses;
import org.ionspike.engine.synapse.SynapseState;
import org.ionspike.engine.units.Time;
import org.jspecify.annotations.Nullable;

/**
 * The running state of one projection: which lines are held, and what they feed into the target group. A held line is
 * a constant level of current; it changes only by events. The power dissipated in all devices is kept along with the
 * levels, so that the energy book costs nothing per line.
 */
final class ProjectionState {
    private final Projection description;
    private final SynapseState synapses;
    private final PlasticityRule.@Nullable Kernel rule;
    private final GroupState target;
    private final boolean common;
    private final int index;
    private final boolean fromInput;
    private final double dtSeconds;
    private final long delaySteps;
    private final long holdSteps;
    private final double voltage;
    private final double signedVoltage;
    private final LineTimers timers;
    private final boolean[] on;
    private final double[] level;
    private int heldLines;
    private double watts;
    private double joules;
    private double programmingBefore;
    private long sinceStep;
    private long operations;

    /**
     * The state at step 0.
     *
     * @param index position among the projections of the network
     * @param fromInput whether its lines are those that samples are presented on
     */
    ProjectionState(
            Projection description,
            int index,
            int lines,
            boolean fromInput,
            GroupState target,
            Time step,
            RandomStreams streams,
            LineTimers.Alarm alarm) {
        this.description = description;
        this.index = index;
        this.fromInput = fromInput;
        this.target = target;
        this.common = description.connector() instanceof Connector.CommonColumn;
        this.dtSeconds = step.si();
        this.delaySteps = Network.steps(description.delay(), step);
        this.holdSteps = Network.steps(description.drive().hold(), step);
        this.voltage = description.drive().voltage().si();
        this.signedVoltage = description.polarity().sign() * voltage;
        Connectivity connectivity =
                description.connector().connect(lines, target.description().size(), streams.stream("connections"));
        float[][] weights = description.weights().rows(connectivity, streams.stream("weights"));
        this.synapses = description.synapse().state(connectivity, weights, streams);
        this.rule = description
                .plasticity()
                .map(plasticity -> plasticity.kernel(programmable()))
                .orElse(null);
        this.timers = new LineTimers(lines, alarm);
        this.on = new boolean[lines];
        this.level = new double[lines];
    }

    Projection description() {
        return description;
    }

    SynapseState synapses() {
        return synapses;
    }

    GroupState target() {
        return target;
    }

    /** Position among the projections of the network. */
    int index() {
        return index;
    }

    /** Whether its lines are those that samples are presented on. */
    boolean isFromInput() {
        return fromInput;
    }

    long delaySteps() {
        return delaySteps;
    }

    /** Whether its lines are released when a presentation ends. */
    boolean endsWithPresentation() {
        return fromInput || holdSteps == Long.MAX_VALUE;
    }

    /** How many lines that reach all neurons are held. */
    int heldRows() {
        return isSparse() ? 0 : heldLines;
    }

    private boolean isSparse() {
        return !synapses.connectivity().isDense();
    }

    /** Devices that spikes have reached since the start. */
    long operations() {
        return operations;
    }

    /** Energy dissipated in the devices since the last reset, up to the start of a step, in J. */
    double joules(long step) {
        account(step);
        return joules;
    }

    /** Energy of the programming pulses since the last reset, in J. */
    double programmingJoules() {
        return synapses instanceof ProgrammableSynapses devices ? devices.programmingJoules() - programmingBefore : 0;
    }

    ProgrammableSynapses programmable() {
        if (synapses instanceof ProgrammableSynapses devices) {
            return devices;
        }
        throw new IllegalArgumentException("Projection '" + description.name() + "': synapse '"
                + description.synapse().name() + "' cannot be programmed: it has no weights to read, and takes no"
                + " plasticity rule. Use 'ionic-synapse'.");
    }

    /** A spike arrives: the line is held from now on. */
    void arrive(int line, long step) {
        operations += synapses.connectivity().fanOut(line);
        if (!on[line]) {
            on[line] = true;
            heldLines++;
            count(line, true);
        }
        timers.holdUntil(line, EventQueue.later(step, holdSteps));
        if (rule != null) {
            setLevel(line, 0, step);
            rule.presynapticSpike(line, step * dtSeconds);
        }
        hold(line, step);
    }

    /** A timer of the line rings: its hold time is over, or its level is to be computed anew. */
    void attend(int line, long step) {
        if (!timers.isDue(line, step)) {
            return;
        }
        if (step < timers.heldUntil(line)) {
            hold(line, step);
        } else {
            release(line, step, true);
        }
    }

    private void hold(int line, long step) {
        double factor = synapses.hold(line, voltage, step * dtSeconds);
        setLevel(line, signedVoltage * factor, step);
        double steps = synapses.holdsFor(line) / dtSeconds;
        timers.refreshAt(line, EventQueue.later(step, Math.max(1, (long) steps)));
    }

    private void release(int line, long step, boolean takeAway) {
        synapses.hold(line, 0, step * dtSeconds);
        on[line] = false;
        heldLines--;
        timers.stop(line);
        if (takeAway) {
            setLevel(line, 0, step);
            count(line, false);
        } else {
            level[line] = 0;
        }
        if (heldLines == 0) {
            watts = 0;
        }
    }

    /**
     * Releases every line that is held.
     *
     * @param takeAway whether their currents are taken from the group; otherwise the group is cleared afterwards
     */
    void releaseAll(long step, boolean takeAway) {
        account(step);
        for (int line = 0; line < on.length; line++) {
            if (on[line]) {
                release(line, step, takeAway);
            }
        }
    }

    private void count(int line, boolean held) {
        SynapticCurrents currents = target.synapticToChange();
        if (isSparse()) {
            for (int k = 0; k < synapses.connectivity().fanOut(line); k++) {
                int neuron = synapses.connectivity().target(line, k);
                if (held) {
                    currents.deviceHeld(neuron);
                } else {
                    currents.deviceReleased(neuron);
                }
            }
        } else if (held) {
            currents.rowHeld();
        } else {
            currents.rowReleased();
        }
    }

    private void setLevel(int line, double newLevel, long step) {
        double change = newLevel - level[line];
        if (change == 0) {
            return;
        }
        account(step);
        level[line] = newLevel;
        watts += signedVoltage * change * synapses.lineSiemens(line);
        float[] row = synapses.conductances(line);
        SynapticCurrents currents = target.synapticToChange();
        if (common) {
            currents.addCommon(change * row[0]);
        } else if (isSparse()) {
            for (int k = 0; k < row.length; k++) {
                currents.add(synapses.connectivity().target(line, k), change * row[k]);
            }
        } else {
            currents.addRow(row, change);
        }
    }

    private void account(long step) {
        if (step > sinceStep) {
            joules += watts * ((step - sinceStep) * dtSeconds);
            sinceStep = step;
        }
    }

    /** A neuron of the target group fired in a step: the rule may change its weights, and with them its current. */
    void targetFired(int neuron, double timeSeconds, long step, boolean winner, long presentation) {
        if (rule == null) {
            return;
        }
        double before = currentInto(neuron);
        rule.postsynapticSpike(neuron, timeSeconds, winner, presentation, on);
        double change = currentInto(neuron) - before;
        if (change != 0) {
            account(step + 1);
            watts += signedVoltage * change;
            target.synapticToChange().add(neuron, change);
        }
    }

    private double currentInto(int neuron) {
        if (heldLines == 0) {
            return 0;
        }
        Connectivity connectivity = synapses.connectivity();
        int devices = connectivity.fanIn(neuron);
        double amperes = 0;
        for (int n = 0; n < devices; n++) {
            int line = connectivity.source(neuron, n);
            if (on[line]) {
                amperes += level[line] * synapses.conductances(line)[connectivity.sourcePosition(neuron, n)];
            }
        }
        return amperes;
    }

    /** Every line at rest; weights stay; the energy book starts anew. */
    void reset(long step) {
        Arrays.fill(on, false);
        Arrays.fill(level, 0);
        timers.reset();
        sinceStep = step;
        heldLines = 0;
        watts = 0;
        joules = 0;
        programmingBefore += programmingJoules();
        synapses.relax();
        if (rule != null) {
            rule.reset();
        }
    }
}
