package org.ionspike.benchmarks.task;

import org.ionspike.benchmarks.task.TrainSettings.ReadoutKind;
import org.ionspike.networks.architecture.ConvStdp;

/** The architectures that can be trained on a task. */
public enum NetworkKind {
    /** One layer of neurons that compete. */
    WTA("wta", 200, ReadoutKind.DELTA, true),
    /** Filters that share their weights over all positions of an image. */
    CONV_STDP(ConvStdp.NAME, 256, ReadoutKind.DELTA, true),
    /** Conventional neurons and weights, for comparison. */
    DIEHL_COOK_2015("diehl-cook-2015", 400, ReadoutKind.COUNT, false);

    private final String text;
    private final int neurons;
    private final ReadoutKind readout;
    private final boolean ionic;

    NetworkKind(String text, int neurons, ReadoutKind readout, boolean ionic) {
        this.text = text;
        this.neurons = neurons;
        this.readout = readout;
        this.ionic = ionic;
    }

    /** Neurons, or filters, unless the user says another number. */
    public int defaultNeurons() {
        return neurons;
    }

    /** Readout, unless the user says another. */
    public ReadoutKind defaultReadout() {
        return readout;
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
