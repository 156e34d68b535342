package org.ionspike.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInDatasetsTest {
    static Stream<Arguments> classCounts() {
        return Stream.of(
                Arguments.of("digits", List.of(178, 182, 177, 183, 181, 182, 181, 179, 174, 180)),
                Arguments.of("iris", List.of(50, 50, 50)),
                Arguments.of("wine", List.of(59, 71, 48)),
                Arguments.of("breast-cancer", List.of(212, 357)));
    }

    @ParameterizedTest
    @MethodSource("classCounts")
    void haveTheClassCountsOfTheirSource(String name, List<Integer> counts) {
        assertThat(Datasets.resolve(name).classCounts().asList()).isEqualTo(counts);
    }

    static List<String> names() {
        return Datasets.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void areAsTheListingSays(String name) throws IOException {
        var dataset = Datasets.resolve(name);
        var summary = Datasets.list().get(Datasets.names().indexOf(name));
        assertThat(dataset.size()).isEqualTo(summary.samples());
        assertThat(dataset.featureCount()).isEqualTo(summary.features());
        assertThat(dataset.classCount()).isEqualTo(summary.classes());
        assertThat(dataset.info().title()).isEqualTo(summary.title());
        assertThat(dataset.info().licence()).isEqualTo(summary.licence()).contains("CC BY 4.0", "not checked");
        assertThat(dataset.info().citation()).contains("UCI", "doi:");
        assertThat(ImmutableSet.copyOf(dataset.featureNames())).hasSize(dataset.featureCount());
        assertThat(resourceSizes()).contains(summary.bytes());
        assertThat(dataset.officialTrainCount()).isEmpty();
    }

    private static List<Long> resourceSizes() {
        return Stream.of("digits.csv.gz", "iris.csv", "wine_data.csv", "breast_cancer.csv")
                .map(file -> (long) bytes(file).length)
                .toList();
    }

    private static byte[] bytes(String file) {
        try {
            return Resources.toByteArray(Resources.getResource(Datasets.class, file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void digitsAreImagesOfEightByEightPixelsFromZeroToSixteen() {
        var digits = Datasets.resolve("digits");
        assertThat(digits.imageShape()).contains(new ImageShape(8, 8));
        assertThat(digits.valueRange()).contains(new ValueRange(0, 16));
        assertThat(digits.featureNames().get(10)).isEqualTo("pixel 1,2");
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < digits.size(); k++) {
            for (int f = 0; f < 64; f++) {
                low = Math.min(low, digits.feature(k, f));
                high = Math.max(high, digits.feature(k, f));
            }
        }
        assertThat(low).isZero();
        assertThat(high).isEqualTo(16);
    }

    @Test
    void digitsAreCalledByTheirSourceAndWarnOfAMixedSplit() {
        var info = Datasets.resolve("digits").info();
        assertThat(info.title()).contains("UCI optdigits test half, 8x8").doesNotContainIgnoringCase("mnist");
        assertThat(info.note()).contains("13 writers", "optimistic");
    }

    @Test
    void rowsStandAsInTheirFiles() {
        var iris = Datasets.resolve("iris");
        assertThat(iris.sample(0).features().asList()).containsExactly(5.1, 3.5, 1.4, 0.2);
        assertThat(iris.sample(34).features().asList()).containsExactly(4.9, 3.1, 1.5, 0.2); // Fisher's, not UCI's
        assertThat(iris.sample(149).label()).isEqualTo(2);
        assertThat(iris.featureNames().get(2)).isEqualTo("petal length (cm)");
        var wine = Datasets.resolve("wine");
        assertThat(wine.feature(0, wine.featureNames().indexOf("proline"))).isEqualTo(1065);
        var cancer = Datasets.resolve("breast-cancer");
        assertThat(cancer.feature(0, cancer.featureNames().indexOf("worst fractal dimension")))
                .isEqualTo(0.1189);
        assertThat(cancer.feature(0, cancer.featureNames().indexOf("standard error of radius")))
                .isEqualTo(1.095);
        assertThat(cancer.classNames()).containsExactly("malignant", "benign");
    }

    @Test
    void comeWithANotice() throws IOException {
        String notice = Resources.toString(Resources.getResource(Datasets.class, "NOTICE.md"), StandardCharsets.UTF_8);
        assertThat(notice)
                .contains("scikit-learn 1.2.1", "2007-2019 The scikit-learn developers", "CC BY 4.0", "not checked");
    }
}
