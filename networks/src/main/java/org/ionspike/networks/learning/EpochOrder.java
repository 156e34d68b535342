package org.ionspike.networks.learning;

import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.random.RandomStreams;

/** The order of samples, epoch after epoch, each shuffled anew from the stream {@code "order"}. */
final class EpochOrder {
    private final RestorableUniformRandomProvider random;
    private final int[] order;

    EpochOrder(int samples, RandomStreams streams) {
        random = streams.stream("order");
        order = PermutationSampler.natural(samples);
    }

    /** The sample that comes after so many; to be asked once for each. */
    int next(long shown) {
        int place = (int) (shown % order.length);
        if (place == 0) {
            PermutationSampler.shuffle(random, order);
        }
        return order[place];
    }

    void transfer(StateTransfer state) {
        state.array("order", order);
        state.random("order", random);
    }
}
