package org.ionspike.engine.network;

import org.apache.commons.rng.UniformRandomProvider;
import org.ionspike.engine.synapse.Connectivity;
import org.ionspike.engine.units.Check;

/**
 * Every neuron sees a window of a picture, in all its channels; the window moves by the stride and stays inside the
 * picture. Lines are counted channel by channel, row by row: {@code (channel rows + row) columns + column}, and so are
 * the neurons, {@code (rows - kernelRows) / stride + 1} rows of them in each output channel.
 *
 * <p>Every connection has a weight of its own (locally connected): weights are not shared between windows.
 *
 * @param channels of the picture, at least 1
 * @param rows of the picture, at least {@code kernelRows}
 * @param columns of the picture, at least {@code kernelColumns}
 * @param kernelRows height of the window, at least 1
 * @param kernelColumns width of the window, at least 1
 * @param stride lines between windows, at least 1
 * @param outputChannels neurons that see each window, at least 1
 */
public record Convolution(
        int channels, int rows, int columns, int kernelRows, int kernelColumns, int stride, int outputChannels)
        implements Connector {
    public Convolution {
        Check.atLeast("Convolution.channels", channels, 1);
        Check.atLeast("Convolution.kernelRows", kernelRows, 1);
        Check.atLeast("Convolution.kernelColumns", kernelColumns, 1);
        Check.atLeast("Convolution.rows", rows, kernelRows);
        Check.atLeast("Convolution.columns", columns, kernelColumns);
        Check.atLeast("Convolution.stride", stride, 1);
        Check.atLeast("Convolution.outputChannels", outputChannels, 1);
    }

    @Override
    public String name() {
        return "convolution";
    }

    /** Rows of neurons in an output channel. */
    public int outputRows() {
        return (rows - kernelRows) / stride + 1;
    }

    /** Columns of neurons in an output channel. */
    public int outputColumns() {
        return (columns - kernelColumns) / stride + 1;
    }

    @Override
    public boolean isDrawn() {
        return false;
    }

    @Override
    public void check(Ends ends) {
        int lines = channels * rows * columns;
        Check.require(
                ends.lines() == lines,
                "Connector convolution: number of lines",
                ends.lines(),
                "must be channels x rows x columns (" + lines + ")");
        int neurons = outputChannels * outputRows() * outputColumns();
        Check.require(
                ends.neurons() == neurons,
                "Connector convolution: number of neurons",
                ends.neurons(),
                "must be outputChannels x " + outputRows() + " x " + outputColumns() + " (" + neurons + ")");
    }

    @Override
    public Connectivity connect(Ends ends, UniformRandomProvider random) {
        check(ends);
        var targets = new int[ends.lines()][];
        for (int line = 0; line < targets.length; line++) {
            int row = line / columns % rows;
            int column = line % columns;
            int top = first(row, kernelRows);
            int bottom = Math.min(outputRows() - 1, row / stride);
            int left = first(column, kernelColumns);
            int right = Math.min(outputColumns() - 1, column / stride);
            int windows = Math.max(0, bottom - top + 1) * Math.max(0, right - left + 1);
            targets[line] = new int[outputChannels * windows];
            int k = 0;
            for (int channel = 0; channel < outputChannels; channel++) {
                for (int r = top; r <= bottom; r++) {
                    for (int c = left; c <= right; c++) {
                        targets[line][k++] = (channel * outputRows() + r) * outputColumns() + c;
                    }
                }
            }
        }
        return Connectivity.sparse(ends.neurons(), targets);
    }

    /** The first window that a row or column of the picture lies in. */
    private int first(int at, int kernel) {
        return Math.max(0, Math.floorDiv(at - kernel, stride) + 1);
    }
}
