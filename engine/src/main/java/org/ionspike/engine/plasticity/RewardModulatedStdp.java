package org.ionspike.engine.plasticity;

import static org.ionspike.engine.units.Units.ms;

import com.google.auto.service.AutoService;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.synapse.Connectivity;
import org.ionspike.engine.synapse.ImpulseSynapses;
import org.ionspike.engine.synapse.PlasticSynapses;
import org.ionspike.engine.synapse.ProgrammableSynapses;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;

/**
 * STDP that waits for a reward: pairs of spikes leave an eligibility at the synapse, and a reward turns what is left of
 * it into a change of weight.
 *
 * <pre>
 * pair:      e += aPlus x at a postsynaptic spike,  e -= aMinus y at a presynaptic one     (all pairs, see pair-stdp)
 * between:   e' = -e / tauEligibility
 * reward r:  w += rate r e, within 0 and 1
 * </pre>
 *
 * The reward acts at once. The eligibility stays after it. Memory: 4 bytes a synapse besides those of pair STDP. Cost: a
 * reward visits every synapse, and so does, once in 20 tauEligibility, the rule itself. Source: three-factor rule with
 * an eligibility trace, Fremaux and Gerstner, Front. Neural Circuits 9, 85 (2016); Izhikevich, Cereb. Cortex 17, 2443
 * (2007), whose tauEligibility of 1 s is the default, with dopamine that lasts 200 ms where ours is an impulse.
 *
 * @param rate weight for an eligibility of 1 at a reward of 1
 * @param aPlus eligibility of a pair at no distance, the postsynaptic spike last
 * @param aMinus as {@code aPlus}, the presynaptic spike last; it is subtracted
 * @param tauPlus above 0
 * @param tauMinus above 0
 * @param tauEligibility above 0
 */
@AutoService(PlasticityRule.class)
public record RewardModulatedStdp(
        double rate, double aPlus, double aMinus, Time tauPlus, Time tauMinus, Time tauEligibility)
        implements PlasticityRule {
    public RewardModulatedStdp {
        Check.finite("RewardModulatedStdp.rate", rate);
        Check.finite("RewardModulatedStdp.aPlus", aPlus);
        Check.finite("RewardModulatedStdp.aMinus", aMinus);
        Check.positive("RewardModulatedStdp.tauPlus", tauPlus);
        Check.positive("RewardModulatedStdp.tauMinus", tauMinus);
        Check.positive("RewardModulatedStdp.tauEligibility", tauEligibility);
    }

    /** Rate 0.01, steps of 1 and 1.05 over 20 ms, eligibility for 1 s. */
    public RewardModulatedStdp() {
        this(0.01, 1, 1.05, ms(20), ms(20), ms(1000));
    }

    @Override
    public String name() {
        return "reward-modulated-stdp";
    }

    @Override
    public String summary() {
        return "Pairs of spikes leave an eligibility that a reward turns into a change of weight.";
    }

    @Override
    public Kernel kernel(ProgrammableSynapses synapses) {
        return new RewardKernel(synapses);
    }

    @Override
    public Kernel kernel(ImpulseSynapses synapses) {
        return new RewardKernel(TraceKernel.oneByOne(synapses));
    }

    private final class RewardKernel implements Kernel {
        /** Time constants after which the common factor of all eligibilities is set to 1 again. */
        private static final double PERIOD = 20;

        private final PlasticSynapses synapses;
        private final float[][] scaled;
        private final TraceKernel pairs;
        private double reference;

        RewardKernel(PlasticSynapses synapses) {
            this.synapses = synapses;
            Connectivity connectivity = synapses.connectivity();
            scaled = new float[connectivity.pre()][];
            for (int line = 0; line < scaled.length; line++) {
                scaled[line] = new float[connectivity.fanOut(line)];
            }
            var model = TraceModel.ofPairs(tauPlus, tauMinus, aPlus, aMinus, false, new WeightDependence.Unbounded());
            pairs = TraceKernel.of(model, connectivity, scaled, timeSeconds -> 1 / factor(timeSeconds));
        }

        private double factor(double timeSeconds) {
            return Math.exp((reference - timeSeconds) / tauEligibility.si());
        }

        @Override
        public void presynapticSpike(int line, double timeSeconds) {
            tidy(timeSeconds);
            pairs.presynapticSpike(line, timeSeconds);
        }

        @Override
        public void postsynapticSpike(
                int neuron, double timeSeconds, boolean winner, long presentation, boolean[] lineIsOn) {
            tidy(timeSeconds);
            pairs.postsynapticSpike(neuron, timeSeconds, winner, presentation, lineIsOn);
        }

        @Override
        public void reward(double value, double timeSeconds) {
            pairs.settle();
            double gain = rate * value * factor(timeSeconds);
            for (int line = 0; line < scaled.length; line++) {
                for (int k = 0; k < scaled[line].length; k++) {
                    if (scaled[line][k] != 0) {
                        synapses.change(line, k, gain * scaled[line][k]);
                    }
                }
            }
        }

        private void tidy(double timeSeconds) {
            if (timeSeconds - reference > PERIOD * tauEligibility.si()) {
                pairs.settle();
                scale((float) factor(timeSeconds));
                reference = timeSeconds;
            }
        }

        private void scale(float by) {
            for (float[] row : scaled) {
                for (int k = 0; k < row.length; k++) {
                    row[k] *= by;
                }
            }
        }

        @Override
        public void settle() {
            pairs.settle();
        }

        @Override
        public void transfer(StateTransfer state) {
            state.rows("eligibility", scaled);
            reference = state.number("eligibilityReference", reference);
            pairs.transfer(state);
        }

        @Override
        public void reset() {
            pairs.reset();
            scale(0);
            reference = 0;
        }
    }
}
