package org.ionspike.engine.neuron;

import java.util.Arrays;
import org.ionspike.engine.checkpoint.StateTransfer;

/**
 * Energy that the devices of stepped neurons dissipate: the power at rest times the time, and what each neuron dissipates
 * above it in the steps that are computed, by the trapezoid rule from the states at both ends.
 */
final class DissipationBooks {
    private final PointDynamics dynamics;
    private final double dt;
    private final double restWatts;
    private final double[] excessJoules;
    private final double[] before;
    private final double[] after;
    private long resetStep;

    /** The dynamics must be at rest. */
    DissipationBooks(PointDynamics dynamics, int size, double dt) {
        this.dynamics = dynamics;
        this.dt = dt;
        excessJoules = new double[size];
        before = new double[size];
        after = new double[size];
        dynamics.dissipation(new float[size], before);
        restWatts = before[0];
    }

    void reset(long step) {
        Arrays.fill(excessJoules, 0);
        resetStep = step;
    }

    /** A step begins from these voltages above rest. */
    void begin(float[] v) {
        dynamics.dissipation(v, before);
    }

    /** It ends at these. */
    void end(float[] v) {
        dynamics.dissipation(v, after);
        for (int j = 0; j < after.length; j++) {
            excessJoules[j] += dt / 2 * ((before[j] - restWatts) + (after[j] - restWatts));
        }
    }

    /** Power of a neuron at rest, in W. */
    double restWatts() {
        return restWatts;
    }

    /** Dissipated in a neuron since the reset, in J. */
    double joules(int neuron, long step) {
        return restWatts * ((step - resetStep) * dt) + excessJoules[neuron];
    }

    void transfer(StateTransfer state) {
        state.array("excessJoules", excessJoules);
        resetStep = state.whole("resetStep", resetStep);
    }
}
