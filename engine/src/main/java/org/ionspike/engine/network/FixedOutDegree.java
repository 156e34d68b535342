package org.ionspike.engine.network;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.ionspike.engine.synapse.Connectivity;
import org.ionspike.engine.units.Check;

/**
 * Every line reaches the same number of neurons, drawn evenly. No pair is joined twice.
 *
 * @param connections neurons that each line reaches, at least 1 and at most the number of neurons
 * @param selfConnections whether a neuron may be drawn for itself
 */
public record FixedOutDegree(int connections, boolean selfConnections) implements Connector {
    public FixedOutDegree {
        Check.atLeast("FixedOutDegree.connections", connections, 1);
    }

    @Override
    public String name() {
        return "fixed-out-degree";
    }

    @Override
    public double expectedSynapses(Ends ends) {
        return (double) connections * ends.lines();
    }

    @Override
    public void check(Ends ends) {
        boolean self = !selfConnections && ends.from().name().equals(ends.to().name());
        int most = self ? ends.neurons() - 1 : ends.neurons();
        Check.require(
                connections <= most,
                "FixedOutDegree.connections",
                connections,
                "must be at most the number of " + (self ? "other " : "") + "neurons (" + most + ")");
    }

    @Override
    public Connectivity connect(Ends ends, UniformRandomProvider random) {
        check(ends);
        var draw = new DistinctDraw(ends.neurons());
        var targets = new int[ends.lines()][connections];
        for (int i = 0; i < targets.length; i++) {
            draw.draw(connections, selfConnections ? -1 : ends.self(i), random, targets[i], 0);
            Arrays.sort(targets[i]);
        }
        return Connectivity.sparse(ends.neurons(), targets);
    }
}
