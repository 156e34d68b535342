package org.ionspike.engine.neuron;

import org.ionspike.engine.checkpoint.StateTransfer;

/** A current into every neuron of a kernel that grows in proportion to time. A step takes its value in the middle. */
final class CommonRamp {
    private final double dt;
    private double startAmperes;
    private double slope;
    private long startStep;

    CommonRamp(double dtSeconds) {
        this.dt = dtSeconds;
    }

    /**
     * Begins anew.
     *
     * @param amperes current at the start of {@code step} in A
     * @param amperesPerSecond its slope in A/s
     */
    void begin(long step, double amperes, double amperesPerSecond) {
        startAmperes = amperes;
        slope = amperesPerSecond;
        startStep = step;
    }

    void stop() {
        startAmperes = 0;
        slope = 0;
    }

    boolean isRunning() {
        return startAmperes != 0 || slope != 0;
    }

    /** The current that a step takes in, in A. */
    double amperes(long step) {
        return startAmperes + slope * ((step - startStep + 0.5) * dt);
    }

    /** What a step takes in where every neuron has a current of its own beside the ramp, in A. */
    float[] besides(float[] own, long step) {
        float[] all = own.clone();
        float common = (float) amperes(step);
        for (int j = 0; j < all.length; j++) {
            all[j] += common;
        }
        return all;
    }

    void transfer(StateTransfer state) {
        startAmperes = state.number("rampAmperes", startAmperes);
        slope = state.number("rampSlope", slope);
        startStep = state.whole("rampStep", startStep);
    }
}
