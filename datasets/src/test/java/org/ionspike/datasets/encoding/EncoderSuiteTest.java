package org.ionspike.datasets.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.spikes.SpikeRaster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every registered encoder. */
class EncoderSuiteTest {
    static List<String> names() {
        return Encoders.names();
    }

    private static Encoder encoder(String name) {
        return Encoders.named(name).withStreams(new RandomStreams(5));
    }

    static float[] features(Random random, int count) {
        float[] values = new float[count];
        for (int f = 0; f < count; f++) {
            values[f] = random.nextInt(5) == 0 ? random.nextInt(2) : random.nextFloat();
        }
        return values;
    }

    @Test
    void areKnownByName() {
        assertThat(Encoders.names()).containsExactly("latency", "on-off", "poisson", "population", "thermometer");
        for (String name : Encoders.names()) {
            assertThat(Encoders.named(name).name()).isEqualTo(name);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Encoders.named("rate"))
                .withMessage("No encoder is named 'rate'. Known: [latency, on-off, poisson, population, thermometer].");
    }

    @ParameterizedTest
    @MethodSource("names")
    void spikeOnTheirLinesInOrderOfTime(String name) {
        for (long seed = 0; seed < 20; seed++) {
            var random = new Random(seed);
            int side = 1 + random.nextInt(4); // square, as images are
            float[] values = features(random, side * side);
            SpikeRaster raster = encoder(name).encode(values, 3); // a raster checks order and lines itself
            assertThat(raster.lines())
                    .as("seed " + seed)
                    .isEqualTo(encoder(name).lines(values.length));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void dependOnTheSampleOnlyNotOnOrderOrThread(String name) {
        var random = new Random(1);
        var samples = IntStream.range(0, 40).mapToObj(k -> features(random, 9)).toList();
        Encoder encoder = encoder(name);
        var forth = new ArrayList<SpikeRaster>();
        for (int k = 0; k < 40; k++) {
            forth.add(encoder.encode(samples.get(k), k));
        }
        for (int k = 39; k >= 0; k--) {
            assertThat(encoder(name).encode(samples.get(k), k)).isEqualTo(forth.get(k));
        }
        assertThat(IntStream.range(0, 40)
                        .parallel()
                        .mapToObj(k -> encoder.encode(samples.get(k), k))
                        .toList())
                .isEqualTo(forth);
    }

    @ParameterizedTest
    @MethodSource("names")
    void leaveTheFeaturesAlone(String name) {
        float[] values = {0, 0.25f, 1, 0.5f};
        encoder(name).encode(values, 0);
        assertThat(values).containsExactly(0, 0.25f, 1, 0.5f);
    }

    @ParameterizedTest
    @MethodSource("names")
    void refuseValuesOutsideZeroToOne(String name) {
        for (float wrong : new float[] {1.5f, -0.25f, Float.NaN, Float.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> encoder(name).encode(new float[] {0, wrong}, 12))
                    .withMessage("Encoder " + name + ": feature 1 of sample 12 is " + wrong
                            + " and must lie between 0 and 1. Scale the data by range or min-max.");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoder(name).encode(new float[0], 0))
                .withMessage("Encoder " + name + ": features (0) must be at least 1.");
    }

    @ParameterizedTest
    @MethodSource("names")
    void writeParametersThatTheyRead(String name) {
        Encoder encoder = encoder(name);
        assertThat(encoder.parameters()).isNotEmpty();
        assertThat(encoder.withParameters(encoder.parameters())).isEqualTo(encoder);
        assertThat(encoder.withParameters(ImmutableMap.of())).isEqualTo(encoder);
    }

    @ParameterizedTest
    @MethodSource("names")
    void listTheKnownParametersForAnUnknownOne(String name) {
        Encoder encoder = encoder(name);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoder.withParameters(ImmutableMap.of("streams", "1")))
                .withMessage("Encoder " + name + " has no parameter 'streams'. Known: "
                        + encoder.parameters().keySet() + ".");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.0123456789, 1 / 3.0})
    void writeQuantitiesWithoutLoss(double seconds) {
        var encoder = new LatencyEncoder(new org.ionspike.engine.units.Time(seconds), 0.1);
        assertThat(new LatencyEncoder().withParameters(encoder.parameters())).isEqualTo(encoder);
    }

    @Test
    void readParametersFromText() {
        assertThat(new LatencyEncoder().parameters()).isEqualTo(ImmutableMap.of("window", "20 ms", "cutoff", "0.1"));
        assertThat(new ThermometerEncoder().withParameters(ImmutableMap.of("levels", "1", "threshold", " 0.375 ")))
                .isEqualTo(ThermometerEncoder.ofThreshold(0.375));
        var poisson = new PoissonEncoder().withStreams(new RandomStreams(1));
        var changed = (PoissonEncoder) poisson.withParameters(ImmutableMap.of("maxRate", "20 Hz"));
        assertThat(changed.maxRate().si()).isEqualTo(20);
        assertThat(changed.streams()).isSameAs(poisson.streams());
    }

    @Test
    void nameTheParameterThatCannotBeRead() {
        refused(new ThermometerEncoder(), "levels", "four", "'four' is not a whole number.");
        refused(new ThermometerEncoder(), "levels", "2.5", "'2.5' is not a whole number.");
        refused(new LatencyEncoder(), "cutoff", "low", "'low' is not a number, such as 0.5.");
        refused(new LatencyEncoder(), "window", "20", "Cannot read '20' as time: the unit is missing.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ThermometerEncoder().withParameters(ImmutableMap.of("levels", "0")))
                .withMessage("ThermometerEncoder.levels (0) must be at least 1.");
    }

    private static void refused(Encoder encoder, String parameter, String value, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoder.withParameters(ImmutableMap.of(parameter, value)))
                .withMessageStartingWith("Encoder " + encoder.name() + ", parameter " + parameter + ": " + message);
    }

    @Test
    void mustBeRecordsOrHandleTheirParametersThemselves() {
        var encoder = new Encoder() {
            @Override
            public String name() {
                return "own";
            }

            @Override
            public int lines(int features) {
                return features;
            }

            @Override
            public SpikeRaster encode(float[] scaledFeatures, int sampleIndex) {
                return SpikeRaster.atOnset(lines(scaledFeatures.length), new int[0]);
            }
        };
        assertThatThrownBy(encoder::parameters)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Encoder own is no record. Make it one, or implement parameters and withParameters.");
    }
}
