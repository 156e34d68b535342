package org.ionspike.engine.plasticity;

import static org.ionspike.engine.units.Units.ms;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.ionspike.engine.physics.AdsorbedCoverage;
import org.ionspike.engine.physics.SpikeWaveform;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;

/**
 * What one pair of spikes does to the weight of an ionic synapse: both spikes put their waveform on the device, and the
 * adsorbed coverage follows the difference.
 *
 * <pre>
 * V(t) = s(t - t_post) - s(t - t_pre)      dw/dt = k_on(V) (1 - w) - k_off(V) w
 * w after = a w + b      a = e^{-A(0)}      b = integral of k_on e^{-A(t)}      A(t) = integral of k_on + k_off from t to the end
 * </pre>
 *
 * The map is affine because the equation is linear in w. It covers the time from the head of the earlier spike until
 * {@code cut} after the end of the head of the later one. Integrals are Gauss-Legendre on panels between the edges of the
 * waveforms; their error is far below 1e-9 of the change for waveforms and scales like the default ones.
 *
 * <p>Source: our choice; the timing curve is imposed by the waveform and no published numbers exist to compare with.
 *
 * @param waveform voltage of either spike
 * @param coverage the long-term state
 * @param cut when the pair is over, counted from the end of the later head; 0 or above
 */
public record WaveformPairing(SpikeWaveform waveform, AdsorbedCoverage coverage, Time cut) {
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(8);

    /** Panels are at most this part of the tail's decay. */
    private static final double PANEL = 0.2;

    /**
     * w becomes {@code factor * w + offset}.
     *
     * @param factor a, between 0 and 1
     * @param offset b, between 0 and 1 - a
     */
    public record AffineMap(double factor, double offset) {
        /** The weight afterwards. */
        public double apply(double w) {
            return factor * w + offset;
        }
    }

    public WaveformPairing {
        Check.notNegative("WaveformPairing.cut", cut);
    }

    /** Default waveform and network coverage, cut after 80 ms. */
    public WaveformPairing() {
        this(new SpikeWaveform(), new AdsorbedCoverage(), ms(80));
    }

    /**
     * The map of a pair.
     *
     * @param dtSeconds time of the post-synaptic spike minus that of the pre-synaptic one, of either sign, finite
     */
    public AffineMap map(double dtSeconds) {
        Check.require(
                Double.isFinite(dtSeconds),
                "WaveformPairing distance of the spikes",
                dtSeconds + " s",
                "must be finite");
        return map(Math.max(0, -dtSeconds), Math.max(0, dtSeconds));
    }

    /** The map of a presynaptic spike that meets no other, from its head until {@code cut} after the head's end. */
    public AffineMap presynapticAlone() {
        return map(0, Double.POSITIVE_INFINITY);
    }

    /** The map of a postsynaptic spike that meets no other, from its head until {@code cut} after the head's end. */
    public AffineMap postsynapticAlone() {
        return map(Double.POSITIVE_INFINITY, 0);
    }

    /** The map of spikes at these times; one that is infinite does not come. */
    private AffineMap map(double pre, double post) {
        double head = waveform.headDuration().si();
        double last = Double.isInfinite(pre) ? post : Double.isInfinite(post) ? pre : Math.max(pre, post);
        double end = last + head + cut.si();
        double[] edges = DoubleStream.of(pre, pre + head, post, post + head, end)
                .filter(Double::isFinite)
                .sorted()
                .distinct()
                .toArray();
        double loss = 0; // 1 - a, which keeps the digits of a map close to the identity
        double offset = 0;
        for (int k = 1; k < edges.length; k++) {
            double length = edges[k] - edges[k - 1];
            int panels = (int) Math.ceil(length / (PANEL * waveform.tailDecay().si()));
            for (int p = 0; p < panels; p++) {
                double from = edges[k - 1] + length * p / panels;
                double to = edges[k - 1] + length * (p + 1) / panels;
                double lost = -Math.expm1(-departure(from, to, pre, post));
                offset = offset * (1 - lost) + arrival(from, to, pre, post);
                loss += (1 - loss) * lost;
            }
        }
        return new AffineMap(1 - loss, offset);
    }

    /** The change of a weight by a pair; {@code dtSeconds} as in {@link #map}. */
    public double delta(double w, double dtSeconds) {
        return map(dtSeconds).apply(w) - w;
    }

    /** The integral of k_on + k_off. */
    private double departure(double from, double to, double pre, double post) {
        return integral(from, to, t -> {
            double v = waveform.voltage(t - post) - waveform.voltage(t - pre);
            return coverage.adsorptionRate(v) + coverage.desorptionRate(v);
        });
    }

    /** What was adsorbed within a panel and is still there at its end. */
    private double arrival(double from, double to, double pre, double post) {
        return integral(from, to, t -> {
            double v = waveform.voltage(t - post) - waveform.voltage(t - pre);
            return coverage.adsorptionRate(v) * Math.exp(-departure(t, to, pre, post));
        });
    }

    private static double integral(double from, double to, DoubleUnaryOperator rate) {
        double sum = 0;
        for (int k = 0; k < RULE.getNumberOfPoints(); k++) {
            sum += RULE.getWeight(k) * rate.applyAsDouble(from + (to - from) * (1 + RULE.getPoint(k)) / 2);
        }
        return sum * (to - from) / 2;
    }
}
