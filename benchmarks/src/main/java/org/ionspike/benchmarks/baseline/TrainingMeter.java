package org.ionspike.benchmarks.baseline;

import com.google.common.collect.ImmutableList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.ionspike.benchmarks.metric.Count;
import org.ionspike.benchmarks.metric.Precision;
import org.ionspike.benchmarks.metric.Tally;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Counts what DL4J computes in every update, from the activations of that very batch.
 *
 * <ul>
 *   <li>Multiply-accumulates: forward, gradient of the weights, and, but for the first layer, gradient of the inputs; dense,
 *       and those whose input (for the gradient of inputs: whose error) is not zero. Errors of the last layer are not.
 *   <li>Weights are read forward, in the gradient of the inputs, and with both moments of Adam in the update, which writes
 *       all three: once for a batch.
 *   <li>Inputs are read forward and for the gradient of the weights; outputs before pooling and their errors are written
 *       once, the errors read once.
 *   <li>Arithmetic on single weights and errors, such as that of Adam, is no multiply-accumulate and left out.
 * </ul>
 */
final class TrainingMeter extends BaseTrainingListener {
    private static final double BITS = Precision.FLOAT32.storedBits();
    private static final int MOMENTS = 2;

    private final ImmutableList<LayerShape> shapes;
    private final ImmutableList<Map<Count, Double>> counts;

    /** Counts for these layers with weights, of which there are one or two. */
    TrainingMeter(ImmutableList<LayerShape> shapes) {
        this.shapes = shapes;
        this.counts = shapes.stream()
                .<Map<Count, Double>>map(shape -> new EnumMap<>(Count.class))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * A batch went through the network.
     *
     * @param activations the input, then those of each layer of DL4J but the last
     */
    @Override
    public void onForwardPass(Model model, List<INDArray> activations) {
        for (int k = 0; k < shapes.size(); k++) {
            boolean isLast = k == shapes.size() - 1;
            count(k, activations.get(isLast ? activations.size() - 1 : k));
        }
    }

    private void count(int k, INDArray inputs) {
        LayerShape shape = shapes.get(k);
        boolean isFirst = k == 0;
        long samples = inputs.size(0);
        double activations = (double) samples * shape.positions() * shape.units();
        double dense = activations * shape.rowLength();
        double effective = (double) shape.meetings(inputs) * shape.units();
        double weights = (double) shape.rowLength() * shape.units();
        add(k, Count.DENSE_MACS, (isFirst ? 2 : 3) * dense);
        add(k, Count.EFFECTIVE_MACS, 2 * effective + (isFirst ? 0 : dense));
        add(k, Count.NEURON_UPDATES, activations);
        add(k, Count.WEIGHT_READ_BITS, ((isFirst ? 1 : 2) + 1 + MOMENTS) * weights * BITS);
        add(k, Count.WEIGHT_WRITE_BITS, (1 + MOMENTS) * weights * BITS);
        add(k, Count.STATE_READ_BITS, (2 * inputs.length() + activations) * BITS);
        add(k, Count.STATE_WRITE_BITS, 2 * activations * BITS);
    }

    private void add(int k, Count count, double amount) {
        counts.get(k).merge(count, amount, Double::sum);
    }

    /** What was counted so far. */
    Tally tally() {
        var parts = ImmutableList.<Tally.Part>builder();
        for (int k = 0; k < shapes.size(); k++) {
            parts.add(Tally.Part.of(shapes.get(k).name(), Precision.FLOAT32, counts.get(k)));
        }
        return new Tally(parts.build());
    }
}
