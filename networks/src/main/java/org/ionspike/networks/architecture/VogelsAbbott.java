package org.ionspike.networks.architecture;

import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.nS;
import static org.ionspike.engine.units.Units.pA;

import com.google.auto.service.AutoService;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.ionspike.engine.network.Connector;
import org.ionspike.engine.network.Distribution;
import org.ionspike.engine.network.Impulse;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NetworkBuilder;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.network.Projection.Polarity;
import org.ionspike.engine.network.Weights;
import org.ionspike.engine.neuron.LifNeuron;
import org.ionspike.engine.neuron.LifNeuron.Response;
import org.ionspike.engine.synapse.IdealSynapse;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Quantity;
import org.ionspike.engine.units.Time;

/**
 * The recurrent networks that simulators are compared on: LIF neurons, 80 % excitatory, about 80 synapses a neuron drawn
 * at random, in self-sustained irregular activity.
 *
 * <p>Source: Vogels and Abbott, J. Neurosci. 25, 10786 (2005), in the form of the benchmarks of Brette et al.,
 * J. Comput. Neurosci. 23, 349 (2007). A spike acts in the next time step.
 */
public final class VogelsAbbott {
    private static final int PUBLISHED_NEURONS = 4000;

    /** Their synapses alone take 3 GB and more. */
    private static final int MOST_NEURONS = 10_000_000;

    private static final double FAN_IN = 80;
    private static final Time STEP = ms(0.1);
    private static final String EXCITATORY = "excitatory";
    private static final String INHIBITORY = "inhibitory";

    private VogelsAbbott() {}

    /**
     * Current-based: impulses of 16.2 pA (1.62 mV over the leak) that decay in 5 ms, and of -90 pA in 10 ms; a constant
     * current of 110 pA drives every neuron 1 mV above its threshold.
     *
     * @param neurons 100 to 10 million, four fifths of them excitatory
     */
    public static Network cuba(int neurons) {
        var impulses = new Impulses(pA(16.2), pA(90), Polarity.INHIBITORY);
        return network(
                "cuba",
                neurons,
                impulses,
                (name, size) -> new NeuronGroup(name, size, new LifNeuron(Response.EXPONENTIAL_CURRENT))
                        .withBias(ImmutableDoubleArray.copyOf(Collections.nCopies(size, pA(110).si())))
                        .withInitial("v", new Distribution.Uniform(mV(-60), mV(-50))));
    }

    /**
     * Conductance-based: impulses of 6 nS that decay in 5 ms, towards 0 mV, and of 67 nS in 10 ms, towards -80 mV.
     * Conductances that would start below 0 (one in twenty of the inhibitory ones) start at 0.
     *
     * @param neurons 100 to 10 million, four fifths of them excitatory
     */
    public static Network coba(int neurons) {
        var impulses = new Impulses(nS(6), nS(67), Polarity.EXCITATORY);
        return network(
                "coba",
                neurons,
                impulses,
                (name, size) -> new NeuronGroup(name, size, new LifNeuron(Response.EXPONENTIAL_CONDUCTANCE))
                        .withInitial("v", new Distribution.Gaussian(mV(-65), mV(5)))
                        .withInitial("gE", new Distribution.ClippedGaussian(nS(40), nS(15), nS(0)))
                        .withInitial("gI", new Distribution.ClippedGaussian(nS(200), nS(120), nS(0))));
    }

    /** {@link #cuba} by name. */
    @AutoService(NamedNetwork.class)
    public static final class Cuba implements NamedNetwork {
        @Override
        public String name() {
            return "cuba";
        }

        @Override
        public String summary() {
            return "LIF neurons with current synapses, self-sustained irregular activity (Vogels and Abbott 2005).";
        }

        @Override
        public int defaultNeurons() {
            return PUBLISHED_NEURONS;
        }

        @Override
        public Network network(int neurons) {
            return cuba(neurons);
        }
    }

    /** {@link #coba} by name. */
    @AutoService(NamedNetwork.class)
    public static final class Coba implements NamedNetwork {
        @Override
        public String name() {
            return "coba";
        }

        @Override
        public String summary() {
            return "LIF neurons with conductance synapses, self-sustained irregular activity (Vogels and Abbott 2005).";
        }

        @Override
        public int defaultNeurons() {
            return PUBLISHED_NEURONS;
        }

        @Override
        public Network network(int neurons) {
            return coba(neurons);
        }
    }

    /** Sizes of the impulses at the receptors, and the sign of the inhibitory ones. */
    private record Impulses(Quantity excitatory, Quantity inhibitory, Polarity sign) {}

    private static Network network(
            String name, int neurons, Impulses impulses, BiFunction<String, Integer, NeuronGroup> group) {
        Check.between("VogelsAbbott.neurons", neurons, 100, MOST_NEURONS);
        int inhibitory = neurons / 5;
        var connector = new Connector.FixedProbability(FAN_IN / neurons);
        NetworkBuilder builder = Network.builder(name)
                .step(STEP)
                .add(group.apply(EXCITATORY, neurons - inhibitory))
                .add(group.apply(INHIBITORY, inhibitory));
        for (String to : List.of(EXCITATORY, INHIBITORY)) {
            builder.add(projection(EXCITATORY, to, connector, impulses.excitatory(), Polarity.EXCITATORY));
            builder.add(projection(INHIBITORY, to, connector, impulses.inhibitory(), impulses.sign()));
        }
        return builder.build();
    }

    private static Projection projection(
            String from, String to, Connector connector, Quantity size, Polarity polarity) {
        return new Projection(
                from + " to " + to,
                from,
                to,
                connector,
                new IdealSynapse(),
                new Weights.Uniform(1),
                new Impulse(from, size),
                STEP,
                polarity,
                Optional.empty());
    }
}
