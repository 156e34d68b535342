package org.ionspike.engine.checkpoint;

import org.apache.commons.rng.RestorableUniformRandomProvider;

/**
 * Carries the state of a part between its fields and a checkpoint, in either direction. A part names each of its fields
 * once, in one order; when saving, values go out and come back unchanged, when loading, the saved ones come in:
 *
 * <pre>
 * void transfer(StateTransfer state) {
 *     state.array("v", v);
 *     step = state.whole("step", step);
 * }
 * </pre>
 *
 * When loading, a name, a type or a length that differs from what was saved is an error that says where.
 */
public interface StateTransfer {
    /** A whole number. */
    long whole(String name, long value);

    /** A whole number that fits into an int. */
    default int count(String name, int value) {
        return Math.toIntExact(whole(name, value));
    }

    /** A number in double precision. */
    double number(String name, double value);

    /** A switch. */
    default boolean flag(String name, boolean value) {
        return whole(name, value ? 1 : 0) != 0;
    }

    /** An array of fixed length; loading fills it. */
    void array(String name, float[] values);

    /** An array of fixed length; loading fills it. */
    void array(String name, double[] values);

    /** An array of fixed length; loading fills it. */
    void array(String name, long[] values);

    /** An array of fixed length; loading fills it. */
    void array(String name, int[] values);

    /** An array of fixed length; loading fills it. */
    void array(String name, boolean[] values);

    /** Rows of fixed lengths; loading fills them. */
    default void rows(String name, float[][] rows) {
        for (int i = 0; i < rows.length; i++) {
            array(name, rows[i]);
        }
    }

    /** Numbers whose count is part of the state; loading returns those saved. */
    long[] list(String name, long[] values);

    /** A generator of random numbers; loading puts it where it was. */
    void random(String name, RestorableUniformRandomProvider random);

    /** What follows belongs to a part of this name, for messages; an empty name ends it. */
    void part(String name);

    /** Whether values come in rather than go out. */
    boolean isLoading();
}
