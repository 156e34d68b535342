package org.ionspike.engine.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.rng.simple.RandomSource;
import org.ionspike.engine.physics.Slit;
import org.ionspike.engine.units.Length;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single-precision slit loops against {@link Slit}. */
class FusedSlitTest {
    private static final int POINTS = 4001;

    static Stream<Slit> slits() {
        return Stream.of(
                Slit.potassium(),
                Slit.sodium(),
                Slit.synaptic(),
                with(3.6, 20e-9, 1e-6),
                with(6.7, 20e-9, 1e-6),
                with(5.41, 5e-9, 1e-6),
                with(5.41, 50e-9, 1e-6),
                with(5.41, 20e-9, 0),
                with(5.41, 20e-9, 1e-4));
    }

    private static Slit with(double exponent, double metres, double dissociationAtRest) {
        var slit = new Slit();
        return new Slit(
                new Length(metres),
                slit.ionsPerSign(),
                slit.density(),
                slit.valence(),
                slit.diffusivity(),
                slit.temperature(),
                slit.multiplicity(),
                slit.recombination(),
                slit.recombinationField(),
                dissociationAtRest,
                slit.dissociationLimit(),
                slit.dissociationField(),
                exponent,
                slit.rateMultiplier());
    }

    private static float[] voltages() {
        var v = new float[POINTS];
        for (int i = 0; i < POINTS; i++) {
            v[i] = 1.2f * i / (POINTS - 1) * (i % 2 == 0 ? 1 : -1);
        }
        return v;
    }

    @ParameterizedTest
    @MethodSource("slits")
    void ratesAreWithinTwoPartsInAMillion(Slit slit) {
        float[] v = voltages();
        var kd = new float[POINTS];
        var ka = new float[POINTS];
        new FusedSlit(slit, 5e-6, 1.3).rates(v, kd, ka, new float[POINTS], new float[POINTS], 0, POINTS);
        double none = 1e-9 * slit.recombinationRate(0) / slit.density().si() * Slit.REFERENCE_DENSITY;
        for (int i = 0; i < POINTS; i++) {
            double exact = slit.dissociationRate(v[i]);
            assertThat(Math.abs(kd[i] - exact) / (exact + none))
                    .as("k_d at %s V", v[i])
                    .isLessThan(2e-6);
            assertThat(Math.abs(ka[i] / slit.recombinationRate(v[i]) - 1))
                    .as("k_a at %s V", v[i])
                    .isLessThan(1e-6);
        }
    }

    @ParameterizedTest
    @MethodSource("slits")
    void oneStepIsThatOfTheSlit(Slit slit) {
        float[] v = voltages();
        var kd = new float[POINTS];
        var ka = new float[POINTS];
        var scratch = new float[POINTS];
        var mean = new float[POINTS];
        var change = new float[POINTS];
        for (double seconds : new double[] {5e-6, 20e-6, 1e-4, 1e-2, 1}) {
            var fused = new FusedSlit(slit, seconds, 1.3);
            for (float start : new float[] {0, 1e-4f, 0.003f, 0.03f, 0.3f, 1}) {
                var n = new float[POINTS];
                Arrays.fill(n, start);
                fused.rates(v, kd, ka, scratch, new float[POINTS], 0, POINTS);
                fused.advance(n, kd, ka, 1, mean, change, scratch, 0, POINTS);
                for (int i = 0; i < POINTS; i++) {
                    double rh = seconds / slit.relaxationTimeSeconds(v[i]);
                    assertThat(Math.abs(n[i] - slit.advance(start, v[i], seconds)))
                            .as("n from %s at %s V after %s s", start, v[i], seconds)
                            .isLessThan(rh < 4 ? 1e-6 : 5e-5);
                    assertThat(change[i]).isEqualTo(n[i] - start);
                    double simpson =
                            (start + 4 * slit.advance(start, v[i], seconds / 2) + slit.advance(start, v[i], seconds))
                                    / 6;
                    assertThat(Math.abs(mean[i] - simpson))
                            .as("mean from %s at %s V after %s s", start, v[i], seconds)
                            .isLessThan(rh < 4 ? 1e-6 : 5e-5);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theFractionStaysBetweenNoneAndAllForAnyRateAndStep(long seed) {
        var random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        for (int trial = 0; trial < 300; trial++) {
            var fused = new FusedSlit(new Slit(), Math.pow(10, -9 + 14 * random.nextDouble()), 1.3);
            int m = 64;
            var n = new float[m];
            var mean = new float[m];
            var kd = new float[m];
            var ka = new float[m];
            for (int i = 0; i < m; i++) {
                n[i] = random.nextInt(4) == 0 ? random.nextInt(2) : random.nextFloat();
                kd[i] = random.nextInt(9) == 0 ? 0 : (float) Math.pow(10, -6 + 16 * random.nextDouble());
                ka[i] = (float) Math.pow(10, -6 + 16 * random.nextDouble());
            }
            fused.advance(n, kd, ka, 1, mean, new float[m], new float[m], 0, m);
            for (int i = 0; i < m; i++) {
                assertThat(n[i]).as("seed %d trial %d entry %d", seed, trial, i).isBetween(0f, 1f);
                assertThat(mean[i])
                        .as("mean, seed %d trial %d entry %d", seed, trial, i)
                        .isBetween(0f, 1f);
            }
        }
    }

    @Test
    void refusesAnExponentThatItsPolynomialMisses() {
        assertThatThrownBy(() -> new FusedSlit(with(0.7, 20e-9, 1e-6), 5e-6, 1.3))
                .hasMessageContaining("Slit.dissociationExponent (0.7)")
                .hasMessageContaining("vectorized");
    }
}
