package org.ionspike.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class WorkloadTest {
    @Test
    void theNetworkFiresAsThePlainLoopsDo() {
        // eight seeds of another simulator lie between 5.50 and 6.15 Hz in 1 s, ours between 5.23 and 5.88 Hz
        double plain = new PlainCuba(4000, 1).run(10_000) / 4000.0;
        assertThat(plain).isBetween(5.0, 6.4);
        var figures = new RecurrentNetwork("cuba", 4000, OptionalDouble.empty()).measure(1, new MachineLimits());
        Figure rate = figures.get(2);
        assertThat(rate.quantity()).isEqualTo("rate");
        assertThat(rate.value().median()).isBetween(5.0, 6.4);
        assertThat(figures.get(0).limit().orElseThrow().value())
                .isBetween(0.0, figures.get(0).value().median());
    }

    @Test
    void plainLoopsOfW1CountTheSpikesOfOtherPrograms() {
        // Brian2 and two programs in C count 64 511; ours are single precision
        assertThat(new PlainGatedChannels(400).run(100_000)).isBetween(64_505L, 64_517L);
    }

    @Test
    void theLineIsThatOfLeastSquares() {
        var line = CostOfActivity.Line.fit(new double[] {0, 1, 2, 3}, new double[] {1, 3, 5, 8});
        assertThat(line.slope()).isCloseTo(2.3, within(1e-12));
        assertThat(line.intercept()).isCloseTo(0.8, within(1e-12));
        assertThat(line.departure()).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void theSpreadHasTheMedian() {
        assertThat(Spread.of(3, 1, 2)).isEqualTo(new Spread(2, 1, 3, 3));
        assertThat(Spread.of(4, 1, 2, 3).median()).isEqualTo(2.5);
    }
}
