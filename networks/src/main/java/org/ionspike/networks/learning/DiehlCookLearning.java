package org.ionspike.networks.learning;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.ionspike.engine.checkpoint.StateReader;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.checkpoint.StateWriter;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.units.Check;
import org.ionspike.networks.architecture.DiehlCook;

/** Shows samples to a {@link DiehlCook} network one by one, epoch after epoch, each epoch in a new order. */
public final class DiehlCookLearning implements Training {
    private final DiehlCookTraining network;
    private final IntFunction<SpikeRaster> samples;
    private final long total;
    private final RestorableUniformRandomProvider random;
    private final int[] order;
    private long shown;
    private long unanswered;
    private long spikes;
    private int winner = -1;

    /**
     * A training before its first sample; the order of samples is drawn from the stream {@code "order"}.
     *
     * @param epochs how often every sample is shown, at least 1
     * @param count number of samples, at least 1
     * @param samples encodes a sample when it is shown, as many spikes do not fit into memory
     */
    public DiehlCookLearning(
            DiehlCook architecture,
            SimulationSettings settings,
            int epochs,
            int count,
            IntFunction<SpikeRaster> samples) {
        Check.atLeast("DiehlCookLearning.epochs", epochs, 1);
        Check.atLeast("Training samples", count, 1);
        this.network = new DiehlCookTraining(architecture, settings);
        this.samples = samples;
        this.total = (long) epochs * count;
        this.random = settings.streams().stream("order");
        this.order = PermutationSampler.natural(count);
    }

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
            PermutationSampler.shuffle(random, order);
        }
        int[] counts = network.show(samples.apply(order[place]));
        winner = 0;
        for (int j = 1; j < counts.length; j++) {
            winner = counts[j] > counts[winner] ? j : winner;
        }
        winner = counts[winner] == 0 ? -1 : winner;
        unanswered += winner < 0 ? 1 : 0;
        spikes += Arrays.stream(counts).sum();
        shown++;
        return order[place];
    }

    /** The excitatory neuron that spiked most for the sample shown last, the first of several; -1 for none. */
    @Override
    public int winner() {
        return winner;
    }

    /** Samples for which no excitatory neuron spiked. */
    public long unanswered() {
        return unanswered;
    }

    /** Spikes of excitatory neurons in all. */
    public long spikes() {
        return spikes;
    }

    /** The network with the weights and thresholds it has learnt so far. */
    public Network learnt() {
        return network.simulation().snapshot();
    }

    @Override
    public void save(OutputStream out) {
        var state = new StateWriter(out);
        transfer(state);
        state.finish();
        network.simulation().save(out);
    }

    @Override
    public void load(InputStream in) {
        var state = new StateReader(in);
        transfer(state);
        state.finish();
        network.simulation().load(in);
    }

    private void transfer(StateTransfer state) {
        state.part("training");
        shown = state.whole("shown", shown);
        unanswered = state.whole("unanswered", unanswered);
        spikes = state.whole("spikes", spikes);
        winner = state.count("winner", winner);
        state.array("order", order);
        state.random("order", random);
    }
}
