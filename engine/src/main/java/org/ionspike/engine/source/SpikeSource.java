package org.ionspike.engine.source;

/** A named set of lines on which spikes enter a network. */
public sealed interface SpikeSource permits InputLines, SpikeTrainSource, PoissonSource {
    /** Name, unique in its network. */
    String name();

    /** Number of lines, at least 1. */
    int lines();
}
