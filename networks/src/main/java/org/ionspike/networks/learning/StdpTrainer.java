package org.ionspike.networks.learning;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.sampling.ListSampler;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.simulation.EnergyBook;
import org.ionspike.engine.simulation.Response;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.units.Check;

/**
 * Shows samples to a network that learns, epoch after epoch, each epoch in a new order. No label is used.
 *
 * @param epochs how often every sample is shown, at least 1
 */
public record StdpTrainer(int epochs) {
    public StdpTrainer {
        Check.atLeast("StdpTrainer.epochs", epochs, 1);
    }

    /** Is told after every presentation. */
    @FunctionalInterface
    public interface Listener {
        /**
         * One more sample was shown.
         *
         * @param shown how many so far
         * @param total how many in all
         */
        void shown(long shown, long total);
    }

    /**
     * What training gave.
     *
     * @param network the network with the weights and biases it learnt
     * @param presentations samples shown
     * @param unanswered samples for which no neuron fired
     * @param energy dissipated, programming included
     * @param deviceWrites programming pulses applied
     * @param simulatedSeconds time that passed in the network
     */
    public record Outcome(
            Network network,
            long presentations,
            long unanswered,
            EnergyBook energy,
            long deviceWrites,
            double simulatedSeconds) {}

    /** Trains; the order of samples is drawn from the stream {@code "order"}. */
    public Outcome train(Network network, SimulationSettings settings, List<SpikeRaster> samples, Listener listener) {
        Check.require(!samples.isEmpty(), "Training samples", 0, "must be at least 1");
        var simulation = new Simulation(network, settings);
        var random = settings.streams().stream("order");
        var order = new ArrayList<>(samples);
        long total = (long) epochs * samples.size();
        long shown = 0;
        long unanswered = 0;
        for (int epoch = 0; epoch < epochs; epoch++) {
            ListSampler.shuffle(random, order);
            for (SpikeRaster sample : order) {
                Response response = simulation.present(sample);
                unanswered += response.size() == 0 ? 1 : 0;
                listener.shown(++shown, total);
            }
        }
        long writes = network.projections().stream()
                .filter(projection -> projection.plasticity().isPresent())
                .mapToLong(projection -> simulation.deviceWrites(projection.name()))
                .sum();
        return new Outcome(
                simulation.snapshot(),
                shown,
                unanswered,
                simulation.energy(),
                writes,
                simulation.now().si());
    }
}
