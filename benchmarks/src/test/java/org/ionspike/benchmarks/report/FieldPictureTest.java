package org.ionspike.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.ionspike.datasets.ImageShape;
import org.junit.jupiter.api.Test;

class FieldPictureTest {
    @Test
    void thePixelIsTheMeanOfItsLevels() {
        var weights = new float[][] {{0.25f, 0}, {0.75f, 1}, {0, 0.5f}, {1, 1}}; // two pixels of two levels
        var picture = new FieldPicture(weights, new ImageShape(1, 2));

        assertThat(picture.weight(0, 0)).isEqualTo(0.5);
        assertThat(picture.weight(1, 1)).isEqualTo(0.75);
    }
}
