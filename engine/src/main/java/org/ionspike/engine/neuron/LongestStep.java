package org.ionspike.engine.neuron;

import org.ionspike.engine.units.Time;

/** The bound on the time step of a model that is integrated explicitly. */
final class LongestStep {
    private LongestStep() {}

    /** A step must not be longer than a bound; {@code otherwise} says what happens beyond it. */
    static void check(NeuronModel model, Time step, Time longest, String otherwise) {
        if (!(step.si() <= longest.si() * (1 + 1e-9))) {
            throw new IllegalArgumentException("The time step (" + step + ") is too long for neuron model '"
                    + model.name() + "': it must be at most " + longest + ", or " + otherwise
                    + ". Give the network a shorter step.");
        }
    }
}
