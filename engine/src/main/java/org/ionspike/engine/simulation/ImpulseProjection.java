package org.ionspike.engine.simulation;

import java.util.Optional;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.network.Impulse;
import org.ionspike.engine.neuron.Receptor;
import org.ionspike.engine.plasticity.PlasticityRule;
import org.ionspike.engine.synapse.Connectivity;
import org.ionspike.engine.synapse.IdealWeights;
import org.ionspike.engine.synapse.ImpulseSynapses;
import org.ionspike.engine.synapse.ProgrammableSynapses;
import org.jspecify.annotations.Nullable;

/** A projection whose spikes hand impulses to a receptor: each adds weight times release times size, at once. */
final class ImpulseProjection extends ProjectionState {
    private static final boolean[] NO_LINE_IS_HELD = {};

    private final ImpulseSynapses synapses;
    private final Connectivity connectivity;
    private final PlasticityRule.@Nullable Kernel rule;
    private final int receptor;
    private final double signedSize;
    private final double dtSeconds;
    private double programmingBefore;

    ImpulseProjection(Setup setup) {
        super(setup);
        String what = "Projection '" + description().name() + "'";
        if (!(synapses() instanceof ImpulseSynapses impulses)) {
            throw new IllegalArgumentException(what + ": synapse '"
                    + description().synapse().name()
                    + "' is a device on a held line and hands out no impulses. Use 'ideal-synapse', or a drive with a"
                    + " voltage.");
        }
        synapses = impulses;
        connectivity = synapses.connectivity();
        Impulse impulse = (Impulse) description().drive();
        receptor = target().description().model().receptors().stream()
                .map(Receptor::name)
                .toList()
                .indexOf(impulse.receptor());
        signedSize = description().polarity().sign() * impulse.size().si();
        dtSeconds = setup.step().si();
        rule = description().plasticity().map(one -> one.kernel(synapses)).orElse(null);
    }

    @Override
    void arrive(int line, long step) {
        reached(line);
        target().reached(connectivity.fanOut(line));
        if (rule != null) {
            rule.presynapticSpike(line, step * dtSeconds);
        }
        float size = (float) (signedSize * synapses.release(line, step * dtSeconds));
        float[] arrivals = target().kernel().arrivals(receptor, step);
        PendingRows pending = target().pendingRows();
        if (pending != null) {
            pending.add(connectivity, line, synapses.weights(line), size, arrivals);
        } else {
            connectivity.addRow(line, synapses.weights(line), size, arrivals);
        }
    }

    @Override
    void attend(int line, long step) {
        throw new IllegalStateException("An impulse sets no timer.");
    }

    @Override
    void targetFired(int neuron, double timeSeconds, long step, boolean winner, long presentation) {
        if (rule != null) {
            rule.postsynapticSpike(neuron, timeSeconds, winner, presentation, NO_LINE_IS_HELD);
        }
    }

    @Override
    boolean endsWithPresentation() {
        return false;
    }

    @Override
    int heldRows() {
        return 0;
    }

    @Override
    void releaseAll(long step, boolean takeAway) {
        // no line is held
    }

    /** 0: a weight without a device dissipates nothing; its operations are counted instead. */
    @Override
    double joules(long step) {
        return 0;
    }

    @Override
    double programmingJoules() {
        return synapses instanceof ProgrammableSynapses devices ? devices.programmingJoules() - programmingBefore : 0;
    }

    @Override
    void reward(double value, long step) {
        if (rule != null) {
            rule.reward(value, step * dtSeconds);
        }
    }

    @Override
    void scaleIncoming(double sum) {
        if (rule == null || synapses instanceof ProgrammableSynapses) {
            super.scaleIncoming(sum); // an error
        }
        settle();
        new IdealWeights(synapses).scaleIncoming(sum);
    }

    @Override
    void settle() {
        if (rule != null) {
            rule.settle();
        }
    }

    @Override
    Optional<float[][]> weights() {
        settle();
        var rows = new float[connectivity.pre()][];
        for (int line = 0; line < rows.length; line++) {
            rows[line] = synapses.weights(line).clone();
        }
        if (synapses instanceof ProgrammableSynapses devices) {
            rows = devices.weights();
        }
        DelayLines delays = delayLines();
        return Optional.of(delays == null ? rows : delays.together(rows));
    }

    @Override
    void reset(long step) {
        programmingBefore += programmingJoules();
        synapses.relax();
        if (rule != null) {
            rule.reset();
        }
    }

    @Override
    void transferMore(StateTransfer state) {
        if (rule != null) {
            rule.transfer(state);
        }
    }
}
