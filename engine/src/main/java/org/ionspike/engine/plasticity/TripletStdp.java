package org.ionspike.engine.plasticity;

import static org.ionspike.engine.units.Units.ms;

import com.google.auto.service.AutoService;
import java.util.Optional;
import org.ionspike.engine.synapse.ImpulseSynapses;
import org.ionspike.engine.synapse.ProgrammableSynapses;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;

/**
 * STDP of pairs and triplets of spikes, which depends on the rate as synapses do.
 *
 * <pre>
 * presynaptic spike:   w -= y1 (a2Minus + a3Minus x2)     then x1 += 1, x2 += 1
 * postsynaptic spike:  w += x1 (a2Plus + a3Plus y2)       then y1 += 1, y2 += 1
 * x1, y1, x2, y2 decay with tauPlus, tauMinus, tauX, tauY
 * </pre>
 *
 * All spikes interact; weights are held within 0 and 1. Times of spikes as in {@link PairStdp}. Source: Pfister and
 * Gerstner, J. Neurosci. 26, 9673 (2006), doi:10.1523/JNEUROSCI.1425-06.2006. Defaults: their full model with all
 * interactions for visual cortex (table 4).
 *
 * @param a2Plus of pairs, 0 or above
 * @param a3Plus of triplets, 0 or above
 * @param a2Minus of pairs, 0 or above
 * @param a3Minus of triplets, 0 or above
 * @param tauPlus above 0
 * @param tauMinus above 0
 * @param tauX above 0
 * @param tauY above 0
 */
@AutoService(PlasticityRule.class)
public record TripletStdp(
        double a2Plus, double a3Plus, double a2Minus, double a3Minus, Time tauPlus, Time tauMinus, Time tauX, Time tauY)
        implements PlasticityRule {
    public TripletStdp {
        Check.notNegative("TripletStdp.a2Plus", a2Plus);
        Check.notNegative("TripletStdp.a3Plus", a3Plus);
        Check.notNegative("TripletStdp.a2Minus", a2Minus);
        Check.notNegative("TripletStdp.a3Minus", a3Minus);
        Check.positive("TripletStdp.tauPlus", tauPlus);
        Check.positive("TripletStdp.tauMinus", tauMinus);
        Check.positive("TripletStdp.tauX", tauX);
        Check.positive("TripletStdp.tauY", tauY);
    }

    /** Visual cortex. */
    public TripletStdp() {
        this(5e-10, 6.2e-3, 7e-3, 2.3e-4, ms(16.8), ms(33.7), ms(101), ms(125));
    }

    @Override
    public String name() {
        return "triplet-stdp";
    }

    @Override
    public String summary() {
        return "Pairs and triplets of spikes change the weight, so that the sign depends on the rate (Pfister, Gerstner).";
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
        return new TraceModel(
                tauPlus,
                tauMinus,
                Optional.of(tauX),
                Optional.of(tauY),
                a2Plus,
                a2Minus,
                a3Plus,
                a3Minus,
                false,
                new WeightDependence.Additive());
    }
}
