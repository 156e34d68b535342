package org.ionspike.benchmarks.baseline;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.ionspike.benchmarks.metric.Precision;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Makes a trained model in single precision one of whole numbers of 8 bits, without further training.
 *
 * <pre>x = s_x q_x, q_x 0 to 255, s_x = largest input of the layer on the calibration samples / 255
 * W = s_w q_w, q_w -127 to 127, s_w = largest magnitude of the weights of the unit / 127
 * b = s_x s_w q_b, 32 bits</pre>
 *
 * Inputs of all layers are 0 or above: features scaled to 0 to 1 and rectified units. Zero stays zero. Inputs larger than any
 * of the calibration are cut to 255.
 */
final class Quantization {
    private Quantization() {}

    /**
     * The model in whole numbers.
     *
     * @param trained in single precision
     * @param calibration features of training samples, {@code [sample, feature]}
     * @param meter counts what calibration computes
     */
    static LayeredClassifier of(LayeredClassifier trained, INDArray calibration, OperationMeter meter) {
        List<Double> scales = inputScales(trained, calibration, meter);
        var layers = ImmutableList.<Layer>builder();
        for (int k = 0; k < scales.size(); k++) {
            boolean isLast = k == scales.size() - 1;
            layers.add(whole((FloatLayer) trained.layers().get(k), scales.get(k), isLast ? 1 : scales.get(k + 1)));
        }
        return new LayeredClassifier(layers.build(), Precision.INT8, 1 / scales.get(0));
    }

    private static List<Double> inputScales(LayeredClassifier trained, INDArray calibration, OperationMeter meter) {
        var scales = new ArrayList<Double>();
        LayerObserver counting = meter.of(trained.precision());
        trained.scores(calibration, step -> {
            scales.add(inputScale(step.inputs()));
            counting.computed(step);
        });
        return scales;
    }

    /** What a step of the inputs is worth; 1 where all are zero. */
    static double inputScale(INDArray inputs) {
        double largest = inputs.maxNumber().doubleValue();
        return largest > 0 ? largest / IntegerLayer.LARGEST_INPUT : 1;
    }

    private static IntegerLayer whole(FloatLayer layer, double inputScale, double outputScale) {
        INDArray weights = layer.weights().castTo(DataType.DOUBLE);
        INDArray largest = Transforms.abs(weights).max(true, 0);
        INDArray weightScale =
                largest.addi(largest.eq(0).castTo(DataType.DOUBLE)).divi(IntegerLayer.LARGEST_WEIGHT);
        INDArray sumScale = weightScale.mul(inputScale);
        return new IntegerLayer(
                layer.shape(),
                nearest(weights.divRowVector(weightScale)),
                nearest(layer.bias().castTo(DataType.DOUBLE).div(sumScale)),
                sumScale.div(outputScale),
                layer.rectified());
    }

    private static INDArray nearest(INDArray values) {
        return Transforms.floor(values.addi(0.5), false);
    }
}
