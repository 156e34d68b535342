package org.ionspike.benchmarks.baseline;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.reduce.longer.CountNonZero;
import org.nd4j.linalg.factory.Nd4j;

/** Counts entries that are not zero. */
final class NonZeros {
    private NonZeros() {}

    /** Entries of an array that are not exactly zero. */
    static long in(INDArray array) {
        return Nd4j.getExecutioner().exec(new CountNonZero(array)).getLong(0);
    }
}
