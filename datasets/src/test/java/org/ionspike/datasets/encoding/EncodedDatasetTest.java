package org.ionspike.datasets.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.primitives.ImmutableIntArray;
import java.util.stream.IntStream;
import org.ionspike.datasets.Datasets;
import org.ionspike.datasets.Scaler;
import org.ionspike.datasets.Scaling;
import org.ionspike.datasets.Split;
import org.ionspike.engine.random.RandomStreams;
import org.junit.jupiter.api.Test;

class EncodedDatasetTest {
    @Test
    void givesLabelledRastersOfDigits() {
        var digits = Datasets.resolve("digits");
        var split = Split.stratified(digits, 0.2, new RandomStreams(1));
        var scaler = Scaler.fit(Scaling.defaultFor(digits), digits, split.train());
        var encoded = new EncodedDataset(digits, scaler, new ThermometerEncoder());
        assertThat(encoded.lines()).isEqualTo(256);
        var train = encoded.encode(split.train());
        assertThat(train).hasSize(split.train().length());
        assertThat(train.get(5).label()).isEqualTo(digits.label(split.train().get(5)));
        assertThat(train.get(5)).isEqualTo(encoded.encode(split.train().get(5)));
    }

    @Test
    void activatesTheLinesOfDigitsCountedByHand() {
        var digits = Datasets.resolve("digits");
        var all = ImmutableIntArray.copyOf(IntStream.range(0, digits.size()));
        var scaler = Scaler.fit(Scaling.RANGE, digits, all);
        int active = new EncodedDataset(digits, scaler, new ThermometerEncoder())
                .encode(all).stream().mapToInt(sample -> sample.raster().size()).sum();
        int[] bounds = {2, 6, 10, 14}; // 16 (l + 1/2) / 4
        int counted = 0;
        for (int k = 0; k < digits.size(); k++) {
            for (int f = 0; f < 64; f++) {
                for (int bound : bounds) {
                    counted += digits.feature(k, f) > bound ? 1 : 0;
                }
            }
        }
        assertThat(active).isEqualTo(counted).isEqualTo(134_274); // 74.7 of 256 lines in the mean image
    }

    @Test
    void refusesAScalerOfOtherData() {
        var iris = Datasets.resolve("iris");
        var digits = Datasets.resolve("digits");
        var scaler = Scaler.fit(
                Scaling.MIN_MAX,
                iris,
                Split.stratified(iris, 0.2, new RandomStreams(1)).train());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EncodedDataset(digits, scaler, new ThermometerEncoder()))
                .withMessage("EncodedDataset.scaler (4 features) must be fitted to the 64 features of dataset digits.");
    }
}
