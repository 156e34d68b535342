package org.ionspike.benchmarks.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ionspike.engine.units.Units.ms;

import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.networks.architecture.PlaneShape;
import org.ionspike.networks.convolution.LatencyMap;
import org.junit.jupiter.api.Test;

class ConvolutionModelTest {
    /** Two planes of 2x3 pixels with two lines a feature: line ((plane 2 + row) 3 + column) 2 + l. */
    @Test
    void planesOfAnImageComeToLieOnEachOther() {
        var shape = new PlaneShape(4, 2, 3);
        for (int plane = 0; plane < 2; plane++) {
            for (int row = 0; row < 2; row++) {
                for (int column = 0; column < 3; column++) {
                    for (int l = 0; l < 2; l++) {
                        int line = ((plane * 2 + row) * 3 + column) * 2 + l;
                        SpikeRaster raster = SpikeRaster.atOnset(24, new int[] {line});
                        var map = LatencyMap.of(ConvolutionModel.pixelByPixel(raster, 2, shape), shape, ms(1));
                        assertThat(map.spikes()).isEqualTo(1);
                        assertThat(map.at(2 * plane + l, row, column)).isEqualTo(LatencyMap.TICKS);
                    }
                }
            }
        }
    }
}
