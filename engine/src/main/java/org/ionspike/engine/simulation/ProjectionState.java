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
 * a constant level of current; it changes only by events.
 */
final class ProjectionState {
    private final Projection description;
    private final SynapseState synapses;
    private final PlasticityRule.@Nullable Kernel rule;
    private final GroupState target;
    private final boolean common;
    private final double dtSeconds;
    private final long holdSteps;
    private final double voltage;
    private final boolean[] on;
    private final double[] level;
    private final long[] offStep;
    private final long[] sinceStep;
    private final double[] rowSums;
    private int heldLines;
    private double joules;
    private long operations;

    ProjectionState(Projection description, int lines, GroupState target, Time step, RandomStreams streams) {
        this.description = description;
        this.target = target;
        this.common = description.connector() instanceof Connector.CommonColumn;
        this.dtSeconds = step.si();
        this.holdSteps = Network.steps(description.drive().hold(), step);
        this.voltage = description.drive().voltage().si();
        Connectivity connectivity =
                description.connector().connect(lines, target.description().size(), streams.stream("connections"));
        float[][] weights = description.weights().rows(connectivity, streams.stream("weights"));
        this.synapses = description.synapse().state(connectivity, weights, streams);
        this.rule = description
                .plasticity()
                .map(plasticity -> plasticity.kernel(programmable()))
                .orElse(null);
        this.on = new boolean[lines];
        this.level = new double[lines];
        this.offStep = new long[lines];
        this.sinceStep = new long[lines];
        this.rowSums = new double[lines];
        Arrays.fill(rowSums, Double.NaN);
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

    int heldLines() {
        return heldLines;
    }

    /** Devices that spikes have reached since the start. */
    long operations() {
        return operations;
    }

    /** Energy dissipated in the devices since the last reset, up to now where lines were accounted for, in J. */
    double joules() {
        return joules;
    }

    ProgrammableSynapses programmable() {
        if (synapses instanceof ProgrammableSynapses devices) {
            return devices;
        }
        throw new IllegalArgumentException("Projection '" + description.name() + "': synapse '"
                + description.synapse().name() + "' cannot be programmed, so it takes no plasticity rule. Use"
                + " 'ionic-synapse', or leave the rule out.");
    }

    /** A spike arrives: the line is held from now on. Returns when it needs attention again. */
    long arrive(int line, long step) {
        operations += synapses.connectivity().fanOut(line);
        offStep[line] = holdSteps == Long.MAX_VALUE ? Long.MAX_VALUE : step + holdSteps;
        if (!on[line]) {
            on[line] = true;
            heldLines++;
        }
        if (rule != null) {
            account(line, step);
            removeLine(line);
            rule.presynapticSpike(line, step * dtSeconds);
        }
        return hold(line, step);
    }

    /** The hold time of a line is over, or its level is to be computed anew. */
    long attend(int line, long step) {
        if (!on[line]) {
            return Long.MAX_VALUE;
        }
        if (step < offStep[line]) {
            return hold(line, step);
        }
        release(line, step);
        return Long.MAX_VALUE;
    }

    private long hold(int line, long step) {
        account(line, step);
        double factor = synapses.hold(line, voltage, step * dtSeconds);
        setLevel(line, description.polarity().sign() * voltage * factor);
        double seconds = synapses.holdsFor(line);
        long refresh = Double.isInfinite(seconds)
                ? Long.MAX_VALUE
                : step + Math.max(1, (long) Math.floor(seconds / dtSeconds));
        return Math.min(refresh, offStep[line]);
    }

    private void release(int line, long step) {
        account(line, step);
        synapses.hold(line, 0, step * dtSeconds);
        on[line] = false;
        heldLines--;
        removeLine(line);
    }

    /** Releases every line that is held. */
    void releaseAll(long step) {
        for (int line = 0; line < on.length; line++) {
            if (on[line]) {
                release(line, step);
            }
        }
    }

    private void removeLine(int line) {
        setLevel(line, 0);
    }

    private void setLevel(int line, double newLevel) {
        double change = newLevel - level[line];
        level[line] = newLevel;
        if (change == 0) {
            return;
        }
        float[] row = synapses.conductances(line);
        if (common) {
            target.addCommon(change * row[0]);
        } else if (synapses.connectivity().isDense()) {
            target.addRow(row, change);
        } else {
            for (int k = 0; k < row.length; k++) {
                target.add(synapses.connectivity().target(line, k), change * row[k]);
            }
        }
    }

    /** Books the energy of all held lines up to the start of {@code step}. */
    void accountAll(long step) {
        for (int line = 0; line < on.length; line++) {
            if (on[line]) {
                account(line, step);
            }
        }
    }

    private void account(int line, long step) {
        double conducting = Math.abs(level[line]);
        if (conducting > 0 && step > sinceStep[line]) {
            joules += conducting * Math.abs(voltage) * rowSum(line) * ((step - sinceStep[line]) * dtSeconds);
        }
        sinceStep[line] = step;
    }

    private double rowSum(int line) {
        if (rule == null && !Double.isNaN(rowSums[line])) {
            return rowSums[line];
        }
        double sum = 0;
        for (float siemens : synapses.conductances(line)) {
            sum += siemens;
        }
        rowSums[line] = sum;
        return sum;
    }

    /** A neuron of the target group fired: the rule may change its weights, and with them its current. */
    void targetFired(int neuron, double timeSeconds, boolean winner, long presentation) {
        if (rule == null) {
            return;
        }
        double before = currentInto(neuron);
        rule.postsynapticSpike(neuron, timeSeconds, winner, presentation, on);
        target.add(neuron, currentInto(neuron) - before);
    }

    private double currentInto(int neuron) {
        double amperes = 0;
        for (int line = 0; line < on.length; line++) {
            if (on[line]) {
                int k = synapses.connectivity().position(line, neuron);
                amperes += k < 0 ? 0 : level[line] * synapses.conductances(line)[k];
            }
        }
        return amperes;
    }

    /** Every line at rest; weights stay; the energy book starts anew. */
    void reset() {
        Arrays.fill(on, false);
        Arrays.fill(level, 0);
        Arrays.fill(sinceStep, 0);
        heldLines = 0;
        joules = 0;
        synapses.relax();
    }
}
