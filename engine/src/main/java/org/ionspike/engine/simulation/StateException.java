package org.ionspike.engine.simulation;

/** A simulation has come into a state that cannot be; the message names step, group, neuron and variable. */
public final class StateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StateException(String message) {
        super(message);
    }
}
