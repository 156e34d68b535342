package org.ionspike.networks.readout;

/** A layer of weights that turns what a network answered into a class. Fitted on labelled training samples only. */
public interface Readout {
    /** Name used in files. */
    String name();

    /** The parameters as a matrix of one row an input and one column a class, for files. */
    float[][] weights();

    /** Multiply-accumulates that fitting it took, counted while it was fitted; 0 for known weights. */
    default long fittingOperations() {
        return 0;
    }
}
