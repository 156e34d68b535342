package org.ionspike.engine.network;

import org.apache.commons.rng.UniformRandomProvider;
import org.ionspike.engine.synapse.Connectivity;
import org.ionspike.engine.units.Check;

/**
 * Every neuron receives the same number of lines, drawn evenly. No pair is joined twice.
 *
 * @param connections lines into each neuron, at least 1 and at most the number of lines
 * @param selfConnections whether a neuron may be drawn for itself
 */
public record FixedInDegree(int connections, boolean selfConnections) implements Connector {
    public FixedInDegree {
        Check.atLeast("FixedInDegree.connections", connections, 1);
    }

    @Override
    public String name() {
        return "fixed-in-degree";
    }

    @Override
    public double expectedSynapses(Ends ends) {
        return (double) connections * ends.neurons();
    }

    @Override
    public void check(Ends ends) {
        boolean self = !selfConnections && ends.from().name().equals(ends.to().name());
        int most = self ? ends.lines() - 1 : ends.lines();
        Check.require(
                connections <= most,
                "FixedInDegree.connections",
                connections,
                "must be at most the number of " + (self ? "other " : "") + "lines (" + most + ")");
    }

    @Override
    public Connectivity connect(Ends ends, UniformRandomProvider random) {
        check(ends);
        int neurons = ends.neurons();
        int lines = ends.lines();
        var draw = new DistinctDraw(lines);
        var sources = new int[Math.multiplyExact(neurons, connections)];
        var fanOut = new int[lines];
        for (int j = 0; j < neurons; j++) {
            draw.draw(connections, selfConnections ? -1 : ends.selfLine(j), random, sources, j * connections);
            for (int n = j * connections; n < (j + 1) * connections; n++) {
                fanOut[sources[n]]++;
            }
        }
        var targets = new int[lines][];
        for (int i = 0; i < lines; i++) {
            targets[i] = new int[fanOut[i]];
            fanOut[i] = 0;
        }
        for (int n = 0; n < sources.length; n++) { // neuron by neuron, so that every row ascends
            int line = sources[n];
            targets[line][fanOut[line]++] = n / connections;
        }
        return Connectivity.sparse(neurons, targets);
    }
}
