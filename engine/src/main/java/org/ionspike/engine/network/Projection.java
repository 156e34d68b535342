package org.ionspike.engine.network;

import java.util.Locale;
import java.util.Optional;
import org.ionspike.engine.plasticity.PlasticityRule;
import org.ionspike.engine.synapse.SynapseModel;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;

/**
 * Synapses from a source or a group to a group.
 *
 * @param name unique in the network
 * @param from name of the source or group whose spikes arrive, or a slice of it such as {@code "cells[0:800]"}
 * @param to name of the group that receives them, or a slice of it
 * @param connector which pairs are joined
 * @param synapse what joins them
 * @param weights start values
 * @param drive what an arriving spike does
 * @param delays from spike to arrival; one for all is a multiple of the time step and, from a group, at least one step
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
        Delays delays,
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
        if (delays instanceof Delays.Same same) {
            Check.notNegative("Projection '" + name + "': delay", same.value());
        }
        Check.require(
                delays instanceof Delays.Same || drive instanceof Impulse,
                "Projection '" + name + "': delays",
                delays.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                "must be one for all, because the devices of a held line share its voltage; use impulses for more");
        Check.require(
                plasticity.isEmpty() || !(connector instanceof Connector.CommonColumn),
                "Projection '" + name + "': plasticity",
                plasticity.map(PlasticityRule::name).orElse(""),
                "does not go with a common column, whose devices belong to no neuron; use the connector all-to-all");
    }

    /** A projection with one delay. */
    public Projection(
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
        this(name, from, to, connector, synapse, weights, drive, new Delays.Same(delay), polarity, plasticity);
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

    /** The delay that all synapses have; an error where they differ. */
    public Time delay() {
        if (delays instanceof Delays.Same same) {
            return same.value();
        }
        throw new IllegalStateException("Projection '" + name + "' has delays that differ from synapse to synapse.");
    }

    /** The same projection with other delays. */
    public Projection withDelays(Delays other) {
        return new Projection(name, from, to, connector, synapse, weights, drive, other, polarity, plasticity);
    }

    /** The same projection with a rule that changes its weights. */
    public Projection withPlasticity(PlasticityRule rule) {
        return new Projection(name, from, to, connector, synapse, weights, drive, delays, polarity, Optional.of(rule));
    }

    /** The same projection with other weights. */
    public Projection withWeights(Weights other) {
        return new Projection(name, from, to, connector, synapse, other, drive, delays, polarity, plasticity);
    }

    /** The same projection whose weights stay. */
    public Projection withoutPlasticity() {
        return new Projection(name, from, to, connector, synapse, weights, drive, delays, polarity, Optional.empty());
    }
}
