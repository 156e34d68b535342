package org.ionspike.datasets.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.ionspike.engine.spikes.SpikeRaster;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpikesTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 7, 8, 9, 31, 32, 33, 1000})
    void sortsAsTheRasterItselfDoes(int size) {
        for (long seed = 0; seed < 10; seed++) {
            var random = new Random(seed);
            double[] times = new double[size];
            int[] lines = new int[size];
            var spikes = new Spikes(random.nextInt(10));
            for (int k = 0; k < size; k++) {
                times[k] = random.nextInt(50) / 10.0; // many equal times
                lines[k] = k / 3;
                spikes.add(times[k], lines[k]);
            }
            assertThat(spikes.toRaster(500)).as("seed " + seed).isEqualTo(SpikeRaster.of(500, times, lines));
        }
    }
}
