package org.ionspike.networks.architecture;

import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.nAPerSecond;
import static org.ionspike.engine.units.Units.us;

import java.util.Optional;
import org.ionspike.engine.network.Connector;
import org.ionspike.engine.network.LineDrive;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.network.Projection.Polarity;
import org.ionspike.engine.network.Weights;
import org.ionspike.engine.network.WinnerInhibition;
import org.ionspike.engine.neuron.NeuronModel;
import org.ionspike.engine.plasticity.Annealing;
import org.ionspike.engine.plasticity.BiasHomeostasis;
import org.ionspike.engine.plasticity.WinnerStdp;
import org.ionspike.engine.source.CurrentRamp;
import org.ionspike.engine.source.InputLines;
import org.ionspike.engine.synapse.IonicSynapse;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Current;
import org.ionspike.engine.units.CurrentRate;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;

/**
 * One layer of ionic neurons that compete for every sample.
 *
 * <p>Active input lines are held at a voltage; each reaches every neuron through an ionic synapse and, through a
 * reference column that is subtracted, all neurons alike. A common current ramp makes the neuron with the largest input
 * fire first. Its spike clamps all membranes, and it alone learns. A bias current keeps the neurons equally busy.
 *
 * <pre>I_j(t) = V_in n_s sum over active lines of (G_ij - G_ref) + bias_j + r t</pre>
 *
 * Design: our modelling choice (docs/physics.md). The membrane forgets within 0.2 ms, so a line is held for the whole
 * presentation; a conductance synapse with a reversal potential near threshold, slow inhibition or no homeostasis
 * break the learning.
 *
 * @param lines number of input lines
 * @param neurons number of neurons
 * @param neuron model of the neurons
 * @param synapse model of the synapses
 * @param inputVoltage voltage of a held line
 * @param referenceWeight weight of the reference column
 * @param ramp slope of the common current
 * @param rest time for which all membranes are clamped after a presentation
 * @param clampVoltage where they are clamped
 * @param step time step of the grid
 * @param initialMean mean of the start weights
 * @param initialSpread standard deviation of the start weights
 * @param stdp learning rule without its annealing
 * @param homeostasisGain what a winner pays: gain x neurons x the current of one full weight; 0 for no homeostasis
 * @param finalRate learning rate at the end of training
 */
public record WinnerTakeAll(
        int lines,
        int neurons,
        NeuronModel neuron,
        IonicSynapse synapse,
        Voltage inputVoltage,
        double referenceWeight,
        CurrentRate ramp,
        Time rest,
        Voltage clampVoltage,
        Time step,
        double initialMean,
        double initialSpread,
        WinnerStdp stdp,
        double homeostasisGain,
        double finalRate) {

    /** Name of the source of input lines. */
    public static final String INPUT = "input";

    /** Name of the group of neurons. */
    public static final String NEURONS = "neurons";

    /** Name of the plastic projection. */
    public static final String CROSSBAR = "crossbar";

    /** Name of the subtracted column. */
    public static final String REFERENCE = "reference";

    public WinnerTakeAll {
        Check.atLeast("WinnerTakeAll.lines", lines, 1);
        Check.atLeast("WinnerTakeAll.neurons", neurons, 1);
        Check.between("WinnerTakeAll.referenceWeight", referenceWeight, 0, 1);
        Check.notNegative("WinnerTakeAll.homeostasisGain", homeostasisGain);
    }

    /** The documented design: lines at 0.1 V, ramp of 50 nA/s, rest of 5 ms at -30 mV, step of 10 us. */
    public WinnerTakeAll(int lines, int neurons, NeuronModel neuron, IonicSynapse synapse) {
        this(
                lines,
                neurons,
                neuron,
                synapse,
                mV(100),
                0.6,
                nAPerSecond(50),
                ms(5),
                mV(-30),
                us(10),
                0.35,
                0.1,
                new WinnerStdp(),
                0.03,
                0.1);
    }

    /** The same network without homeostasis. */
    public WinnerTakeAll withoutHomeostasis() {
        return new WinnerTakeAll(
                lines,
                neurons,
                neuron,
                synapse,
                inputVoltage,
                referenceWeight,
                ramp,
                rest,
                clampVoltage,
                step,
                initialMean,
                initialSpread,
                stdp,
                0,
                finalRate);
    }

    /**
     * The network as it starts to learn.
     *
     * @param presentations over how many presentations the learning rate falls, at least 1
     */
    public Network network(int presentations) {
        var annealing = new Annealing(finalRate, presentations);
        var group =
                new NeuronGroup(NEURONS, neurons, neuron).withInhibition(new WinnerInhibition(1, clampVoltage, rest));
        if (homeostasisGain > 0) {
            double unit = synapse.unitAmperes(inputVoltage.si());
            group = group.withHomeostasis(
                    new BiasHomeostasis(new Current(homeostasisGain * neurons * unit), annealing));
        }
        var learning = new WinnerStdp(stdp.aPlus(), stdp.aMinus(), stdp.b(), annealing);
        var drive = LineDrive.held(inputVoltage);
        return Network.builder("wta")
                .step(step)
                .add(group)
                .add(new InputLines(INPUT, lines))
                .add(new CurrentRamp("ramp", NEURONS, ramp))
                .add(new Projection(
                        CROSSBAR,
                        INPUT,
                        NEURONS,
                        new Connector.AllToAll(),
                        synapse,
                        new Weights.Gaussian(initialMean, initialSpread),
                        drive,
                        new Time(0),
                        Polarity.EXCITATORY,
                        Optional.of(learning)))
                .add(new Projection(
                        REFERENCE,
                        INPUT,
                        NEURONS,
                        new Connector.CommonColumn(),
                        synapse,
                        new Weights.Uniform(referenceWeight),
                        drive,
                        new Time(0),
                        Polarity.INHIBITORY,
                        Optional.empty()))
                .build();
    }

    /**
     * A network for reading: nothing learns, and a presentation ends when so many neurons have fired.
     *
     * @param trained a network of this architecture
     * @param winners at least 1, at most the number of neurons
     */
    public static Network reading(Network trained, int winners) {
        Check.between("winners", winners, 1, trained.group(NEURONS).size());
        return trained.frozen()
                .mapGroups(group -> group.inhibition()
                        .map(rule -> group.withInhibition(rule.withWinners(winners)))
                        .orElse(group));
    }
}
