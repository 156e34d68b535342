package org.ionspike.networks.learning;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.units.Check;
import org.ionspike.networks.architecture.DiehlCook;

/** Shows samples to a {@link DiehlCook} network one by one, epoch after epoch, each epoch in a new order. */
public final class DiehlCookLearning extends SimulationTraining {
    private final DiehlCookTraining network;
    private final IntFunction<SpikeRaster> samples;
    private final EpochOrder order;
    private long spikes;

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
        this(new DiehlCookTraining(architecture, settings), settings, epochs, count, samples);
    }

    private DiehlCookLearning(
            DiehlCookTraining network,
            SimulationSettings settings,
            int epochs,
            int count,
            IntFunction<SpikeRaster> samples) {
        super(network.simulation(), (long) epochs * count);
        Check.atLeast("DiehlCookLearning.epochs", epochs, 1);
        Check.atLeast("Training samples", count, 1);
        this.network = network;
        this.samples = samples;
        this.order = new EpochOrder(count, settings.streams());
    }

    /** The winner is the excitatory neuron that spikes most, the first of several. */
    @Override
    protected Shown showNext() {
        int sample = order.next(shown());
        int[] counts = network.show(samples.apply(sample));
        int most = 0;
        for (int j = 1; j < counts.length; j++) {
            most = counts[j] > counts[most] ? j : most;
        }
        spikes += Arrays.stream(counts).sum();
        return new Shown(sample, counts[most] == 0 ? -1 : most);
    }

    /** Spikes of excitatory neurons in all. */
    public long spikes() {
        return spikes;
    }

    /** The network with the weights and thresholds it has learnt so far. */
    public Network learnt() {
        return simulation().snapshot();
    }

    @Override
    protected void transferMore(StateTransfer state) {
        spikes = state.whole("spikes", spikes);
        order.transfer(state);
    }
}
