package org.ionspike.engine.simulation;

/**
 * A task at every multiple of a number of steps.
 *
 * @param interval number of steps, at least 1
 */
record Sampler(long interval, Runnable task) {
    /** The first step not before the given one at which the task runs. */
    long nextStep(long step) {
        long over = step % interval;
        return over == 0 ? step : step + (interval - over);
    }
}
