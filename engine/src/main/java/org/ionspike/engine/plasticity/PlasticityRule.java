package org.ionspike.engine.plasticity;

import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.synapse.ImpulseSynapses;
import org.ionspike.engine.synapse.ProgrammableSynapses;

/**
 * The parameters of a rule that changes weights; immutable. Rules are found by {@code ServiceLoader} and have a
 * no-argument constructor that gives the documented defaults.
 */
public interface PlasticityRule {
    /** The name that files and the command line use, such as {@code "winner-stdp"}. */
    String name();

    /** What the rule does, in one sentence. */
    String summary();

    /** The running rule of one projection of devices on held lines. */
    Kernel kernel(ProgrammableSynapses synapses);

    /** The running rule of one projection of impulses. */
    default Kernel kernel(ImpulseSynapses synapses) {
        throw new IllegalArgumentException(
                "Plasticity rule '" + name()
                        + "' asks which lines are held, and impulses hold none. Use a rule of spike times, such as 'pair-stdp'.");
    }

    /** A rule at work on the devices of one projection. Times are seconds since the start of the simulation. */
    interface Kernel {
        /** A spike arrived on a line. The rule may change the weights of this line only. */
        void presynapticSpike(int line, double timeSeconds);

        /**
         * A neuron of the target group fired. The rule may change the weights of this neuron only.
         *
         * @param winner whether it is the first of its group since the group was last clamped
         * @param presentation number of presentations completed before, from 0
         * @param lineIsOn which lines are held now
         */
        void postsynapticSpike(int neuron, double timeSeconds, boolean winner, long presentation, boolean[] lineIsOn);

        /** Carries out every change that is still owed, so that the weights can be read. It changes nothing else. */
        default void settle() {}

        /** A reward is given to the network; most rules know none. */
        default void reward(double value, double timeSeconds) {}

        /** The network is put at rest: spikes from before do not count any more. Weights stay. */
        default void reset() {}

        /** Saves or loads what the rule remembers of spikes. */
        void transfer(StateTransfer state);
    }
}
