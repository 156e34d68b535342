package org.ionspike.engine.plasticity;

import static org.ionspike.engine.units.Units.ms;

import com.google.auto.service.AutoService;
import org.ionspike.engine.synapse.ImpulseSynapses;
import org.ionspike.engine.synapse.ProgrammableSynapses;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;

/**
 * STDP of pairs of spikes.
 *
 * <pre>
 * presynaptic spike:   w -= aMinus y down(w)      x += 1     x' = -x / tauPlus
 * postsynaptic spike:  w += aPlus  x up(w)        y += 1     y' = -y / tauMinus
 * isolated pair:       dw = aPlus e^(-dt / tauPlus) after, -aMinus e^(dt / tauMinus) before,  dt = t_post - t_pre
 * </pre>
 *
 * Hard bounds: up = down = 1. Soft bounds: up = 1 - w, down = w. Weights stay within 0 and 1. With nearest pairing a
 * spike sets its trace to 1 instead, so that each spike pairs with the last one of the other side only.
 *
 * <p>A presynaptic spike counts from when it arrives, at the start of a time step; a postsynaptic one from its time
 * inside the step. Source: Song, Miller and Abbott, Nat. Neurosci. 3, 919 (2000), also the defaults; soft bounds and
 * nearest pairing as reviewed by Morrison, Diesmann and Gerstner, Biol. Cybern. 98, 459 (2008).
 *
 * @param aPlus change of a pair at dt = 0 with the postsynaptic spike last; negative turns the rule round
 * @param aMinus as {@code aPlus}, with the presynaptic spike last
 * @param tauPlus above 0
 * @param tauMinus above 0
 * @param pairing which spikes pair
 * @param bounds what keeps weights within 0 and 1
 */
@AutoService(PlasticityRule.class)
public record PairStdp(double aPlus, double aMinus, Time tauPlus, Time tauMinus, Pairing pairing, Bounds bounds)
        implements PlasticityRule {

    /** Which spikes pair. */
    public enum Pairing {
        /** Each with all before it. */
        ALL,
        /** Each with the last of the other side. */
        NEAREST
    }

    /** What keeps weights within 0 and 1. */
    public enum Bounds {
        /** Changes do not depend on the weight and end at the bound. */
        HARD,
        /** Changes shrink towards the bound. */
        SOFT
    }

    public PairStdp {
        Check.finite("PairStdp.aPlus", aPlus);
        Check.finite("PairStdp.aMinus", aMinus);
        Check.positive("PairStdp.tauPlus", tauPlus);
        Check.positive("PairStdp.tauMinus", tauMinus);
    }

    /** Steps of 0.005 up and 0.00525 down, 20 ms, all pairs, hard bounds. */
    public PairStdp() {
        this(0.005, 0.00525, ms(20), ms(20), Pairing.ALL, Bounds.HARD);
    }

    /** The form of BindsNET's PostPre: nearest pairs, 20 ms, hard bounds. */
    public static PairStdp postPre(double nuPre, double nuPost) {
        return new PairStdp(nuPost, nuPre, ms(20), ms(20), Pairing.NEAREST, Bounds.HARD);
    }

    @Override
    public String name() {
        return "pair-stdp";
    }

    @Override
    public String summary() {
        return "Pairs of spikes change the weight, exponentially with the time between them; hard or soft bounds.";
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
        return TraceModel.ofPairs(
                tauPlus,
                tauMinus,
                aPlus,
                aMinus,
                pairing == Pairing.NEAREST,
                bounds == Bounds.SOFT ? new WeightDependence.Soft() : new WeightDependence.Additive());
    }
}
