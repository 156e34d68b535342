package org.ionspike.benchmarks.task;

import com.google.common.collect.ImmutableList;
import org.ionspike.benchmarks.task.TrainSettings.ReadoutKind;
import org.ionspike.networks.architecture.ConvStdp;

/** The architectures that can be trained on a task. */
public enum NetworkKind {
    /** One layer of neurons that compete. */
    WTA("wta", 200, true, ReadoutKind.DELTA, ReadoutKind.VOTE),
    /** Filters that share their weights over all positions of an image. */
    CONV_STDP(ConvStdp.NAME, 256, true, ReadoutKind.DELTA, ReadoutKind.S2_STDP),
    /** Conventional neurons and weights, for comparison. */
    DIEHL_COOK_2015("diehl-cook-2015", 400, false, ReadoutKind.COUNT),
    /** Volatile devices that learn nothing, with a linear readout; it has a command of its own. */
    RESERVOIR("reservoir", 200, true);

    private final String text;
    private final int neurons;
    private final boolean ionic;
    private final ImmutableList<ReadoutKind> readouts;

    NetworkKind(String text, int neurons, boolean ionic, ReadoutKind... readouts) {
        this.text = text;
        this.neurons = neurons;
        this.ionic = ionic;
        this.readouts = ImmutableList.copyOf(readouts);
    }

    /** Neurons, or filters, unless the user says another number. */
    public int defaultNeurons() {
        return neurons;
    }

    /** Readouts that go with it; the first is taken unless the user says another. */
    public ImmutableList<ReadoutKind> readouts() {
        return readouts;
    }

    /** Whether its synapses are ionic devices. */
    public boolean isIonic() {
        return ionic;
    }

    /** The name on the command line and in files. */
    @Override
    public String toString() {
        return text;
    }
}
