package org.ionspike.networks.io;

import org.ionspike.engine.network.Connector;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.network.Weights;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.source.SpikeSource;
import org.ionspike.engine.units.Check;

/** What a simulation would refuse about a projection when it starts, asked when the file is written or read. */
final class Wiring {
    private Wiring() {}

    /**
     * Checks pairs against the sizes of both ends, and given weights against the connections.
     *
     * @throws IllegalArgumentException if they do not fit
     */
    static void check(Network network, Projection projection) {
        int lines = network.sources().stream()
                .filter(source -> source.name().equals(projection.from()))
                .mapToInt(SpikeSource::lines)
                .findFirst()
                .orElseGet(() -> network.group(projection.from()).size());
        int neurons = network.group(projection.to()).size();
        if (projection.connector() instanceof Connector.FixedProbability) {
            if (projection.weights() instanceof Weights.Given given) {
                int rows = given.values().length;
                Check.require(rows == lines, "Rows of weights", rows, "must be one per line (" + lines + ")");
            }
            return;
        }
        var random = new RandomStreams(0).stream("wiring"); // nothing is drawn by the other connectors
        var connectivity = projection.connector().connect(lines, neurons, random);
        if (projection.weights() instanceof Weights.Given given) {
            given.rows(connectivity, random);
        }
    }
}
