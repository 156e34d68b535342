package org.ionspike.engine.neuron;

import org.ionspike.engine.units.Time;

/** The bound on the time step of a model that is integrated explicitly. */
final class LongestStep {
    private LongestStep() {}

    /** The step of the settings must not be longer than a bound; {@code otherwise} says what happens beyond it. */
    static void check(NeuronModel model, KernelSettings settings, Time longest, String otherwise) {
        if (!(settings.step().si() <= longest.si() * (1 + 1e-9))) {
            throw new IllegalArgumentException("The time step (" + settings.step() + ") is too long for neuron model '"
                    + model.name() + "': it must be at most " + longest + ", or " + otherwise
                    + ". Give the network a shorter step.");
        }
    }
}
