package org.ionspike.benchmarks.task;

import org.ionspike.networks.architecture.ConvStdp;

/** The architectures that can be trained on a task. */
public enum NetworkKind {
    /** One layer of neurons that compete. */
    WTA("wta", 200),
    /** Filters that share their weights over all positions of an image. */
    CONV_STDP(ConvStdp.NAME, 256);

    private final String text;
    private final int neurons;

    NetworkKind(String text, int neurons) {
        this.text = text;
        this.neurons = neurons;
    }

    /** Neurons, or filters, unless the user says another number. */
    public int defaultNeurons() {
        return neurons;
    }

    /** The name on the command line and in files. */
    @Override
    public String toString() {
        return text;
    }
}
