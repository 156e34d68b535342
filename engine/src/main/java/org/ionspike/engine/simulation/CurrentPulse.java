package org.ionspike.engine.simulation;

/**
 * A constant current between two steps.
 *
 * @param target group that receives it
 * @param amperes the current
 * @param startStep first step that has it
 * @param stopStep first step after it that does not, or {@code Long.MAX_VALUE}
 */
record CurrentPulse(GroupState target, double amperes, long startStep, long stopStep) {
    /** The current in a step. */
    double amperesAt(long step) {
        return step >= startStep && step < stopStep ? amperes : 0;
    }

    /** The first step not before the given one at which the current changes, or {@code Long.MAX_VALUE}. */
    long nextChange(long step) {
        return step <= startStep ? startStep : step <= stopStep ? stopStep : Long.MAX_VALUE;
    }
}
