package org.ionspike.engine.neuron;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Runs a kernel as a simulation does: only the steps that are due, input given when it changes. */
final class KernelRun {
    /** One spike. */
    record Spike(int neuron, double seconds) {}

    private final NeuronKernel kernel;
    private final double dt;
    private final List<Spike> spikes = new ArrayList<>();
    private long step;
    private long advanced;

    KernelRun(NeuronKernel kernel, double dtSeconds) {
        this.kernel = kernel;
        this.dt = dtSeconds;
    }

    /** Runs up to the start of a step. */
    KernelRun to(long endStep) {
        while (true) {
            long due = kernel.due(step);
            if (due >= endStep) {
                step = endStep;
                return this;
            }
            step = due;
            kernel.advance(step, (neuron, seconds) -> {
                if (!(seconds >= step * dt && seconds <= (step + 1) * dt)) {
                    throw new AssertionError("spike at " + seconds + " s outside step " + step);
                }
                spikes.add(new Spike(neuron, seconds));
            });
            advanced++;
            step++;
        }
    }

    KernelRun drive(float[] amperes, double rampAmperes, double rampSlope) {
        kernel.drive(step, amperes, rampAmperes, rampSlope);
        return this;
    }

    KernelRun drive(float[] amperes) {
        return drive(amperes, 0, 0);
    }

    /** Clamps from now on, and runs to the release. */
    KernelRun clamp(long steps, double volts) {
        kernel.clamp(step, step + steps, volts);
        return to(step + steps);
    }

    NeuronKernel kernel() {
        return kernel;
    }

    long step() {
        return step;
    }

    /** Steps that were computed. */
    long advanced() {
        return advanced;
    }

    float[] state(String variable) {
        return kernel.state(variable, step).toFloatVector();
    }

    double[] joules() {
        var joules = new double[kernel.size()];
        for (int j = 0; j < joules.length; j++) {
            joules[j] = kernel.dissipatedJoules(j, step);
        }
        return joules;
    }

    /** All spikes by time, then neuron; within a step a kernel may hand them out in any order. */
    List<Spike> spikes() {
        return spikes.stream()
                .sorted(Comparator.comparingDouble(Spike::seconds).thenComparingInt(Spike::neuron))
                .toList();
    }

    /** Times of the spikes of one neuron. */
    double[] spikesOf(int neuron) {
        return spikes.stream()
                .filter(spike -> spike.neuron() == neuron)
                .mapToDouble(Spike::seconds)
                .sorted()
                .toArray();
    }
}
