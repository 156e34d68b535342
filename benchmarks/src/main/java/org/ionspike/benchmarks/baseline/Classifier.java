package org.ionspike.benchmarks.baseline;

import org.ionspike.benchmarks.metric.Precision;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A trained model that reads samples. */
interface Classifier {
    /** How weights and inputs are held. */
    Precision precision();

    /**
     * The classes it takes samples for.
     *
     * @param features scaled, single precision, {@code [sample, feature]}
     * @param meter counts what is computed
     * @return one class a sample
     */
    int[] classify(INDArray features, OperationMeter meter);

    /** The same without counting. */
    int[] classify(INDArray features);

    /** Numbers that training fixed. */
    long parameters();

    /** Memory of the parameters. */
    long footprintBytes();

    /** Share of the weights that are zero as they are held. */
    double connectionSparsity();
}
