package org.ionspike.engine.neuron;

import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.physics.IonicCircuit;
import org.ionspike.engine.units.Check;
import org.jspecify.annotations.Nullable;

/**
 * A voltage clamp in force on circuit neurons. The state they began it with is kept until it ends, so that looking at
 * them meanwhile changes nothing.
 */
final class Clamp {
    private final IonicCircuit circuit;
    private final double dt;
    private final long fromStep;
    private final long toStep;
    private final double volts;
    private long effectSteps;
    private @Nullable ClampedCircuit effect;

    Clamp(IonicCircuit circuit, double dtSeconds, long fromStep, long toStep, double volts) {
        Check.require(toStep > fromStep, "Clamp: toStep", toStep, "must be after fromStep (" + fromStep + ")");
        Check.require(Double.isFinite(volts), "Clamp: volts", volts, "must be finite");
        this.circuit = circuit;
        this.dt = dtSeconds;
        this.fromStep = fromStep;
        this.toStep = toStep;
        this.volts = volts;
    }

    /** Saves or loads the clamp in force, or that there is none. */
    static @Nullable Clamp transfer(
            StateTransfer state, @Nullable Clamp clamp, IonicCircuit circuit, double dtSeconds) {
        if (!state.flag("clamped", clamp != null)) {
            return null;
        }
        long from = state.whole("clampFrom", clamp == null ? 0 : clamp.fromStep);
        long to = state.whole("clampTo", clamp == null ? 0 : clamp.toStep);
        double volts = state.number("clampVolts", clamp == null ? 0 : clamp.volts);
        return state.isLoading() ? new Clamp(circuit, dtSeconds, from, to, volts) : clamp;
    }

    long toStep() {
        return toStep;
    }

    double volts() {
        return volts;
    }

    /** Time in s that it lasts until the start of {@code step}, or until the release if that comes first. */
    double secondsUntil(long step) {
        return stepsUntil(step) * dt;
    }

    /** What it does in that time. */
    ClampedCircuit until(long step) {
        long steps = stepsUntil(step);
        if (effect == null || steps != effectSteps) {
            effect = new ClampedCircuit(circuit, volts, steps * dt);
            effectSteps = steps;
        }
        return effect;
    }

    private long stepsUntil(long step) {
        return Math.max(0, Math.min(step, toStep) - fromStep);
    }
}
