package org.ionspike.engine.simulation;

import java.util.Arrays;
import java.util.Optional;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.network.Connector;
import org.ionspike.engine.network.LineDrive;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.plasticity.PlasticityRule;
import org.ionspike.engine.synapse.Connectivity;
import org.ionspike.engine.synapse.LineDevices;
import org.ionspike.engine.synapse.ProgrammableSynapses;
import org.jspecify.annotations.Nullable;

/**
 * A projection of crossbar lines: which are held, and what they feed into the target group. A held line is a constant
 * level of current; it changes only by events. The power dissipated in all devices is kept along with the levels, so
 * that the energy book costs nothing per line.
 */
final class LineProjection extends ProjectionState {
    private final LineDevices synapses;
    private final PlasticityRule.@Nullable Kernel rule;
    private final @Nullable LineReads reads;
    private final GroupState target;
    private final boolean common;
    private final double dtSeconds;
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

    LineProjection(Setup setup, LineTimers.Alarm alarm) {
        super(setup);
        Projection description = description();
        if (!(synapses() instanceof LineDevices devices)) {
            throw new IllegalArgumentException("Projection '" + description().name() + "': synapse '"
                    + description().synapse().name()
                    + "' is no device that a line can hold at a voltage. Use 'static-synapse' or 'ionic-synapse', or a"
                    + " drive with a receptor.");
        }
        synapses = devices;
        reads = LineReads.of(synapses, setup.readStreams());
        target = target();
        common = description.connector() instanceof Connector.CommonColumn;
        dtSeconds = setup.step().si();
        LineDrive drive = (LineDrive) description.drive();
        holdSteps = Network.steps(drive.hold(), setup.step());
        voltage = drive.voltage().si();
        signedVoltage = description.polarity().sign() * voltage;
        rule = description
                .plasticity()
                .map(plasticity -> plasticity.kernel(programmable()))
                .orElse(null);
        timers = new LineTimers(setup.lines(), alarm);
        on = new boolean[setup.lines()];
        level = new double[setup.lines()];
    }

    @Override
    boolean endsWithPresentation() {
        return isFromInput() || holdSteps == Long.MAX_VALUE;
    }

    @Override
    int heldRows() {
        return isSparse() ? 0 : heldLines;
    }

    private boolean isSparse() {
        return !synapses.connectivity().isDense();
    }

    @Override
    double joules(long step) {
        account(step);
        return joules;
    }

    @Override
    double programmingJoules() {
        return synapses instanceof ProgrammableSynapses devices ? devices.programmingJoules() - programmingBefore : 0;
    }

    @Override
    Optional<float[][]> weights() {
        return synapses instanceof ProgrammableSynapses devices ? Optional.of(devices.weights()) : Optional.empty();
    }

    /** A spike arrives: the line is held from now on. */
    @Override
    void arrive(int line, long step) {
        reached(line);
        boolean comesOn = !on[line];
        if (comesOn) {
            on[line] = true;
            heldLines++;
            count(line, true);
        }
        timers.holdUntil(line, EventQueue.later(step, holdSteps));
        if (rule != null) {
            setLevel(line, 0, step);
            rule.presynapticSpike(line, step * dtSeconds);
        }
        hold(line, step, comesOn);
    }

    /** A timer of the line rings: its hold time is over, or its level is to be computed anew. */
    @Override
    void attend(int line, long step) {
        if (!timers.isDue(line, step)) {
            return;
        }
        if (step < timers.heldUntil(line)) {
            hold(line, step, false);
        } else {
            release(line, step, true);
        }
    }

    private void hold(int line, long step, boolean comesOn) {
        double factor = synapses.hold(line, voltage, step * dtSeconds);
        if (comesOn && reads != null) {
            reads.read(line, factor);
        }
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

    @Override
    void releaseAll(long step, boolean takeAway) {
        account(step);
        for (int line = 0; line < on.length; line++) {
            if (on[line]) {
                release(line, step, takeAway);
            }
        }
    }

    private void count(int line, boolean held) {
        SynapticCurrents currents = target.synaptic();
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
        float[] row = reads == null ? synapses.conductances(line) : reads.row(line);
        double siemens = reads == null ? synapses.lineSiemens(line) : LineReads.sum(row);
        watts += signedVoltage * change * siemens;
        SynapticCurrents currents = target.synaptic();
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

    @Override
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
            target.synaptic().add(neuron, change);
        }
    }

    @Override
    void reward(double value, long step) {
        if (rule == null) {
            return;
        }
        double[] levels = level.clone();
        for (int line = 0; line < levels.length; line++) {
            setLevel(line, 0, step);
        }
        rule.reward(value, step * dtSeconds);
        for (int line = 0; line < levels.length; line++) {
            setLevel(line, levels[line], step);
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
                int k = connectivity.sourcePosition(neuron, n);
                amperes += level[line] * (reads == null ? synapses.conductances(line)[k] : reads.conductance(line, k));
            }
        }
        return amperes;
    }

    @Override
    void beginReads(long sample) {
        if (reads != null) {
            reads.begin(sample);
        }
    }

    /** Every line at rest; weights stay; the energy book starts anew. */
    @Override
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

    @Override
    void settle() {
        if (rule != null) {
            rule.settle();
        }
    }

    @Override
    void transferMore(StateTransfer state) {
        timers.transfer(state);
        state.array("on", on);
        state.array("level", level);
        if (reads != null) {
            reads.transfer(state, on);
        }
        heldLines = state.count("heldLines", heldLines);
        watts = state.number("watts", watts);
        joules = state.number("joules", joules);
        programmingBefore = state.number("programmingBefore", programmingBefore);
        sinceStep = state.whole("sinceStep", sinceStep);
        if (rule != null) {
            rule.transfer(state);
        }
    }
}
