package org.ionspike.networks.io;

import org.apache.commons.rng.UniformRandomProvider;
import org.ionspike.engine.network.Connector;
import org.ionspike.engine.network.Ends;
import org.ionspike.engine.synapse.Connectivity;
import org.ionspike.engine.units.Check;

/** A connector as a user would write it: line i to the neuron so many places further on, around. */
public record UserConnector(int offset) implements Connector {
    public UserConnector {
        Check.atLeast("UserConnector.offset", offset, 0);
    }

    /** To the next neuron. */
    public UserConnector() {
        this(1);
    }

    @Override
    public String name() {
        return "user-connector";
    }

    @Override
    public Connectivity connect(Ends ends, UniformRandomProvider random) {
        var targets = new int[ends.lines()][1];
        for (int i = 0; i < targets.length; i++) {
            targets[i][0] = (i + offset) % ends.neurons();
        }
        return Connectivity.sparse(ends.neurons(), targets);
    }
}
