package org.ionspike.benchmarks.baseline;

import java.util.Map;
import java.util.stream.IntStream;
import org.ionspike.benchmarks.metric.Count;
import org.ionspike.benchmarks.metric.Precision;
import org.ionspike.benchmarks.metric.Tally;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The k training samples at the smallest squared distance vote.
 *
 * <pre>|x - t|^2 - |x|^2 = |t|^2 - 2 x t, the products x t of all pairs as one matrix product</pre>
 *
 * Of samples at the same distance the one that stands first in the training part is nearer. Of classes with the same number
 * of votes the one of the nearest neighbour among theirs is taken. In whole numbers, features are 0 to 255 in steps of the
 * largest training feature / 255, and all sums are exact.
 */
final class NearestNeighbours implements Classifier {
    private static final int WORD_BYTES = 4;

    private final int neighbours;
    private final Precision precision;
    private final double factor;
    private final INDArray stored; // [feature, sample]
    private final double[] squares;
    private final ScaledSamples training;

    private NearestNeighbours(int neighbours, Precision precision, double factor, ScaledSamples training) {
        this.neighbours = Math.min(neighbours, training.size());
        this.precision = precision;
        this.factor = factor;
        this.training = training;
        INDArray held = held(training.features());
        this.stored = held.transpose();
        this.squares = held.mul(held).sum(1).toDoubleVector();
    }

    /** Features in single precision. */
    static NearestNeighbours ofFloats(int neighbours, ScaledSamples training) {
        return new NearestNeighbours(neighbours, Precision.FLOAT32, 1, training);
    }

    /** Features of 8 bits. */
    static NearestNeighbours ofWholeNumbers(int neighbours, ScaledSamples training) {
        double scale = Quantization.inputScale(training.features());
        return new NearestNeighbours(neighbours, Precision.INT8, 1 / scale, training);
    }

    private INDArray held(INDArray features) {
        return precision.floating()
                ? features
                : IntegerLayer.wholeInputs(features.castTo(DataType.DOUBLE).muli(factor));
    }

    @Override
    public Precision precision() {
        return precision;
    }

    @Override
    public int[] classify(INDArray features, OperationMeter meter) {
        INDArray queries = held(features);
        meter.began(queries.size(0));
        meter.distances(precision, queries, stored, queries.size(0) * neighbours);
        return answers(queries);
    }

    @Override
    public int[] classify(INDArray features) {
        return answers(held(features));
    }

    private int[] answers(INDArray queries) {
        INDArray products = queries.mmul(stored);
        double[] values = products.data().asDouble();
        int down = Math.toIntExact(products.stride(0));
        int across = Math.toIntExact(products.stride(1));
        return IntStream.range(0, Math.toIntExact(queries.size(0)))
                .map(query -> vote(nearest(values, query * down, across)))
                .toArray();
    }

    /** The nearest samples, nearest first. */
    private int[] nearest(double[] products, int first, int stride) {
        int[] nearest = new int[neighbours];
        double[] distances = new double[neighbours];
        int found = 0;
        for (int t = 0; t < squares.length; t++) {
            double distance = squares[t] - 2 * products[first + t * stride];
            if (found == neighbours && distance >= distances[found - 1]) {
                continue;
            }
            int place = found < neighbours ? found++ : found - 1;
            while (place > 0 && distances[place - 1] > distance) {
                distances[place] = distances[place - 1];
                nearest[place] = nearest[place - 1];
                place--;
            }
            distances[place] = distance;
            nearest[place] = t;
        }
        return nearest;
    }

    private int vote(int[] nearest) {
        int[] votes = new int[training.classes()];
        for (int t : nearest) {
            votes[training.labels().get(t)]++;
        }
        int best = training.labels().get(nearest[0]);
        for (int t : nearest) {
            int label = training.labels().get(t);
            best = votes[label] > votes[best] ? label : best;
        }
        return best;
    }

    /** What storing took: the features written, and their squares summed. */
    Tally storing() {
        double notZero = NonZeros.in(stored);
        return Tally.of(Tally.Part.of(
                OperationMeter.DISTANCES,
                precision,
                Map.of(
                        Count.DENSE_MACS,
                        (double) stored.length(),
                        Count.EFFECTIVE_MACS,
                        notZero,
                        Count.WEIGHT_WRITE_BITS,
                        stored.length() * precision.storedBits())));
    }

    /** Features of the stored samples. */
    @Override
    public long parameters() {
        return stored.length();
    }

    /** Features, and for each sample its square and its class of 4 bytes each. */
    @Override
    public long footprintBytes() {
        return stored.length() * precision.bits() / Byte.SIZE + 2L * WORD_BYTES * training.size();
    }

    /** Share of the stored features that are zero. */
    @Override
    public double connectionSparsity() {
        return 1 - NonZeros.in(stored) / (double) stored.length();
    }
}
