package org.ionspike.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.ionspike.engine.random.RandomStreams;
import org.junit.jupiter.api.Test;

/** Needs the full image sets in the folder {@code data} of the system property {@code ionspike.shared}. */
class SharedImagesTest {
    private static Dataset read(String name) {
        Path folder = Path.of(System.getProperty("ionspike.shared", "shared"), "data", name);
        assumeTrue(Files.isDirectory(folder), () -> "skipped: no " + name + " in " + folder);
        return IdxReader.read(folder);
    }

    private static int[] counts(Dataset dataset, int from, int to) {
        int[] counts = new int[10];
        IntStream.range(from, to).forEach(k -> counts[dataset.label(k)]++);
        return counts;
    }

    @Test
    void readsMnistAsPublished() {
        var mnist = read("mnist");
        assertThat(mnist.size()).isEqualTo(70_000);
        assertThat(mnist.officialTrainCount()).hasValue(60_000);
        assertThat(mnist.imageShape()).contains(new ImageShape(28, 28));
        assertThat(counts(mnist, 0, 60_000))
                .containsExactly(5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949);
        assertThat(counts(mnist, 60_000, 70_000))
                .containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
        assertThat(mnist.classNames()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(mnist.contentHash()).hasSize(64);

        double sum = 0;
        double squares = 0;
        for (int k = 0; k < 60_000; k++) {
            for (int f = 0; f < 784; f++) {
                double value = mnist.feature(k, f) / 255;
                sum += value;
                squares += value * value;
            }
        }
        double mean = sum / (60_000 * 784.0);
        assertThat(mean).isBetween(0.13065, 0.13075); // 0.1307 as usually quoted
        assertThat(Math.sqrt(squares / (60_000 * 784.0) - mean * mean)).isBetween(0.30805, 0.30815); // 0.3081

        var split = Split.of(mnist, 0.2, new RandomStreams(1)).limitTraining(1000);
        assertThat(split.official()).isTrue();
        assertThat(split.held().length()).isEqualTo(10_000);
    }

    @Test
    void readsFashionMnistAsPublished() {
        var fashion = read("fashion-mnist");
        assertThat(counts(fashion, 0, 60_000)).containsOnly(6000);
        assertThat(counts(fashion, 60_000, 70_000)).containsOnly(1000);
    }
}
