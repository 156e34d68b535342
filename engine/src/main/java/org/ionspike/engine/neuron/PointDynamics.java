package org.ionspike.engine.neuron;

import com.google.common.collect.ImmutableMap;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.jspecify.annotations.Nullable;

/**
 * The equations of neurons that are advanced step by step: what {@link SteppedKernel} needs to know of a model. The
 * membrane voltage is given and taken relative to the model's rest; all else the dynamics owns.
 */
interface PointDynamics {
    /**
     * One step of some neurons, arrived impulses included. Spikes and refractory neurons are seen to afterwards.
     *
     * @param from membrane voltages above rest in V, one per neuron; not changed
     * @param to takes the voltages after the step
     * @param amperes input current per neuron in A, or null where there is none
     * @param common input current of all neurons in A
     * @param first the first of the neurons, 0 unless the dynamics {@link #splits}
     * @param end the one after the last
     */
    void advance(float[] from, float[] to, float @Nullable [] amperes, float common, int first, int end);

    /** Whether some neurons can be advanced apart from the others, by another thread. */
    default boolean splits() {
        return false;
    }

    /** All neurons are about to be advanced over one step; thresholds that move go to where they are at its end. */
    default void moveThresholds() {}

    /** The array that impulses at a receptor are added to. */
    float[] arrivals(int receptor);

    /** A neuron has crossed its threshold. The kernel resets the voltage where the model has a reset. */
    default void spiked(int neuron) {}

    /** Thresholds above rest per neuron, live; null where all neurons share a fixed one. */
    default float @Nullable [] thresholds() {
        return null;
    }

    /** Whether its neurons are devices that dissipate energy; those of other models are only computed. */
    default boolean dissipates() {
        return false;
    }

    /**
     * The power that the devices of each neuron dissipate in their present state.
     *
     * @param v membrane voltages above rest in V
     * @param watts takes the power in W, one entry per neuron
     */
    default void dissipation(float[] v, double[] watts) {
        throw new UnsupportedOperationException("These neurons stand for no device.");
    }

    /** Whether everything but the voltages is within tolerance of its value at rest. */
    boolean isNearRest();

    /** Puts everything but the voltages at rest; what decays by itself without acting on them may stay as it is. */
    void rest();

    /** A run begins: puts everything but the voltages where {@link #rest} would in the end. */
    default void restart() {
        rest();
    }

    /**
     * What a number of steps at rest make of a variable. Called once at the end of a rest with the live array, and with
     * copies when somebody looks.
     */
    default void pass(String variable, float[] values, long steps) {}

    /** Variables have been written from outside. */
    default void changed() {}

    /** What a variable is counted from, in SI units, as {@code v} is from the voltage at rest. */
    default double origin(String variable) {
        return 0;
    }

    /** The state beside {@code v}: name to live array, one entry per neuron, SI units from {@link #origin}. */
    ImmutableMap<String, float[]> variables();

    /** Saves or loads everything but the voltages; the variables are all of it unless a model says more. */
    default void transfer(StateTransfer state) {
        variables().forEach(state::array);
    }
}
