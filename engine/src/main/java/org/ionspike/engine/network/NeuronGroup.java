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
 * @param geometry where the neurons lie, for connectors that ask
 */
public record NeuronGroup(
        String name,
        int size,
        NeuronModel model,
        ImmutableDoubleArray biasAmperes,
        Optional<WinnerInhibition> inhibition,
        Optional<BiasHomeostasis> homeostasis,
        ImmutableMap<String, Distribution> initial,
        Optional<Geometry> geometry) {
    public NeuronGroup {
        Check.atLeast("Group '" + name + "': size", size, 1);
        Check.require(
                biasAmperes.isEmpty() || biasAmperes.length() == size,
                "Group '" + name + "': biasAmperes",
                biasAmperes.length() + " entries",
                "must have one entry per neuron (" + size + ") or none");
        geometry.ifPresent(form -> Check.require(
                form.places() == size,
                "Group '" + name + "': geometry",
                form + " of " + form.places() + " places",
                "must have one place per neuron (" + size + ")"));
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

    /** A group whose neurons lie nowhere in particular. */
    public NeuronGroup(
            String name,
            int size,
            NeuronModel model,
            ImmutableDoubleArray biasAmperes,
            Optional<WinnerInhibition> inhibition,
            Optional<BiasHomeostasis> homeostasis,
            ImmutableMap<String, Distribution> initial) {
        this(name, size, model, biasAmperes, inhibition, homeostasis, initial, Optional.empty());
    }

    /** A plain group: no bias, no inhibition, no homeostasis, at rest. */
    public NeuronGroup(String name, int size, NeuronModel model) {
        this(
                name,
                size,
                model,
                ImmutableDoubleArray.of(),
                Optional.empty(),
                Optional.empty(),
                ImmutableMap.of(),
                Optional.empty());
    }

    /** The same group with another model. */
    public NeuronGroup withModel(NeuronModel other) {
        return new NeuronGroup(name, size, other, biasAmperes, inhibition, homeostasis, initial, geometry);
    }

    /** The same group with lateral inhibition. */
    public NeuronGroup withInhibition(WinnerInhibition rule) {
        return new NeuronGroup(name, size, model, biasAmperes, Optional.of(rule), homeostasis, initial, geometry);
    }

    /** The same group with homeostasis. */
    public NeuronGroup withHomeostasis(BiasHomeostasis rule) {
        return new NeuronGroup(name, size, model, biasAmperes, inhibition, Optional.of(rule), initial, geometry);
    }

    /** The same group without homeostasis. */
    public NeuronGroup withoutHomeostasis() {
        return new NeuronGroup(name, size, model, biasAmperes, inhibition, Optional.empty(), initial, geometry);
    }

    /** The same group with other biases, in A. */
    public NeuronGroup withBias(ImmutableDoubleArray amperes) {
        return new NeuronGroup(name, size, model, amperes, inhibition, homeostasis, initial, geometry);
    }

    /** The same group with a state variable that starts away from rest. */
    public NeuronGroup withInitial(String variable, Distribution values) {
        var all = ImmutableMap.<String, Distribution>builder()
                .putAll(initial)
                .put(variable, values)
                .buildKeepingLast();
        return new NeuronGroup(name, size, model, biasAmperes, inhibition, homeostasis, all, geometry);
    }

    /** The same group with places for its neurons. */
    public NeuronGroup withGeometry(Geometry form) {
        return new NeuronGroup(name, size, model, biasAmperes, inhibition, homeostasis, initial, Optional.of(form));
    }

    /** What a projection calls the neurons from {@code first} on, {@code end} not included. */
    public String slice(int first, int end) {
        String text = name + "[" + first + ":" + end + "]";
        return Slice.of("Group '" + name + "': slice", text, size).equals(new Slice(name, first, end)) ? text : name;
    }
}
