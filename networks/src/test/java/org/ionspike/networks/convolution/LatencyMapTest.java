package org.ionspike.networks.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.ionspike.engine.units.Units.ms;

import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.networks.architecture.PlaneShape;
import org.junit.jupiter.api.Test;

class LatencyMapTest {
    private static final PlaneShape SHAPE = new PlaneShape(2, 2, 3);

    @Test
    void countsTicksFromTheEndOfThePresentation() {
        // ticks of 1 ms; line 7 is pixel 3, that is row 1, column 0, of plane 1
        var map = LatencyMap.of(
                SpikeRaster.of(12, new double[] {0, 0.0015, 0.0500, 0.2549}, new int[] {0, 7, 4, 11}), SHAPE, ms(255));
        assertThat(map.at(0, 0, 0)).isEqualTo(255);
        assertThat(map.at(1, 1, 0)).isEqualTo(254);
        assertThat(map.at(0, 0, 2)).isEqualTo(205);
        assertThat(map.at(1, 1, 2)).isEqualTo(1);
        assertThat(map.spikes()).isEqualTo(4);
    }

    @Test
    void onlyTheFirstSpikeOfALineCountsAndNoneAfterThePresentation() {
        var map = LatencyMap.of(
                SpikeRaster.of(12, new double[] {0.010, 0.020, 0.255}, new int[] {3, 3, 5}), SHAPE, ms(255));
        assertThat(map.at(1, 0, 1)).isEqualTo(245);
        assertThat(map.spikes()).isEqualTo(1);
    }

    @Test
    void listsItsLinesByTimeAndThenByPlaneAndPixel() {
        var map = LatencyMap.of(
                SpikeRaster.of(12, new double[] {0.1, 0.2, 0.2, 0}, new int[] {9, 8, 1, 11}), SHAPE, ms(255));
        int[] order = new int[12];
        assertThat(map.inOrder(order)).isEqualTo(4);
        assertThat(order).startsWith(11, 9, 8, 1);
    }

    @Test
    void refusesARasterOfAnotherShape() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LatencyMap.of(SpikeRaster.atOnset(6, new int[] {1}), SHAPE, ms(1)))
                .withMessageContaining("raster (6 lines) must have one line per pixel of 2 planes of 2x3, 12");
    }
}
