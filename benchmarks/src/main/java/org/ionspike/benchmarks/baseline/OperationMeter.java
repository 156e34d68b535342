package org.ionspike.benchmarks.baseline;

import com.google.common.collect.ImmutableList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ionspike.benchmarks.metric.Count;
import org.ionspike.benchmarks.metric.Precision;
import org.ionspike.benchmarks.metric.Tally;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Counts what a model computes, from the very arrays it multiplies.
 *
 * <ul>
 *   <li>Dense multiply-accumulates: entries of the rows times units. Effective: those whose input is not zero, be it a dark
 *       pixel, a unit that rectification left at 0, or a value that quantization made 0; weights that are zero are not
 *       looked at, where NeuroBench leaves them out too: {@link Classifier#connectionSparsity} says how many there are.
 *   <li>Weights are read once for a sample, as by hardware that keeps them while it goes over the positions. Biases,
 *       rectification and pooling are left out, to the advantage of the model.
 *   <li>Each input of a layer is read once for a sample and each output, after pooling, written once: at the precision of
 *       the model, answers of the last layer as 32 bits.
 * </ul>
 */
final class OperationMeter {
    /** Name of the only part of nearest neighbours. */
    static final String DISTANCES = "distances";

    private static final int WORD_BITS = 32;

    private final Map<String, Map<Count, Double>> parts = new LinkedHashMap<>();
    private Precision precision = Precision.FLOAT32;
    private long samples;
    private long hiddenActivations;
    private long hiddenNonZeros;

    /** So many samples begin to be read. */
    void began(long count) {
        samples += count;
    }

    /** Sees the layers of a model. */
    LayerObserver of(Precision held) {
        precision = held;
        return step -> {
            product(
                    step.layer().shape().name(),
                    step.inputs(),
                    step.rows(),
                    step.layer().weights(),
                    step.outputs().length(),
                    step.isLast());
            if (!step.isLast()) {
                hiddenActivations += step.activations().length();
                hiddenNonZeros += NonZeros.in(step.activations());
            }
        };
    }

    /** The product of the distances of nearest neighbours, of which the nearest are kept. */
    void distances(Precision held, INDArray queries, INDArray stored, long kept) {
        precision = held;
        product(DISTANCES, queries, queries, stored, kept, true);
    }

    private void product(
            String part, INDArray inputs, INDArray rows, INDArray weights, long outputs, boolean wideOutputs) {
        double units = weights.size(1);
        double bits = precision.storedBits();
        add(part, Count.DENSE_MACS, rows.length() * units);
        add(part, Count.EFFECTIVE_MACS, NonZeros.in(rows) * units);
        add(part, Count.NEURON_UPDATES, rows.size(0) * units);
        add(part, Count.WEIGHT_READ_BITS, inputs.size(0) * weights.length() * bits);
        add(part, Count.STATE_READ_BITS, inputs.length() * bits);
        add(part, Count.STATE_WRITE_BITS, outputs * (wideOutputs ? WORD_BITS : bits));
    }

    private void add(String part, Count count, double amount) {
        parts.computeIfAbsent(part, unused -> new EnumMap<>(Count.class)).merge(count, amount, Double::sum);
    }

    /** What was counted in all, without {@link Count#INFERENCES}. */
    Tally sum() {
        return new Tally(parts.entrySet().stream()
                .map(part -> Tally.Part.of(part.getKey(), precision, part.getValue()))
                .collect(ImmutableList.toImmutableList()));
    }

    /** The mean over the samples, with one inference beside the last part. */
    Tally mean() {
        if (samples == 0) {
            return Tally.NONE;
        }
        Tally mean = sum().times(1.0 / samples);
        Tally.Part last = mean.parts().get(mean.parts().size() - 1);
        return mean.plus(Tally.of(Tally.Part.of(last.name(), precision, Map.of(Count.INFERENCES, 1.0))));
    }

    /** Share of the activations of hidden layers, before pooling, that are zero; 0 without hidden layers. */
    double activationSparsity() {
        return hiddenActivations == 0 ? 0 : 1 - hiddenNonZeros / (double) hiddenActivations;
    }
}
