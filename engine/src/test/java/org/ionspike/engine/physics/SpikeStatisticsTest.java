package org.ionspike.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.ionspike.engine.random.RandomStreams;
import org.junit.jupiter.api.Test;

class SpikeStatisticsTest {
    @Test
    void aPoissonTrainHasACoefficientOfVariationOfOne() {
        var random = new RandomStreams(1).stream("train");
        List<double[]> trains = new ArrayList<>();
        for (int k = 0; k < 50; k++) {
            List<Double> train = new ArrayList<>();
            for (double t = 0; t < 1; t -= Math.log1p(-random.nextDouble()) / 200) {
                if (t > 0) {
                    train.add(t);
                }
            }
            trains.add(train.stream().mapToDouble(Double::doubleValue).toArray());
        }
        var found = SpikeStatistics.of(trains, 1);
        assertThat(found.rateHz()).isCloseTo(200, within(4 * found.rateErrorHz()));
        // sqrt(200 / 50)
        assertThat(found.rateErrorHz()).isBetween(1.4, 2.6);
        assertThat(found.cv()).isCloseTo(1, within(4 * found.cvError()));
        // 1 / sqrt(10 000 intervals), as for any exponential sample
        assertThat(found.cvError()).isBetween(0.006, 0.015);
    }

    @Test
    void aRegularTrainHasNone() {
        double[] train = new double[41];
        for (int k = 0; k < train.length; k++) {
            train[k] = 0.01 * k;
        }
        var found = SpikeStatistics.of(List.of(train), 0.5);
        assertThat(found.spikes()).isEqualTo(41);
        assertThat(found.intervals()).isEqualTo(40);
        assertThat(found.rateHz()).isEqualTo(82);
        assertThat(found.meanIntervalSeconds()).isCloseTo(0.01, within(1e-12));
        assertThat(found.cv()).isCloseTo(0, within(1e-12));
        assertThat(found.cvError()).isCloseTo(0, within(1e-12));
    }

    @Test
    void saysNothingAboutIntervalsThatAreNotThere() {
        var found = SpikeStatistics.of(List.of(new double[] {0.1}, new double[0], new double[0]), 1);
        assertThat(found.cv()).isNaN();
        assertThat(found.cvError()).isNaN();
        assertThatThrownBy(() -> SpikeStatistics.of(List.of(), 1)).hasMessageContaining("SpikeStatistics trains (0)");
    }
}
