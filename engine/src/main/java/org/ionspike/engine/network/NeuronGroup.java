package org.ionspike.engine.network;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Optional;
import org.ionspike.engine.neuron.NeuronModel;
import org.ionspike.engine.plasticity.BiasHomeostasis;
import org.ionspike.engine.units.Check;

/**
 * A named population of neurons of one model.
 *
 * @param name unique in the network
 * @param size number of neurons, at least 1
 * @param model what each neuron is
 * @param biasAmperes constant current into each neuron in A, or empty for none; single precision is kept
 * @param inhibition lateral inhibition that ends a competition
 * @param homeostasis rule that moves the biases
 * @param initial state variables that do not start at rest, by name, such as {@code "v"}
 */
public record NeuronGroup(
        String name,
        int size,
        NeuronModel model,
        ImmutableDoubleArray biasAmperes,
        Optional<WinnerInhibition> inhibition,
        Optional<BiasHomeostasis> homeostasis,
        ImmutableMap<String, Distribution> initial) {
    public NeuronGroup {
        Check.atLeast("Group '" + name + "': size", size, 1);
        Check.require(
                biasAmperes.isEmpty() || biasAmperes.length() == size,
                "Group '" + name + "': biasAmperes",
                biasAmperes.length() + " entries",
                "must have one entry per neuron (" + size + ") or none");
        for (int j = 0; j < biasAmperes.length(); j++) {
            if (!Double.isFinite(biasAmperes.get(j))) {
                Check.require(
                        false,
                        "Group '" + name + "': bias of neuron " + j,
                        biasAmperes.get(j) + " A",
                        "must be finite");
            }
        }
    }

    /** A plain group: no bias, no inhibition, no homeostasis, at rest. */
    public NeuronGroup(String name, int size, NeuronModel model) {
        this(name, size, model, ImmutableDoubleArray.of(), Optional.empty(), Optional.empty(), ImmutableMap.of());
    }

    /** The same group with another model. */
    public NeuronGroup withModel(NeuronModel other) {
        return new NeuronGroup(name, size, other, biasAmperes, inhibition, homeostasis, initial);
    }

    /** The same group with lateral inhibition. */
    public NeuronGroup withInhibition(WinnerInhibition rule) {
        return new NeuronGroup(name, size, model, biasAmperes, Optional.of(rule), homeostasis, initial);
    }

    /** The same group with homeostasis. */
    public NeuronGroup withHomeostasis(BiasHomeostasis rule) {
        return new NeuronGroup(name, size, model, biasAmperes, inhibition, Optional.of(rule), initial);
    }

    /** The same group without homeostasis. */
    public NeuronGroup withoutHomeostasis() {
        return new NeuronGroup(name, size, model, biasAmperes, inhibition, Optional.empty(), initial);
    }

    /** The same group with other biases, in A. */
    public NeuronGroup withBias(ImmutableDoubleArray amperes) {
        return new NeuronGroup(name, size, model, amperes, inhibition, homeostasis, initial);
    }

    /** The same group with a state variable that starts away from rest. */
    public NeuronGroup withInitial(String variable, Distribution values) {
        var all = ImmutableMap.<String, Distribution>builder()
                .putAll(initial)
                .put(variable, values)
                .buildKeepingLast();
        return new NeuronGroup(name, size, model, biasAmperes, inhibition, homeostasis, all);
    }
}
