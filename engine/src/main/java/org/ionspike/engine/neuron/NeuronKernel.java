package org.ionspike.engine.neuron;

import org.ionspike.engine.checkpoint.StateTransfer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The state of the neurons of one group and the way it moves in time.
 *
 * <p>Time is a grid of steps; step k covers the interval from k dt to (k + 1) dt. The caller sets the input that
 * holds from the start of a step on ({@link #drive}), asks when the group next needs attention ({@link #due}) and
 * advances it over that step ({@link #advance}). Steps that no group is due in are never computed: a kernel whose
 * neurons are all at rest answers {@link #NEVER}. Calls come in order of time: a step that the kernel has advanced over,
 * or that lies before its last change of input or clamp, is an error.
 */
public interface NeuronKernel {
    /** The answer of {@link #due} when nothing will happen without new input. */
    long NEVER = Long.MAX_VALUE;

    /** Number of neurons. */
    int size();

    /**
     * Sets the input current of every neuron: {@code amperes[j] + rampAmperes + rampSlope (t - step dt)} from the
     * start of {@code step} on.
     *
     * @param amperes one entry per neuron; copied
     * @param rampAmperes a current common to all, in A
     * @param rampSlope its rate of change in A/s
     */
    void drive(long step, float[] amperes, double rampAmperes, double rampSlope);

    /**
     * Changes the input current of one neuron from the start of {@code step} on; a ramp that runs goes on, as do the
     * currents of all others.
     *
     * @param amperes takes the place of the neuron's entry in the last whole {@link #drive(long, float[], double,
     *     double)}
     */
    void drive(long step, int neuron, float amperes);

    /**
     * What has arrived at a receptor and has not acted yet, one entry per neuron, to be added to until {@code step} is
     * advanced over; the group is due in that step. The live array of the kernel, in the quantity of the receptor (SI).
     *
     * @param receptor index among the receptors of the model
     * @param step the step that the group has reached
     */
    default float[] arrivals(int receptor, long step) {
        throw new UnsupportedOperationException("This model has no receptors.");
    }

    /**
     * The input current of every neuron in the middle of a step that the group has reached, in A, one entry per neuron; a
     * copy. What arrives at receptors is not part of it.
     */
    default float[] inputAmperes(long step) {
        throw new UnsupportedOperationException("This model does not tell its input current.");
    }

    /** The first step, not before {@code step}, in which the group must be advanced, or {@link #NEVER}. */
    long due(long step);

    /**
     * Advances over one step and hands out the spikes that fall inside it, its end included, in any order. The step
     * must be the one that is {@link #due}; within a clamp nothing happens.
     */
    void advance(long step, SpikeSink sink);

    /**
     * Holds every membrane at a voltage from the start of one step to the start of another; the neurons do not
     * spike meanwhile. Input set before or meanwhile acts from the release on. Another clamp takes the place of one
     * that is in force. A neuron released at or above its threshold has to fall and rise again to spike.
     *
     * @param fromStep the step that the group has reached
     */
    void clamp(long fromStep, long toStep, double volts);

    /** Saves or loads the whole state, with the inputs that are in force. */
    void transfer(StateTransfer state);

    /** Puts every neuron at rest without input from the start of {@code step} on, and clears energy books. */
    void reset(long step);

    /**
     * Sets a state variable of every neuron at the start of a run.
     *
     * @param variable name as the model documents it
     * @param values one per neuron, SI units; copied
     */
    default void set(String variable, float[] values) {
        throw new UnsupportedOperationException("The neurons of this model always start at rest.");
    }

    /**
     * A state variable of every neuron at the start of {@code step}, the step that the group has reached or one that
     * it is not due before. Looking changes nothing.
     *
     * @param variable name as the model documents it, such as {@code "v"}
     * @return shape {@code [1, neuron]}, SI units
     */
    INDArray state(String variable, long step);

    /** As {@link #state}, as a new plain array with one entry per neuron; a kernel on plain arrays loads no ND4J for it. */
    default float[] values(String variable, long step) {
        return state(variable, step).toFloatVector();
    }

    /**
     * Energy dissipated in one neuron since the last reset, up to the start of {@code step}, in J. An error when
     * the kernel was made without energy accounts.
     */
    double dissipatedJoules(int neuron, long step);

    /** The part of {@link #dissipatedJoules} in W that a neuron turns over at rest; 0 where nothing is dissipated. */
    default double restWatts() {
        return 0;
    }
}
