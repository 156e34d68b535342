package org.ionspike.networks.readout;

import java.util.List;
import org.ionspike.engine.simulation.Response;

/** Turns the first spikes of a presentation into a class; its weights are {@code [neuron, class]}. */
public interface SpikeReadout extends Readout {
    /** How many first spikes it looks at. */
    int winners();

    /** How many spikes of a presentation it looks at: each takes one operation a class. */
    default int spikesSeen(Response response) {
        return Math.min(winners(), response.size());
    }

    /**
     * The same readout in whole numbers: weights, and inputs where they are no whole numbers already, rounded to so many
     * bits.
     *
     * @param bits 2 to 16
     */
    SpikeReadout rounded(int bits);

    /** The class of a presentation; -1 when nothing fired. */
    default int classify(Response response) {
        return response.size() == 0 ? -1 : LargestScore.of(scores(response));
    }

    /** Scores by class that {@link #classify} takes the largest of; the first of equal ones wins. */
    double[] scores(Response response);

    /** Checks that there is one label per response. */
    static void requireLabels(List<Response> responses, int[] labels) {
        if (responses.size() != labels.length) {
            throw new IllegalArgumentException("Readout: " + responses.size() + " responses and " + labels.length
                    + " labels were given; there must be one label per response.");
        }
    }
}
