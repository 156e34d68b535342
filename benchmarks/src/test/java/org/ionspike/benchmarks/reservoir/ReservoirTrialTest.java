package org.ionspike.benchmarks.reservoir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Map;
import java.util.stream.Collectors;
import org.ionspike.benchmarks.reservoir.SeriesTrial.Parts;
import org.ionspike.datasets.Datasets;
import org.ionspike.datasets.Split;
import org.ionspike.datasets.sequence.LabelledSequences;
import org.ionspike.datasets.sequence.MackeyGlass;
import org.ionspike.datasets.sequence.OrderOfPulses;
import org.ionspike.engine.physics.Slit;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.networks.architecture.ReservoirDesign;
import org.junit.jupiter.api.Test;

class ReservoirTrialTest {
    private static double of(SequenceTrial trial, Features features) {
        return trial.accuracy().getOrDefault(features, Double.NaN);
    }

    private static SequenceTrial pulses(long seed) {
        var streams = new RandomStreams(seed);
        var drawn = new OrderOfPulses().draw(600, streams.stream("pulses"));
        return SequenceTrial.of(drawn, 300, ReservoirDesign.of(Slit.synaptic(), 20), 0.01, streams);
    }

    @Test
    void knowsTheOrderOfTwoPulsesWhichIsLostWithoutMemoryOrOrder() {
        SequenceTrial trial = pulses(1);
        assertThat(of(trial, Features.RESERVOIR)).isGreaterThan(of(trial, Features.DELAY_LINE) + 0.1);
        assertThat(of(trial, Features.RESERVOIR)).isGreaterThan(0.8);
        // 300 sequences at chance: 0.5 up to four sigma
        assertThat(of(trial, Features.LAST_INPUT)).isBetween(0.38, 0.62);
        assertThat(of(trial, Features.MEMORY_OFF)).isBetween(0.38, 0.62);
        assertThat(of(trial, Features.TIME_SHUFFLED)).isBetween(0.38, 0.62);
        assertThat(trial.energy().si()).isPositive();
    }

    @Test
    void aSeedGivesTheSameTrial() {
        assertThat(pulses(4)).isEqualTo(pulses(4)).isNotEqualTo(pulses(5));
    }

    @Test
    void remembersTheColumnsOfADigit() {
        var streams = new RandomStreams(1);
        var digits = Datasets.resolve("digits");
        var split = Split.stratified(digits, 0.2, streams);
        var samples = ImmutableIntArray.builder()
                .addAll(split.train().subArray(0, 500))
                .addAll(split.held().subArray(0, 200))
                .build();
        var trial = SequenceTrial.of(
                LabelledSequences.columns(digits, samples),
                500,
                ReservoirDesign.of(Slit.synaptic(), 64),
                0.01,
                streams);
        assertThat(of(trial, Features.RESERVOIR)).isGreaterThan(of(trial, Features.MEMORY_OFF) + 0.5);
        assertThat(of(trial, Features.RESERVOIR)).isGreaterThan(of(trial, Features.LAST_INPUT) + 0.5);
    }

    private static Map<Features, Double> nrmse(double readNoise, long seed) {
        var parts = new Parts(100, 600, 300);
        double[] series = new MackeyGlass().series(1.1, 500, parts.length(17));
        var design = ReservoirDesign.of(Slit.synaptic(), 30);
        var streams = new RandomStreams(seed);
        return SeriesTrial.of(series, 0.9, 0.5, ImmutableIntArray.of(17), parts, design, readNoise, streams)
                .scores()
                .stream()
                .collect(Collectors.toMap(SeriesTrial.Score::features, SeriesTrial.Score::nrmse));
    }

    @Test
    void predictsMackeyGlassADelayAheadBetterThanADelayLine() {
        Map<Features, Double> nrmse = nrmse(0.01, 1);
        double reservoir = of(nrmse, Features.RESERVOIR);
        double noiseless = of(nrmse, Features.NOISELESS);
        assertThat(reservoir).isLessThan(0.5 * of(nrmse, Features.DELAY_LINE));
        assertThat(reservoir).isLessThan(0.4 * of(nrmse, Features.MEMORY_OFF));
        assertThat(noiseless).isLessThan(reservoir);
        assertThat(nrmse(0.01, 1)).isEqualTo(nrmse);
        assertThat(of(nrmse(0, 1), Features.RESERVOIR)).isEqualTo(noiseless);
    }

    private static double of(Map<Features, Double> figures, Features features) {
        return figures.getOrDefault(features, Double.NaN);
    }

    @Test
    void meanAndSpreadAreThoseOfStatistics() {
        assertThat(MeanAndSpread.of(1, 2, 3, 6)).isEqualTo(new MeanAndSpread(3, Math.sqrt(14.0 / 3)));
        assertThat(MeanAndSpread.of(7).sd()).isNaN();
    }

    @Test
    void refusesASeriesThatIsTooShort() {
        var design = ReservoirDesign.of(Slit.synaptic(), 2);
        assertThatThrownBy(() -> SeriesTrial.of(
                        new double[50],
                        0,
                        1,
                        ImmutableIntArray.of(1),
                        new Parts(10, 20, 20),
                        design,
                        0,
                        new RandomStreams(1)))
                .hasMessageContaining("SeriesTrial.series values (50) must be at least 52");
    }
}
