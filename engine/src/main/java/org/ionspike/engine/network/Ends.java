package org.ionspike.engine.network;

import java.util.Optional;

/**
 * What a projection joins, as its connector sees it: lines are counted from the first of the slice they come from,
 * neurons from the first of the slice they lie in.
 */
public record Ends(End from, End to) {
    /**
     * One side: a source, a group, or a slice of one.
     *
     * @param name of the source or group
     * @param first index of the first line or neuron in it
     * @param size number of lines or neurons
     * @param whole number of lines or neurons of the source or group
     * @param geometry where those of the group lie, if it says so
     */
    public record End(String name, int first, int size, int whole, Optional<Geometry> geometry) {
        /** Whether this is less than the source or group. */
        public boolean isSlice() {
            return size < whole;
        }
    }

    /** Ends without geometry, of different groups. */
    public static Ends of(int lines, int neurons) {
        return new Ends(
                new End("lines", 0, lines, lines, Optional.empty()),
                new End("neurons", 0, neurons, neurons, Optional.empty()));
    }

    /** Number of lines. */
    public int lines() {
        return from.size();
    }

    /** Number of neurons. */
    public int neurons() {
        return to.size();
    }

    /** The neuron that a line comes from itself, or -1 if it is not among the neurons. */
    public int self(int line) {
        int neuron = line + from.first() - to.first();
        return from.name().equals(to.name()) && neuron >= 0 && neuron < to.size() ? neuron : -1;
    }

    /** The line that comes from a neuron itself, or -1. */
    int selfLine(int neuron) {
        int line = neuron + to.first() - from.first();
        return from.name().equals(to.name()) && line >= 0 && line < from.size() ? line : -1;
    }
}
