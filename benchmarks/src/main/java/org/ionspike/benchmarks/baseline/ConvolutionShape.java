package org.ionspike.benchmarks.baseline;

import org.ionspike.datasets.ImageShape;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The same filters at every position of an image; of neighbouring positions the largest answer may be kept. An input is in
 * the rows of all positions that reach it: fewer at the border than inside.
 */
final class ConvolutionShape implements LayerShape {
    private final FilterDesign design;
    private final int[] reached; // input of [position, row entry]
    private final int[] uses; // rows that an input is in
    private final int[] pooled; // position of [output of a filter, one of its pool]

    ConvolutionShape(FilterDesign design) {
        this.design = design;
        this.reached = reached(design);
        this.uses = new int[inputs()];
        for (int input : reached) {
            uses[input]++;
        }
        this.pooled = pooled(design);
    }

    private static int[] reached(FilterDesign design) {
        ImageShape image = design.image();
        int[] inputs = new int[design.rows() * design.columns() * image.planes() * design.side() * design.side()];
        int next = 0;
        for (int row = 0; row < design.rows(); row++) {
            for (int column = 0; column < design.columns(); column++) {
                for (int plane = 0; plane < image.planes(); plane++) {
                    for (int y = 0; y < design.side(); y++) {
                        for (int x = 0; x < design.side(); x++) {
                            int line = plane * image.height() + row * design.stride() + y;
                            inputs[next++] = line * image.width() + column * design.stride() + x;
                        }
                    }
                }
            }
        }
        return inputs;
    }

    private static int[] pooled(FilterDesign design) {
        int side = design.pooling();
        int rows = design.rows() / side;
        int columns = design.columns() / side;
        int[] positions = new int[rows * columns * side * side];
        int next = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                for (int y = 0; y < side; y++) {
                    for (int x = 0; x < side; x++) {
                        positions[next++] = (row * side + y) * design.columns() + column * side + x;
                    }
                }
            }
        }
        return positions;
    }

    @Override
    public String name() {
        return "convolution";
    }

    @Override
    public int inputs() {
        return design.image().planes() * design.image().pixels();
    }

    @Override
    public int positions() {
        return design.rows() * design.columns();
    }

    @Override
    public int rowLength() {
        return design.image().planes() * design.side() * design.side();
    }

    @Override
    public int units() {
        return design.filters();
    }

    /** Outputs of a sample: of every filter those positions that pooling leaves. */
    int outputCount() {
        return units() * pooled.length / (design.pooling() * design.pooling());
    }

    @Override
    public INDArray rows(INDArray samples) {
        double[] from = samples.dup('c').data().asDouble();
        int count = Math.toIntExact(samples.size(0));
        double[] rows = new double[count * reached.length];
        for (int s = 0; s < count; s++) {
            for (int k = 0; k < reached.length; k++) {
                rows[s * reached.length + k] = from[s * inputs() + reached[k]];
            }
        }
        return matrix(rows, (long) count * positions(), rowLength(), samples.dataType());
    }

    @Override
    public INDArray outputs(INDArray activations) {
        double[] from = activations.data().asDouble();
        long down = activations.stride(0);
        long across = activations.stride(1);
        int count = Math.toIntExact(activations.size(0) / positions());
        int area = design.pooling() * design.pooling();
        double[] outputs = new double[count * outputCount()];
        int next = 0;
        for (int s = 0; s < count; s++) {
            for (int unit = 0; unit < units(); unit++) {
                for (int k = 0; k < pooled.length; k += area) {
                    double largest = Double.NEGATIVE_INFINITY;
                    for (int q = k; q < k + area; q++) {
                        long row = (long) s * positions() + pooled[q];
                        largest = Math.max(largest, from[(int) (row * down + unit * across)]);
                    }
                    outputs[next++] = largest;
                }
            }
        }
        return matrix(outputs, count, outputCount(), activations.dataType());
    }

    private static INDArray matrix(double[] values, long rows, long columns, DataType type) {
        return Nd4j.create(values, new long[] {rows, columns}, new long[] {columns, 1}, 'c', type);
    }

    @Override
    public long meetings(INDArray samples) {
        double[] values = samples.dup('c').data().asDouble();
        long sum = 0;
        for (int k = 0; k < values.length; k++) {
            if (values[k] != 0) {
                sum += uses[k % uses.length];
            }
        }
        return sum;
    }
}
