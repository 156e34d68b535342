package org.ionspike.networks.io;

import org.ionspike.engine.network.Connector;
import org.ionspike.engine.network.Ends;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.network.Weights;
import org.ionspike.engine.random.RandomStreams;
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
        Ends ends = network.ends(projection);
        boolean drawn = !(projection.connector() instanceof Connector.AllToAll
                || projection.connector() instanceof Connector.CommonColumn
                || projection.connector() instanceof Connector.OneToOne
                || projection.connector() instanceof Connector.Pairs);
        if (drawn) {
            if (projection.weights() instanceof Weights.Given given) {
                int rows = given.values().length;
                Check.require(
                        rows == ends.lines(), "Rows of weights", rows, "must be one per line (" + ends.lines() + ")");
            }
            return;
        }
        var random = new RandomStreams(0).stream("wiring"); // nothing is drawn by the other connectors
        var connectivity = projection.connector().connect(ends, random);
        if (projection.weights() instanceof Weights.Given given) {
            given.rows(connectivity, random);
        }
    }
}
