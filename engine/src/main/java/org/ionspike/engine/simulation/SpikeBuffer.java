package org.ionspike.engine.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ionspike.engine.neuron.SpikeSink;
import org.jspecify.annotations.Nullable;

/** The spikes of one step, sorted by time, then group, then neuron. */
final class SpikeBuffer implements SpikeSink {
    private record Spike(GroupState group, int order, int neuron, double timeSeconds) {}

    private static final Comparator<Spike> BY_TIME = Comparator.comparingDouble(Spike::timeSeconds)
            .thenComparingInt(Spike::order)
            .thenComparingInt(Spike::neuron);

    private final List<Spike> spikes = new ArrayList<>();
    private @Nullable GroupState source;
    private int order;

    void clear() {
        spikes.clear();
        order = 0;
    }

    /** Spikes that follow belong to this group. */
    void from(GroupState group) {
        source = group;
        order++;
    }

    @Override
    public void spike(int neuron, double timeSeconds) {
        if (source == null) {
            throw new IllegalStateException("A spike came before its group was named.");
        }
        spikes.add(new Spike(source, order, neuron, timeSeconds));
    }

    void sort() {
        if (spikes.size() > 1) {
            spikes.sort(BY_TIME);
        }
    }

    int size() {
        return spikes.size();
    }

    GroupState group(int k) {
        return spikes.get(k).group();
    }

    int neuron(int k) {
        return spikes.get(k).neuron();
    }

    double timeSeconds(int k) {
        return spikes.get(k).timeSeconds();
    }
}
