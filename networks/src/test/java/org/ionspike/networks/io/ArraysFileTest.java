package org.ionspike.networks.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.HdfFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.ionspike.engine.random.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArraysFileTest {
    @TempDir
    Path directory = Path.of("");

    @Test
    void readsExactlyWhatWasWritten() {
        var random = new RandomStreams(1).stream("arrays");
        float[][] matrix = new float[300][70];
        double[] doubles = new double[1000];
        for (float[] row : matrix) {
            for (int k = 0; k < row.length; k++) {
                row[k] = Float.intBitsToFloat(random.nextInt() & 0x7f7fffff);
            }
        }
        for (int k = 0; k < doubles.length; k++) {
            doubles[k] = random.nextDouble() - 0.5;
        }
        var builder = new ArraysBuilder();
        assertThat(builder.isEmpty()).isTrue();
        builder.put("/a/b/matrix", matrix);
        builder.put("/a/doubles", doubles);
        builder.put("/floats", new float[] {1.5f, -0.0f});
        builder.put("/a/ints", new int[] {Integer.MIN_VALUE, 7});
        builder.put("/a/pairs", new int[][] {{1, 2}, {3, 4}, {5, 6}});
        Path file = directory.resolve("arrays.h5");
        builder.write(file);
        builder.write(file);
        var arrays = new ArraysFile(file);
        assertThat(arrays.floatMatrix("/a/b/matrix")).isDeepEqualTo(matrix);
        assertThat(arrays.doubles("/a/doubles")).isEqualTo(doubles);
        assertThat(arrays.floats("/floats")).isEqualTo(new float[] {1.5f, -0.0f});
        assertThat(arrays.ints("a/ints")).isEqualTo(new int[] {Integer.MIN_VALUE, 7});
        assertThat(arrays.intMatrix("/a/pairs")).isDeepEqualTo(new int[][] {{1, 2}, {3, 4}, {5, 6}});
    }

    @Test
    void readsTheWidthsThatOtherProgramsWrite() {
        Path file = directory.resolve("arrays.h5");
        try (var hdf = HdfFile.write(file)) {
            hdf.putDataset("matrix", new double[][] {{0.1, 0.2}});
            hdf.putDataset("ints", new long[] {3, 4});
            hdf.putDataset("pairs", new long[][] {{3, 4}});
            hdf.putDataset("wide", new long[] {1L << 40});
        }
        var arrays = new ArraysFile(file);
        assertThat(arrays.floatMatrix("/matrix")).isDeepEqualTo(new float[][] {{0.1f, 0.2f}});
        assertThat(arrays.ints("/ints")).isEqualTo(new int[] {3, 4});
        assertThat(arrays.intMatrix("/pairs")).isDeepEqualTo(new int[][] {{3, 4}});
        assertThatThrownBy(() -> arrays.ints("/wide"))
                .isInstanceOf(FileFormatException.class)
                .hasMessage(file + ": dataset '/wide' holds a number beyond 32 bits.");
        assertThatThrownBy(() -> arrays.ints("/matrix")).hasMessageContaining("a list of whole numbers is needed");
        assertThatThrownBy(() -> arrays.doubles("/ints")).hasMessageContaining("holds values of another kind");
    }

    @Test
    void refusesWhatHdf5CannotHoldHere() {
        var builder = new ArraysBuilder();
        builder.put("/a", new int[] {1});
        assertThatThrownBy(() -> builder.put("/a", new int[] {1})).hasMessage("Dataset '/a' is given twice.");
        assertThatThrownBy(() -> builder.put("a", new int[] {1})).hasMessageContaining("must be a path such as");
        assertThatThrownBy(() -> builder.put("/b//c", new int[] {1})).hasMessageContaining("must be a path such as");
        assertThatThrownBy(() -> builder.put("/b", new float[0])).hasMessageContaining("is empty");
        assertThatThrownBy(() -> builder.put("/b", new float[][] {{1}, {}}))
                .hasMessageContaining("row 1 has 0 entries, the first has 1");
        assertThatThrownBy(() -> builder.write(directory)).isInstanceOf(UncheckedIOException.class);
    }
}
