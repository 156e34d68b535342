package org.ionspike.engine.neuron;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.ionspike.engine.units.Time;

/**
 * The parameters of a kind of neuron; immutable. Models are found by {@code ServiceLoader} and have a no-argument
 * constructor that gives the documented defaults.
 */
public interface NeuronModel {
    /** The name that files and the command line use, such as {@code "ionic-neuron"}. */
    String name();

    /** What the model is, in one sentence. */
    String summary();

    /** Where impulses can arrive; none for a model that takes currents only. */
    default ImmutableList<Receptor> receptors() {
        return ImmutableList.of();
    }

    /**
     * The variables that the state of a neuron is made of, all that its kernel knows. Those that a model does not list are
     * not looked at by assertions.
     */
    default ImmutableList<StateVariable> variables() {
        return ImmutableList.of();
    }

    /** What a step must keep in balance, where the model can say. */
    default Optional<StepBalance> balance() {
        return Optional.empty();
    }

    /**
     * Whether its neurons can be computed with a time step; models without a bound say nothing.
     *
     * @throws IllegalArgumentException if the step is too long, with the bound
     */
    default void checkStep(Time step) {}

    /** The same model without what its neurons learn; most learn nothing. */
    default NeuronModel frozen() {
        return this;
    }

    /** What its neurons learn, if they do. */
    default Optional<LearntVariable> learntVariable() {
        return Optional.empty();
    }

    /** A kernel for {@code size} neurons, all at rest at time 0. */
    NeuronKernel kernel(KernelSettings settings);
}
