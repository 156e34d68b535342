package org.ionspike.engine.simulation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ionspike.engine.neuron.NeuronKernel;
import org.ionspike.engine.neuron.NeuronModel;
import org.ionspike.engine.neuron.StateVariable;
import org.ionspike.engine.neuron.StepBalance;
import org.ionspike.engine.synapse.Connectivity;
import org.ionspike.engine.synapse.ImpulseSynapses;
import org.ionspike.engine.synapse.PlasticSynapses;
import org.jspecify.annotations.Nullable;

/** Looks at everything in every step; see {@link AssertionLevel#FULL}. */
final class StateAssertions {
    private final NetworkState parts;
    private final double dtSeconds;
    private final boolean energy;
    private final Before[] before;
    private long operations = -1;
    private long spikes = -1;

    /** The state of a group with a balance before a step that it is due in. */
    private static final class Before {
        private float[][] values = {};
        private float[] amperes = {};
        private double[] joules = {};
        private boolean moves;
    }

    StateAssertions(NetworkState parts, double dtSeconds, boolean energy) {
        this.parts = parts;
        this.dtSeconds = dtSeconds;
        this.energy = energy;
        before = new Before[parts.kernels().size()];
        for (int g = 0; g < before.length; g++) {
            before[g] = new Before();
        }
    }

    private NeuronModel model(int g) {
        return parts.groups().get(g).description().model();
    }

    /** Before a step is computed, with all input handed on. */
    void before(long step) {
        for (int g = 0; g < before.length; g++) {
            NeuronKernel kernel = parts.kernels().get(g);
            before[g].moves = model(g).balance().isPresent() && kernel.due(step) <= step;
            if (before[g].moves) {
                before[g].values = values(g, step);
                before[g].amperes = kernel.inputAmperes(step);
                before[g].joules = joules(kernel, step);
            }
        }
    }

    private float[][] values(int g, long step) {
        List<StateVariable> variables = model(g).variables();
        var values = new float[variables.size()][];
        for (int k = 0; k < values.length; k++) {
            values[k] = parts.kernels().get(g).values(variables.get(k).name(), step);
        }
        return values;
    }

    private double[] joules(NeuronKernel kernel, long step) {
        var joules = new double[energy ? kernel.size() : 0];
        for (int j = 0; j < joules.length; j++) {
            joules[j] = kernel.dissipatedJoules(j, step);
        }
        return joules;
    }

    /** After a step was computed: weights first, which spoil everything else. */
    void after(long step, long spikeCount) {
        long reached = 0;
        for (ProjectionState projection : parts.projections()) {
            reached += projection.operations();
        }
        if (reached != operations || spikeCount != spikes) { // else no rule has had its turn
            operations = reached;
            spikes = spikeCount;
            for (ProjectionState projection : parts.projections()) {
                requireWeights(step, projection);
            }
        }
        for (int g = 0; g < before.length; g++) {
            float[][] values = values(g, step + 1);
            requireSense(step, g, values);
            Optional<StepBalance> balance = model(g).balance();
            if (before[g].moves && balance.isPresent() && !parts.groups().get(g).isClampedAfter(step)) {
                requireBalance(step, g, values, balance.get());
            }
        }
    }

    private void requireSense(long step, int g, float[][] values) {
        List<StateVariable> variables = model(g).variables();
        for (int k = 0; k < values.length; k++) {
            StateVariable variable = variables.get(k);
            for (int j = 0; j < values[k].length; j++) {
                if (!variable.allows(values[k][j])) {
                    throw new StateException(place(step, g, j) + ": " + variable.name() + " (" + variable.meaning()
                            + ") is " + variable.withUnit(values[k][j]) + "; it must be " + variable.bound()
                            + ". A smaller time step, or weaker input, may keep it there.");
                }
            }
        }
    }

    private void requireBalance(long step, int g, float[][] values, StepBalance balance) {
        NeuronKernel kernel = parts.kernels().get(g);
        double[] joules = joules(kernel, step + 1);
        int variables = values.length;
        var start = new float[variables];
        var end = new float[variables];
        for (int j = 0; j < kernel.size(); j++) {
            for (int k = 0; k < variables; k++) {
                start[k] = before[g].values[k][j];
                end[k] = values[k][j];
            }
            double dissipated = energy ? joules[j] - before[g].joules[j] : Double.NaN;
            StepBalance.Departure departure = balance.of(start, end, before[g].amperes[j], dtSeconds, dissipated);
            require(step, g, j, "charge", departure.charge());
            require(step, g, j, "energy dissipated", departure.energy());
            require(step, g, j, "energy stored, dissipated and delivered", departure.closure());
        }
    }

    private void require(long step, int g, int neuron, String what, double departure) {
        if (!(Math.abs(departure) <= 1)) {
            throw new StateException(String.format(
                    Locale.ROOT,
                    "%s: the balance of %s is off by %.3g times what a step may leave; it must be at most 1. A smaller"
                            + " time step follows the spike more closely.",
                    place(step, g, neuron),
                    what,
                    departure));
        }
    }

    private String place(long step, int g, int index) {
        int size = parts.groups().get(g).description().size();
        String sample = parts.kernels().get(g).size() == size ? "" : ", sample " + index / size;
        return "Step " + step + " (" + String.format(Locale.ROOT, "%.6g ms", 1e3 * step * dtSeconds) + "), group '"
                + parts.groups().get(g).description().name() + "'" + sample + ", neuron " + index % size;
    }

    private static void requireWeights(long step, ProjectionState projection) {
        if (projection.description().plasticity().isEmpty()) {
            return;
        }
        projection.settle();
        Connectivity connectivity = projection.synapses().connectivity();
        PlasticSynapses devices = projection.synapses() instanceof PlasticSynapses plastic ? plastic : null;
        ImpulseSynapses impulses = projection.synapses() instanceof ImpulseSynapses ideal ? ideal : null;
        for (int line = 0; line < connectivity.pre(); line++) {
            for (int k = 0; k < connectivity.fanOut(line); k++) {
                float weight = weight(devices, impulses, line, k);
                if (!(weight >= 0 && weight <= 1)) {
                    throw new StateException("Step " + step + ", projection '"
                            + projection.description().name() + "', line " + line + ", synapse to neuron "
                            + connectivity.target(line, k) + ": weight is " + weight
                            + "; it must be a number between 0 and 1.");
                }
            }
        }
    }

    private static float weight(
            @Nullable PlasticSynapses devices, @Nullable ImpulseSynapses impulses, int line, int k) {
        if (devices != null) {
            return devices.weight(line, k);
        }
        return impulses == null ? 0 : impulses.weights(line)[k];
    }
}
