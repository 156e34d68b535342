package org.ionspike.engine.simulation;

import java.util.Locale;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.neuron.Backend;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What computes the neurons when nobody says so, and why.
 *
 * <p>On a processor the fused loops are taken at every size and batch: they need 1 to 10 ns a neuron and step and nothing
 * for neurons at rest, while ND4J needs 4 to 9 us for each of the tens of operations of a step before it works, and 16 to 32
 * ns a neuron and step in the limit of large groups (measured, docs/benchmarks.md). Where a backend of ND4J for graphics
 * cards is on the class path, large states go there; that choice follows from what a card can do and was not measured.
 *
 * @param backend the choice
 * @param reason for people, one sentence without a full stop
 */
public record AutomaticBackend(Backend backend, String reason) {
    /** From so many neurons in a kernel on, samples of a batch counted, a graphics card is used if there is one. */
    static final long LARGE = 100_000;

    private static final String GRAPHICS_CARD = "org.nd4j.linalg.jcublas.JCublasBackend";
    private static final Logger LOG = LoggerFactory.getLogger(AutomaticBackend.class);

    /**
     * The choice for a network.
     *
     * @param batch how many samples run at once
     */
    public static AutomaticBackend of(Network network, int batch) {
        return of(network, batch, hasGraphicsCard());
    }

    static AutomaticBackend of(Network network, int batch, boolean graphicsCard) {
        long largest = (long) batch
                * network.groups().stream().mapToInt(NeuronGroup::size).max().orElse(0);
        String neurons = String.format(
                Locale.ROOT, "at most %d neurons in a kernel%s", largest, batch == 1 ? "" : ", batch of " + batch);
        AutomaticBackend choice;
        if (!graphicsCard) {
            choice = new AutomaticBackend(
                    Backend.FUSED, neurons + " on a processor, where fused loops are faster at any size");
        } else if (largest < LARGE) {
            choice = new AutomaticBackend(
                    Backend.FUSED, neurons + ", fewer than the " + LARGE + " that are worth a graphics card");
        } else {
            choice = new AutomaticBackend(Backend.VECTORIZED, neurons + " and ND4J on a graphics card");
        }
        LOG.info("Network '{}': backend {}: {}.", network.name(), choice.word(), choice.reason());
        return choice;
    }

    /** The backend as the command line names it. */
    public String word() {
        return backend.name().toLowerCase(Locale.ROOT);
    }

    /** Looks at the class path only: loading ND4J takes a second or two. */
    private static boolean hasGraphicsCard() {
        return AutomaticBackend.class.getClassLoader().getResource(GRAPHICS_CARD.replace('.', '/') + ".class") != null;
    }
}
