package org.ionspike.networks.learning;

import java.util.List;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.simulation.ActivityBook;
import org.ionspike.engine.simulation.EnergyBook;
import org.ionspike.engine.simulation.Response;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.units.Check;

/** Presents samples to a network that learns, epoch after epoch, each epoch in a new order. No label is used. */
public final class StdpTrainer extends SimulationTraining {
    private final List<SpikeRaster> samples;
    private final EpochOrder order;

    /**
     * A training before its first sample; the order of samples is drawn from the stream {@code "order"}.
     *
     * @param epochs how often every sample is shown, at least 1
     * @param samples one or more
     */
    public StdpTrainer(int epochs, Network network, SimulationSettings settings, List<SpikeRaster> samples) {
        super(new Simulation(network, settings), (long) epochs * samples.size());
        Check.atLeast("StdpTrainer.epochs", epochs, 1);
        Check.require(!samples.isEmpty(), "Training samples", 0, "must be at least 1");
        this.samples = List.copyOf(samples);
        this.order = new EpochOrder(samples.size(), settings.streams());
    }

    /**
     * What training gave.
     *
     * @param network the network with the weights and biases it learnt
     * @param presentations samples shown
     * @param unanswered samples for which no neuron fired
     * @param energy dissipated, programming included
     * @param activity what happened in the network
     */
    public record Outcome(
            Network network, long presentations, long unanswered, EnergyBook energy, ActivityBook activity) {
        /** Programming pulses applied. */
        public long deviceWrites() {
            return activity.deviceWrites();
        }

        /** Time that passed in the network. */
        public double simulatedSeconds() {
            return activity.seconds();
        }
    }

    @Override
    protected Shown showNext() {
        int sample = order.next(shown());
        Response response = simulation().present(samples.get(sample));
        return new Shown(sample, response.size() == 0 ? -1 : response.neuron().get(0));
    }

    /** What it has given so far. */
    public Outcome outcome() {
        return new Outcome(
                simulation().snapshot(),
                shown(),
                unanswered(),
                simulation().energy(),
                simulation().activity());
    }

    @Override
    protected void transferMore(StateTransfer state) {
        order.transfer(state);
    }
}
