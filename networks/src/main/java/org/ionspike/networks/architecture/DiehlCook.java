package org.ionspike.networks.architecture;

import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.nS;
import static org.ionspike.engine.units.Units.pF;

import java.util.Optional;
import org.ionspike.engine.network.Connector;
import org.ionspike.engine.network.Impulse;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.network.Projection.Polarity;
import org.ionspike.engine.network.Weights;
import org.ionspike.engine.network.WinnerInhibition;
import org.ionspike.engine.neuron.AdaptiveLifNeuron;
import org.ionspike.engine.neuron.LifNeuron;
import org.ionspike.engine.plasticity.PairStdp;
import org.ionspike.engine.source.InputLines;
import org.ionspike.engine.synapse.IdealSynapse;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;

/**
 * The two-layer network of Diehl and Cook with the numbers of BindsNET: every input line learns onto every excitatory
 * neuron by pair STDP; each excitatory neuron excites one inhibitory neuron, which inhibits all other excitatory ones.
 *
 * <pre>
 * w in 0 to 1, start evenly in 0 to 0.3, a spike adds w mV        after every sample: sum of w onto a neuron = lines / 10
 * pre:  w -= 1e-4 y     post: w += 1e-2 x     traces set to 1 by a spike, 20 ms
 * excitatory to inhibitory 22.5 mV, inhibitory to excitatory -120 mV, one step each
 * </pre>
 *
 * Of the excitatory spikes of one step only the first in time counts; BindsNET chooses one by chance. The weights of STDP
 * lie at the axon's end: a spike counts when it arrives. Source: Diehl and Cook, Front. Comput. Neurosci. 9, 99 (2015), doi:10.3389/fncom.2015.00099;
 * numbers of {@code DiehlAndCook2015} and {@code eth_mnist.py} of BindsNET (Hazan et al., Front. Neuroinform. 12, 89,
 * 2018).
 *
 * @param lines number of input lines
 * @param neurons number of excitatory neurons, and of inhibitory ones, at least 2
 */
public record DiehlCook(int lines, int neurons) {
    /** Name of the source of input lines. */
    public static final String INPUT = "input";

    /** Name of the group that learns. */
    public static final String EXCITATORY = "excitatory";

    /** Name of the group that inhibits. */
    public static final String INHIBITORY = "inhibitory";

    /** Name of the projection that learns. */
    public static final String LEARNING = "input to excitatory";

    /** How long a sample is shown. */
    public static final Time SAMPLE = ms(350);

    private static final Time STEP = ms(1);
    private static final double SHARE_OF_FULL_WEIGHT = 0.1;

    public DiehlCook {
        Check.atLeast("DiehlCook.lines", lines, 1);
        Check.atLeast("DiehlCook.neurons", neurons, 2);
    }

    /** What the weights onto a neuron add up to after every sample. */
    public double weightSum() {
        return SHARE_OF_FULL_WEIGHT * lines;
    }

    /** The network as it starts to learn. */
    public Network network() {
        var inhibitory = new LifNeuron(
                pF(100),
                nS(10),
                mV(-60),
                mV(-40),
                mV(-45),
                ms(2),
                LifNeuron.Response.DELTA,
                ms(5),
                ms(10),
                mV(0),
                mV(-80));
        return Network.builder("diehl-cook")
                .step(STEP)
                .add(new InputLines(INPUT, lines))
                .add(new NeuronGroup(EXCITATORY, neurons, AdaptiveLifNeuron.diehlAndCook())
                        .withInhibition(WinnerInhibition.withinAStep()))
                .add(new NeuronGroup(INHIBITORY, neurons, inhibitory))
                .add(projection(
                                LEARNING,
                                INPUT,
                                EXCITATORY,
                                new Connector.AllToAll(),
                                new Weights.Even(0, 0.3),
                                mV(1),
                                Polarity.EXCITATORY)
                        .withPlasticity(PairStdp.postPre(1e-4, 1e-2)))
                .add(projection(
                        "excitatory to inhibitory",
                        EXCITATORY,
                        INHIBITORY,
                        new Connector.OneToOne(),
                        new Weights.Uniform(1),
                        mV(22.5),
                        Polarity.EXCITATORY))
                .add(projection(
                        "inhibitory to excitatory",
                        INHIBITORY,
                        EXCITATORY,
                        new Connector.AllToOthers(),
                        new Weights.Uniform(1),
                        mV(120),
                        Polarity.INHIBITORY))
                .build();
    }

    private static Projection projection(
            String name,
            String from,
            String to,
            Connector connector,
            Weights weights,
            Voltage size,
            Polarity polarity) {
        String receptor = polarity == Polarity.EXCITATORY ? "excitatory" : "inhibitory";
        return new Projection(
                name,
                from,
                to,
                connector,
                new IdealSynapse(),
                weights,
                new Impulse(receptor, size),
                STEP,
                polarity,
                Optional.empty());
    }
}
