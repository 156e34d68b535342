package org.ionspike.networks.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.nAPerSecond;
import static org.ionspike.engine.units.Units.us;

import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.ArealDensity;
import org.ionspike.engine.units.Quantity;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTextTest {
    @Test
    void writesShortTexts() {
        assertThat(QuantityText.of(us(10))).isEqualTo("10 us");
        assertThat(QuantityText.of(mV(100))).isEqualTo("100 mV");
        assertThat(QuantityText.of(nAPerSecond(50))).isEqualTo("50 nA/s");
        assertThat(QuantityText.of(ms(0.1))).isEqualTo("100 us");
        assertThat(QuantityText.of(new ArealDensity(1e13))).isEqualTo("1E+13 1/m^2");
        assertThat(QuantityText.of(new Time(0))).isEqualTo("0 s");
        assertThat(QuantityText.of(new Time(Double.POSITIVE_INFINITY))).isEqualTo("inf s");
        assertThat(QuantityText.of(new Voltage(1.0271861248477052))).isEqualTo("1.0271861248477052 V");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readsExactlyTheDoubleThatWasWritten(long seed) {
        var random = new RandomStreams(seed).stream("doubles");
        for (int k = 0; k < 5_000; k++) {
            double bits = Double.longBitsToDouble(random.nextLong());
            double value = Double.isFinite(bits) ? bits : k;
            assertSame(new Time(value));
            assertSame(new Voltage(random.nextDouble() * Math.pow(10, random.nextInt(30) - 20)));
            assertSame(new ArealDensity(value));
        }
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {0.0, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, 999.9999999, 1e-3, 9.5e-19})
    void readsTheEdgesExactly(double value) {
        assertSame(new Time(value));
        assertSame(new ArealDensity(value));
    }

    private static void assertSame(Quantity quantity) {
        String text = QuantityText.of(quantity);
        assertThat(QuantityText.read(quantity.getClass(), new YamlNode(new Place("file", "place", 0, 0), text)))
                .as(text)
                .isEqualTo(quantity);
    }
}
