package org.ionspike.engine.network;

import java.util.Optional;
import org.ionspike.engine.plasticity.PlasticityRule;
import org.ionspike.engine.synapse.SynapseModel;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;

/**
 * Synapses from a source or a group to a group.
 *
 * @param name unique in the network
 * @param from name of the source or group whose spikes arrive
 * @param to name of the group that receives current
 * @param connector which pairs are joined
 * @param synapse what joins them
 * @param weights start values
 * @param drive what an arriving spike does
 * @param delay from spike to arrival, a multiple of the time step; from a group at least one step
 * @param polarity whether the current is added or, through an inverting mirror, subtracted
 * @param plasticity rule that changes the weights
 */
public record Projection(
        String name,
        String from,
        String to,
        Connector connector,
        SynapseModel synapse,
        Weights weights,
        Drive drive,
        Time delay,
        Polarity polarity,
        Optional<PlasticityRule> plasticity) {

    /** Direction of the current. */
    public enum Polarity {
        /** The current is added. */
        EXCITATORY(1),
        /** The current is subtracted. */
        INHIBITORY(-1);

        private final int sign;

        Polarity(int sign) {
            this.sign = sign;
        }

        /** 1 or -1. */
        public int sign() {
            return sign;
        }
    }

    public Projection {
        Check.notNegative("Projection '" + name + "': delay", delay);
        Check.require(
                plasticity.isEmpty() || !(connector instanceof Connector.CommonColumn),
                "Projection '" + name + "': plasticity",
                plasticity.map(PlasticityRule::name).orElse(""),
                "does not go with a common column, whose devices belong to no neuron; use the connector all-to-all");
    }

    /** An excitatory projection whose weights stay. */
    public Projection(
            String name,
            String from,
            String to,
            Connector connector,
            SynapseModel synapse,
            Weights weights,
            Drive drive,
            Time delay) {
        this(name, from, to, connector, synapse, weights, drive, delay, Polarity.EXCITATORY, Optional.empty());
    }

    /** The same projection with other weights. */
    public Projection withWeights(Weights other) {
        return new Projection(name, from, to, connector, synapse, other, drive, delay, polarity, plasticity);
    }

    /** The same projection whose weights stay. */
    public Projection withoutPlasticity() {
        return new Projection(name, from, to, connector, synapse, weights, drive, delay, polarity, Optional.empty());
    }
}
