package org.ionspike.networks.learning;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;
import org.ionspike.engine.checkpoint.StateReader;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.checkpoint.StateWriter;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.simulation.EnergyBook;
import org.ionspike.engine.simulation.Response;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.units.Check;

/** Presents samples to a network that learns, epoch after epoch, each epoch in a new order. No label is used. */
public final class StdpTrainer implements Training {
    private final Simulation simulation;
    private final List<SpikeRaster> samples;
    private final long total;
    private final RestorableUniformRandomProvider random;
    private final int[] order;
    private long shown;
    private long unanswered;
    private int winner = -1;

    /**
     * A training before its first sample; the order of samples is drawn from the stream {@code "order"}.
     *
     * @param epochs how often every sample is shown, at least 1
     * @param samples one or more
     */
    public StdpTrainer(int epochs, Network network, SimulationSettings settings, List<SpikeRaster> samples) {
        Check.atLeast("StdpTrainer.epochs", epochs, 1);
        Check.require(!samples.isEmpty(), "Training samples", 0, "must be at least 1");
        this.simulation = new Simulation(network, settings);
        this.samples = List.copyOf(samples);
        this.total = (long) epochs * samples.size();
        this.random = settings.streams().stream("order");
        this.order = new int[samples.size()];
        Arrays.setAll(order, k -> k);
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

    @Override
    public long total() {
        return total;
    }

    @Override
    public long shown() {
        return shown;
    }

    @Override
    public int show() {
        if (isDone()) {
            throw new IllegalStateException("All " + total + " samples of the training have been shown.");
        }
        int place = (int) (shown % order.length);
        if (place == 0) {
            shuffle();
        }
        int sample = order[place];
        Response response = simulation.present(samples.get(sample));
        winner = response.size() == 0 ? -1 : response.neuron().get(0);
        unanswered += winner < 0 ? 1 : 0;
        shown++;
        return sample;
    }

    private void shuffle() {
        var list = new ArrayList<Integer>(order.length);
        for (int sample : order) {
            list.add(sample);
        }
        ListSampler.shuffle(random, list);
        Arrays.setAll(order, list::get);
    }

    @Override
    public int winner() {
        return winner;
    }

    /** What it has given so far. */
    public Outcome outcome() {
        long writes = simulation.network().projections().stream()
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

    @Override
    public void save(OutputStream out) {
        var state = new StateWriter(out);
        transfer(state);
        state.finish();
        simulation.save(out);
    }

    @Override
    public void load(InputStream in) {
        var state = new StateReader(in);
        transfer(state);
        state.finish();
        simulation.load(in);
    }

    private void transfer(StateTransfer state) {
        state.part("training");
        shown = state.whole("shown", shown);
        unanswered = state.whole("unanswered", unanswered);
        winner = state.count("winner", winner);
        state.array("order", order);
        state.random("order", random);
    }
}
