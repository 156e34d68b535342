package org.ionspike.networks.architecture;

import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.nS;
import static org.ionspike.engine.units.Units.pA;
import static org.ionspike.engine.units.Units.pF;

import java.util.List;
import java.util.Optional;
import org.ionspike.engine.network.Distribution;
import org.ionspike.engine.network.FixedInDegree;
import org.ionspike.engine.network.Impulse;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NetworkBuilder;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.network.Projection.Polarity;
import org.ionspike.engine.network.Weights;
import org.ionspike.engine.neuron.LifNeuron;
import org.ionspike.engine.plasticity.PowerLawStdp;
import org.ionspike.engine.source.PoissonImpulses;
import org.ionspike.engine.synapse.IdealSynapse;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Current;
import org.ionspike.engine.units.Frequency;
import org.ionspike.engine.units.Time;

/**
 * The balanced random network whose excitatory synapses learn by power-law STDP: LIF neurons with alpha currents, 80 %
 * excitatory, a fixed number of synapses into each, and Poisson impulses from outside.
 *
 * <pre>
 * rate from outside = eta threshold / (C_E J (tau / C) e tau_syn) C_E     threshold over rest, J the peak current
 * </pre>
 *
 * Source: Morrison, Aertsen and Diesmann, Neural Comput. 19, 1437 (2007), with the parameters of NEST's example
 * hpc_benchmark (Helias et al., Front. Neuroinform. 6, 26 (2012)). Different here: no pair of neurons is joined twice;
 * the delay is on the side of the axon, for STDP too; weights end at ten times the one they start with.
 */
public final class MorrisonAertsenDiesmann {
    private static final Time STEP = ms(0.1);
    private static final Time DELAY = ms(1.5);
    private static final Time SYNAPSE = ms(0.3258272240372284);
    private static final Current PEAK = pA(45.61);
    private static final double INHIBITION = 5;
    private static final double ETA = 1.685;

    /** The weight 1 of a plastic synapse, in multiples of the start weight. */
    private static final double ROOM = 10;

    private static final String EXCITATORY = "excitatory";
    private static final String INHIBITORY = "inhibitory";

    private MorrisonAertsenDiesmann() {}

    /** 10 000 neurons with 1000 synapses each. */
    public static Network network() {
        return network(10_000, 1000, true);
    }

    /**
     * The network of another size. With few synapses on few neurons it does not stay in the published state.
     *
     * @param neurons four fifths of them excitatory
     * @param inDegree synapses into each neuron, four fifths of them excitatory; at least 5
     * @param plastic whether the excitatory synapses between excitatory neurons learn
     */
    public static Network network(int neurons, int inDegree, boolean plastic) {
        Check.atLeast("MorrisonAertsenDiesmann.neurons", neurons, 10);
        Check.atLeast("MorrisonAertsenDiesmann.inDegree", inDegree, 5);
        int inhibitory = neurons / 5;
        int inhibitoryIn = inDegree / 5;
        int excitatoryIn = inDegree - inhibitoryIn;
        NetworkBuilder builder = Network.builder("morrison-aertsen-diesmann")
                .step(STEP)
                .add(group(EXCITATORY, neurons - inhibitory))
                .add(group(INHIBITORY, inhibitory));
        for (String to : List.of(EXCITATORY, INHIBITORY)) {
            builder.add(new PoissonImpulses(to + " background", to, EXCITATORY, PEAK, background()));
            Projection fromExcitatory = projection(EXCITATORY, to, excitatoryIn, 1, Polarity.EXCITATORY);
            boolean learns = plastic && to.equals(EXCITATORY);
            builder.add(learns ? fromExcitatory.withPlasticity(rule()) : fromExcitatory);
            builder.add(projection(INHIBITORY, to, inhibitoryIn, INHIBITION, Polarity.INHIBITORY));
        }
        return builder.build();
    }

    private static NeuronGroup group(String name, int size) {
        var neuron = new LifNeuron(
                pF(250),
                nS(25),
                mV(0),
                mV(20),
                mV(0),
                ms(0.5),
                LifNeuron.Response.ALPHA_CURRENT,
                SYNAPSE,
                SYNAPSE,
                mV(0),
                mV(0));
        return new NeuronGroup(name, size, neuron).withInitial("v", new Distribution.Gaussian(mV(5.7), mV(7.2)));
    }

    /** Does not depend on the number of synapses, as each is C_E times as rare as needed by one. */
    private static Frequency background() {
        double perImpulse = PEAK.si() * Math.E * SYNAPSE.si() / pF(250).si(); // V of membrane that an impulse gives
        return new Frequency(ETA * mV(20).si() / (perImpulse * ms(10).si()));
    }

    private static PowerLawStdp rule() {
        return PowerLawStdp.ofAbsolute(0.1, 0.0513, 0.4, ms(15), ms(30), ROOM * PEAK.si() / pA(1).si());
    }

    private static Projection projection(String from, String to, int inDegree, double factor, Polarity polarity) {
        return new Projection(
                from + " to " + to,
                from,
                to,
                new FixedInDegree(inDegree, false),
                new IdealSynapse(),
                new Weights.Uniform(1 / ROOM),
                new Impulse(from, new Current(factor * ROOM * PEAK.si())),
                DELAY,
                polarity,
                Optional.empty());
    }
}
