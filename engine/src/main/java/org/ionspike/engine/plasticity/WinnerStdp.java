package org.ionspike.engine.plasticity;

import com.google.auto.service.AutoService;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.synapse.Connectivity;
import org.ionspike.engine.synapse.ProgrammableSynapses;
import org.ionspike.engine.units.Check;

/**
 * STDP of the neuron that wins a presentation: lines that are on when it fires are strengthened, silent lines are
 * weakened, with the exponential soft bounds of a memristive device.
 *
 * <pre>on:      dw = +rate aPlus  exp(b (1 - 2 w))
 * silent:  dw = -rate aMinus exp(b (2 w - 1))</pre>
 *
 * The fixed point is w = 1/2 + ln(p aPlus / ((1 - p) aMinus)) / (4 b), p the chance that the line is on when the
 * neuron wins: the weight stores log-odds. Form of the rule: Querlioz et al., IEEE Trans. Nanotechnol. 12, 288 (2013),
 * there with a window in time; constants and the use of held lines are our modelling choice.
 *
 * @param aPlus step up at w = 1/2, 0 or above
 * @param aMinus step down at w = 1/2, 0 or above
 * @param b steepness of the soft bounds, 0 to 10
 * @param annealing learning rate against presentations
 */
@AutoService(PlasticityRule.class)
public record WinnerStdp(double aPlus, double aMinus, double b, Annealing annealing) implements PlasticityRule {
    public WinnerStdp {
        Check.notNegative("WinnerStdp.aPlus", aPlus);
        Check.notNegative("WinnerStdp.aMinus", aMinus);
        Check.between("WinnerStdp.b", b, 0, 10);
    }

    /** Steps of 0.05 up and 0.08 down, steepness 2, constant rate. */
    public WinnerStdp() {
        this(0.05, 0.08, 2, Annealing.none());
    }

    @Override
    public String name() {
        return "winner-stdp";
    }

    @Override
    public String summary() {
        return "The winner strengthens the lines that are on and weakens the silent ones, with exponential soft bounds.";
    }

    /** Change of a weight when its neuron wins, at rate 1. */
    public double change(double weight, boolean on) {
        return on ? aPlus * Math.exp(b * (1 - 2 * weight)) : -aMinus * Math.exp(b * (2 * weight - 1));
    }

    @Override
    public Kernel kernel(ProgrammableSynapses synapses) {
        return new WinnerKernel(synapses);
    }

    private final class WinnerKernel implements Kernel {
        private final ProgrammableSynapses synapses;

        WinnerKernel(ProgrammableSynapses synapses) {
            this.synapses = synapses;
        }

        @Override
        public void presynapticSpike(int line, double timeSeconds) {
            // the rule asks which lines are on when the winner fires, not when they came on
        }

        @Override
        public void transfer(StateTransfer state) {
            // it remembers no spike
        }

        @Override
        public void postsynapticSpike(
                int neuron, double timeSeconds, boolean winner, long presentation, boolean[] lineIsOn) {
            if (!winner) {
                return;
            }
            double rate = annealing.rate(presentation);
            Connectivity connectivity = synapses.connectivity();
            int devices = connectivity.fanIn(neuron);
            for (int n = 0; n < devices; n++) {
                int line = connectivity.source(neuron, n);
                int k = connectivity.sourcePosition(neuron, n);
                synapses.change(line, k, rate * change(synapses.weight(line, k), lineIsOn[line]));
            }
        }
    }
}
