package org.ionspike.engine.plasticity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.ms;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.ionspike.engine.physics.AdsorbedCoverage;
import org.ionspike.engine.physics.SpikeWaveform;
import org.ionspike.engine.reference.ReferenceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaveformPairingTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9})
    void reproducesTheTimingCurve(double w) {
        var table = ReferenceTable.resource("stdp_w" + w + ".csv");
        var pairing = new WaveformPairing();
        double[] found = Arrays.stream(table.column("dt_post_minus_pre_s"))
                .map(dt -> pairing.delta(w, dt))
                .toArray();
        assertThat(ReferenceTable.difference(table.column("delta_w"), found)).isLessThan(1e-8);
    }

    @Test
    void agreesWithTinyExactSteps() {
        var pairing = new WaveformPairing();
        var waveform = new SpikeWaveform();
        var coverage = new AdsorbedCoverage();
        for (double dt : new double[] {0.3e-3, 4e-3, -7e-3}) {
            int steps = 400_000;
            double end = 81e-3 + Math.abs(dt);
            double h = end / steps;
            double w = 0.3;
            for (int k = 0; k < steps; k++) {
                double t = (k + 0.5) * h;
                w = coverage.advance(
                        w, waveform.voltage(t - Math.max(0, dt)) - waveform.voltage(t - Math.max(0, -dt)), h);
            }
            // the edges of the heads fall between the steps: an error of at most one step at 0.75 V
            assertThat(pairing.delta(0.3, dt)).as("dt %s s", dt).isCloseTo(w - 0.3, within(1e-5));
        }
    }

    /** Weights and distances that stand in no table; the equation restarted at every edge of the waveforms. */
    @ParameterizedTest
    @ValueSource(doubles = {0.03, 0.37, 0.82})
    void agreesWithAnAdaptiveIntegrationAtOtherWeights(double w) {
        var pairing = new WaveformPairing();
        for (double dt : new double[] {-33e-3, -2.7e-3, -0.4e-3, 0.7e-3, 3.3e-3, 17e-3}) {
            // solver at 1e-12 of w, changes of 1e-5 and more
            assertThat(pairing.delta(w, dt)).as("dt %s s", dt).isCloseTo(integrated(pairing, w, dt) - w, within(1e-10));
        }
    }

    private static double integrated(WaveformPairing pairing, double start, double dt) {
        double pre = Math.max(0, -dt);
        double post = Math.max(0, dt);
        double head = pairing.waveform().headDuration().si();
        double end = Math.max(pre, post) + head + pairing.cut().si();
        double[] edges = DoubleStream.of(pre, pre + head, post, post + head, end)
                .sorted()
                .toArray();
        double[] w = {start};
        for (int k = 1; k < edges.length; k++) {
            double middle = (edges[k - 1] + edges[k]) / 2;
            var equation = new OrdinaryDifferentialEquation() {
                @Override
                public int getDimension() {
                    return 1;
                }

                @Override
                public double[] computeDerivatives(double t, double[] y) {
                    double v = side(pairing, t - post, middle - post) - side(pairing, t - pre, middle - pre);
                    var coverage = pairing.coverage();
                    return new double[] {coverage.adsorptionRate(v) * (1 - y[0]) - coverage.desorptionRate(v) * y[0]};
                }
            };
            w = new DormandPrince853Integrator(1e-15, 1e-3, 1e-14, 1e-13)
                    .integrate(equation, new ODEState(edges[k - 1], w), edges[k])
                    .getPrimaryState();
        }
        return w[0];
    }

    /** The waveform continued smoothly from the phase in which {@code inside} lies. */
    private static double side(WaveformPairing pairing, double t, double inside) {
        var waveform = pairing.waveform();
        double head = waveform.headDuration().si();
        if (inside < head) {
            return waveform.voltage(inside);
        }
        return waveform.tail().si()
                * Math.exp(-(t - head) / waveform.tailDecay().si());
    }

    @Test
    void isAntisymmetricAtTheMiddleOfASymmetricCoverage() {
        var pairing = new WaveformPairing();
        for (double dt : new double[] {0.2e-3, 1e-3, 3e-3, 40e-3}) {
            assertThat(pairing.delta(0.5, dt)).isCloseTo(-pairing.delta(0.5, -dt), within(1e-13));
        }
        assertThat(pairing.delta(0.5, 0)).isCloseTo(0, within(1e-15));
    }

    @Test
    void keepsWeightsBounded() {
        for (double dt = -20e-3; dt < 20e-3; dt += 0.7e-3) {
            var map = new WaveformPairing().map(dt);
            assertThat(map.apply(0)).isBetween(0.0, 1.0);
            assertThat(map.apply(1)).isBetween(0.0, 1.0);
        }
    }

    @Test
    void refusesWhatIsNoTime() {
        assertThatThrownBy(() -> new WaveformPairing(new SpikeWaveform(), new AdsorbedCoverage(), ms(-1)))
                .hasMessageContaining("WaveformPairing.cut (-1 ms) must be 0 or above");
        assertThatThrownBy(() -> new WaveformPairing().map(Double.NaN)).hasMessageContaining("(NaN s) must be finite");
    }
}
