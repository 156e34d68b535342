package org.ionspike.engine.plasticity;

import static org.ionspike.engine.units.Units.ms;

import com.google.auto.service.AutoService;
import org.ionspike.engine.synapse.ImpulseSynapses;
import org.ionspike.engine.synapse.ProgrammableSynapses;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;

/**
 * STDP whose potentiation grows with a power of the weight and whose depression grows with the weight.
 *
 * <pre>
 * postsynaptic spike:  w += lambda w^mu x           x += 1 at a presynaptic spike, x' = -x / tauPlus
 * presynaptic spike:   w -= lambda alpha w y        y += 1 at a postsynaptic spike, y' = -y / tauMinus
 * </pre>
 *
 * All pairs interact; weights are held within 0 and 1, so the size of the impulses has to leave room. A weight of 0
 * stays 0. Published for weights W = size w in multiples of a reference weight; {@link #ofAbsolute} converts. Times of
 * spikes as in {@link PairStdp}. Source: Morrison, Aertsen and Diesmann, Neural Comput. 19, 1437 (2007), there with the
 * whole delay on the side of the dendrite; here it is on the side of the axon.
 *
 * @param lambda learning rate, 0 or above
 * @param alpha asymmetry, 0 or above
 * @param mu exponent, 0 to 1
 * @param tauPlus above 0
 * @param tauMinus above 0
 */
@AutoService(PlasticityRule.class)
public record PowerLawStdp(double lambda, double alpha, double mu, Time tauPlus, Time tauMinus)
        implements PlasticityRule {
    public PowerLawStdp {
        Check.notNegative("PowerLawStdp.lambda", lambda);
        Check.notNegative("PowerLawStdp.alpha", alpha);
        Check.between("PowerLawStdp.mu", mu, 0, 1);
        Check.positive("PowerLawStdp.tauPlus", tauPlus);
        Check.positive("PowerLawStdp.tauMinus", tauMinus);
    }

    /** lambda 0.1, alpha 0.11, mu 0.4 and 20 ms of the source, for impulses of 100 reference weights. */
    public PowerLawStdp() {
        this(ofAbsolute(0.1, 0.11, 0.4, ms(20), ms(20), 100));
    }

    private PowerLawStdp(PowerLawStdp other) {
        this(other.lambda, other.alpha, other.mu, other.tauPlus, other.tauMinus);
    }

    /**
     * The rule of parameters that are stated for absolute weights.
     *
     * @param size the weight 1 of a projection in multiples of the reference weight, above 0
     */
    public static PowerLawStdp ofAbsolute(
            double lambda, double alpha, double mu, Time tauPlus, Time tauMinus, double size) {
        Check.positive("PowerLawStdp.size", size);
        double scale = Math.pow(size, mu - 1); // W += lambda W^mu x is w += lambda size^(mu - 1) w^mu x
        return new PowerLawStdp(lambda * scale, alpha / scale, mu, tauPlus, tauMinus);
    }

    @Override
    public String name() {
        return "power-law-stdp";
    }

    @Override
    public String summary() {
        return "Pairs of spikes change the weight; up with a power of it, down in proportion to it.";
    }

    @Override
    public Kernel kernel(ProgrammableSynapses synapses) {
        return new DeviceTraceKernel(model(), synapses);
    }

    @Override
    public Kernel kernel(ImpulseSynapses synapses) {
        return TraceKernel.of(model(), synapses);
    }

    private TraceModel model() {
        return TraceModel.ofPairs(tauPlus, tauMinus, lambda, lambda * alpha, false, new WeightDependence.Power(mu));
    }
}
