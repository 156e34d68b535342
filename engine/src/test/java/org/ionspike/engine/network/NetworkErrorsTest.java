package org.ionspike.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.pA;
import static org.ionspike.engine.units.Units.us;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Optional;
import java.util.stream.Stream;
import org.ionspike.engine.network.Projection.Polarity;
import org.ionspike.engine.neuron.HodgkinHuxleyNeuron;
import org.ionspike.engine.neuron.LifNeuron;
import org.ionspike.engine.neuron.ReducedIonicNeuron;
import org.ionspike.engine.plasticity.PlasticityRule;
import org.ionspike.engine.plasticity.WinnerStdp;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.source.CurrentStep;
import org.ionspike.engine.source.InputLines;
import org.ionspike.engine.source.PoissonSource;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.synapse.Connectivity;
import org.ionspike.engine.synapse.StaticSynapse;
import org.ionspike.engine.units.Frequency;
import org.ionspike.engine.units.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkErrorsTest {
    private static final NeuronGroup GROUP = new NeuronGroup("neurons", 4, new ReducedIonicNeuron());

    private static NetworkBuilder network() {
        return Network.builder("test").step(us(10)).add(GROUP).add(new InputLines("input", 3));
    }

    private static Projection projection(String from, String to, Connector connector, Time delay, Weights weights) {
        return new Projection(
                "p",
                from,
                to,
                connector,
                new StaticSynapse(),
                weights,
                new LineDrive(mV(100), ms(1)),
                delay,
                Polarity.EXCITATORY,
                Optional.empty());
    }

    private static Projection projection(Connector connector) {
        return projection("input", "neurons", connector, new Time(0), new Weights.Uniform(1));
    }

    private static void assertBuildFails(NetworkBuilder builder, String message) {
        assertThatThrownBy(() -> new Simulation(builder.build(), new SimulationSettings(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void namesTheLineOfCodeThatAddedThePart() {
        NetworkBuilder builder = network();
        int line = new Throwable().getStackTrace()[0].getLineNumber() + 1;
        builder.add(projection("input", "nowhere", new Connector.AllToAll(), us(0), new Weights.Uniform(1)));
        assertBuildFails(builder, " Added at NetworkErrorsTest.java:" + line + ".");

        NetworkBuilder twice = Network.builder("twice").step(us(10));
        twice.add(GROUP);
        twice.add(GROUP);
        assertBuildFails(
                twice,
                "Name of a group ('neurons') is already taken by a group; every part needs a name of its own. Added at"
                        + " NetworkErrorsTest.java:" + (line + 4) + " and at NetworkErrorsTest.java:" + (line + 5)
                        + ".");
    }

    @Test
    void refusesAStepThatIsTooLongForAModelWhenTheNetworkIsBuilt() {
        assertThatThrownBy(() -> Network.builder("long")
                        .step(ms(1))
                        .add(new NeuronGroup("cells", 1, new HodgkinHuxleyNeuron()))
                        .build())
                .hasMessageStartingWith("Group 'cells': The time step (1 ms) is too long for neuron model"
                        + " 'hodgkin-huxley-neuron': it must be at most 100 us");
    }

    static Stream<Arguments> partsThatDoNotFit() {
        var all = new Connector.AllToAll();
        var one = new Weights.Uniform(1);
        return Stream.of(
                arguments(
                        network().add(new NeuronGroup("input", 2, new ReducedIonicNeuron())),
                        "Name of a source ('input') is already taken by a group; every part needs a name of its own."),
                arguments(
                        network()
                                .add(projection("input", "neurons", all, us(0), one))
                                .add(projection("input", "neurons", all, us(0), one)),
                        "Name of a projection ('p') is already taken by a projection;"),
                arguments(network().add(new NeuronGroup(" ", 2, new ReducedIonicNeuron())), "must not be blank."),
                arguments(
                        network().add(new NeuronGroup("a[0:2]", 2, new ReducedIonicNeuron())),
                        "Name of a group ('a[0:2]') must not end like a slice, in [first:end]."),
                arguments(
                        network().add(projection("neurons[2:1]", "neurons", all, us(10), one)),
                        "Projection 'p': from (neurons[2:1]) must be [first:end] with first below end and end at most the"
                                + " size of 'neurons' (4)."),
                arguments(
                        network().add(projection("input", "neurons[0:5]", all, us(10), one)),
                        "Projection 'p': to (neurons[0:5]) must be [first:end] with"),
                arguments(
                        network().add(projection("input[0:x]", "neurons", all, us(10), one)),
                        "Projection 'p': from ('input[0:x]') must be a name or a slice [first:end] with two whole numbers,"
                                + " such as 'input[0:1]'."),
                arguments(
                        network().add(projection("nowhere[0:1]", "neurons", all, us(10), one)),
                        "Projection 'p': from ('nowhere') is not in the network. Known: [neurons, input]."),
                arguments(
                        network().add(new CurrentStep("c", "neurons[0:2]", pA(1), ms(0), ms(1))),
                        "Current 'c': target (neurons[0:2]) must be a whole group, not a slice;"),
                arguments(
                        network().add(new CurrentStep("c", "neurons", pA(1), us(15), ms(1))),
                        "Current 'c': start (15 us) must be a whole number of time steps (10 us); the nearest is 20 us."),
                arguments(
                        network().add(projection("neurons", "neurons", all, us(4), one)),
                        "Projection 'p': delay (4 us) must be at least one time step (10 us) between neurons."),
                arguments(
                        network().add(new PoissonSource("noise", 3, new Frequency(1e12))),
                        "Source 'noise': rate (1000 GHz) must be at most 1000 spikes of a line in a time step (10 us)."),
                arguments(
                        network()
                                .add(new NeuronGroup("more", 2, new LifNeuron())
                                        .withInitial("w", new Distribution.Constant(mV(1)))),
                        "Group 'more': No state variable of 'lif-neuron' is named 'w'. Known: [iE, iI, v]."),
                arguments(
                        network()
                                .add(new NeuronGroup("more", 2, new LifNeuron())
                                        .withInitial("v", new Distribution.Constant(pA(1)))),
                        "Group 'more': initial 'v' (a current) must be a voltage."),
                arguments(
                        network().add(projection("input", "neurons", new FixedInDegree(4, true), us(10), one)),
                        "Projection 'p': FixedInDegree.connections (4) must be at most the number of lines (3)."));
    }

    @ParameterizedTest
    @MethodSource
    void partsThatDoNotFit(NetworkBuilder builder, String message) {
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageMatching(".* Added at NetworkErrorsTest.java:\\d+( and at NetworkErrorsTest.java:\\d+)?\\.");
    }

    @Test
    void namesTheLineThatBuildsWhatNoPartIsToBlameFor() {
        NetworkBuilder builder = Network.builder("empty");
        int line = new Throwable().getStackTrace()[0].getLineNumber() + 1;
        assertThatThrownBy(() -> builder.build())
                .hasMessage("Network.groups (none) must hold at least one group. Built at NetworkErrorsTest.java:"
                        + line + ".");
        assertThatThrownBy(() -> network().step(us(0)).build())
                .hasMessageStartingWith(
                        "Network.step (0 s) must be above 0 and finite. Built at NetworkErrorsTest.java:");
    }

    @Test
    void namesTheDelayThatIsNoWholeNumberOfSteps() {
        var all = new Connector.AllToAll();
        assertBuildFails(
                network().add(projection("input", "neurons", all, us(15), new Weights.Uniform(1))),
                "Projection 'p': delay (15 us) must be a whole number of time steps (10 us)");
        assertBuildFails(
                network().add(projection("neurons", "neurons", all, us(0), new Weights.Uniform(1))),
                "Projection 'p': delay (0 s) must be at least one time step (10 us) between neurons");
    }

    @Test
    void namesUnknownAndDoubleParts() {
        var all = new Connector.AllToAll();
        assertBuildFails(
                network().add(projection("inptu", "neurons", all, us(10), new Weights.Uniform(1))),
                "Projection 'p': from ('inptu') is not in the network. Known: [neurons, input]");
        assertBuildFails(
                network().add(projection("input", "input", all, us(10), new Weights.Uniform(1))),
                "Projection 'p': to ('input') is not in the network. Known: [neurons]");
        assertBuildFails(
                network().add(new InputLines("neurons", 3)),
                "Name of a source ('neurons') is already taken by a group; every part needs a name of its own.");
        assertBuildFails(
                network().add(new CurrentStep("c", "neuron", pA(1), ms(0), ms(1))),
                "Current 'c': target ('neuron') is not in the network. Known: [neurons]");
        var simulation = new Simulation(network().build(), new SimulationSettings(1));
        assertThatThrownBy(() -> simulation.state("neuron", "v"))
                .hasMessage("No group is named 'neuron'. Known: [neurons].");
        assertThatThrownBy(() -> simulation.weights("p")).hasMessage("No projection is named 'p'. Known: [].");
    }

    @Test
    void namesWrongShapesAndNumbers() {
        assertBuildFails(
                network().add(projection(new Connector.OneToOne())),
                "Connector one-to-one: number of lines (3) must equal the number of neurons (4).");
        var given = new Weights.Given(new float[3][5]);
        assertBuildFails(
                network().add(projection("input", "neurons", new Connector.AllToAll(), us(0), given)),
                "Projection 'p': Shape of the weights (3 x 5) must be 3 x 4: one row per line, one weight per synapse on the line.");
        var rows = new Weights.Given(new float[2][4]);
        assertBuildFails(
                network().add(projection("input", "neurons", new Connector.AllToAll(), us(0), rows)),
                "Projection 'p': Shape of the weights (2 x 4) must have 3 rows, one per line of the projection.");
        assertThatThrownBy(() -> new Weights.Given(new float[][] {{0, Float.NaN}}))
                .hasMessage("Weight on line 0 (NaN) must lie between 0 and 1.");
        assertThatThrownBy(() -> GROUP.withBias(ImmutableDoubleArray.of(0, Double.NaN, 0, 0)))
                .hasMessage("Group 'neurons': bias of neuron 1 (NaN A) must be finite.");
        assertThatThrownBy(() -> new Connector.FixedProbability(Double.NaN)).hasMessageContaining("probability (NaN)");
    }

    @Test
    void namesPairsThatAreDoubleOrOutside() {
        var twice = ImmutableList.of(new Connector.Pair(1, 2), new Connector.Pair(0, 2), new Connector.Pair(1, 2));
        assertBuildFails(
                network().add(projection(new Connector.Pairs(twice))),
                "Connector.Pairs (Pair[line=1, neuron=2]) must hold every pair only once.");
        assertBuildFails(
                network().add(projection(new Connector.Pairs(ImmutableList.of(new Connector.Pair(0, 4))))),
                "Connector.Pairs: neuron of Pair[line=0, neuron=4] (4) must lie between 0 and 3.");
        assertBuildFails(
                network().add(projection(new Connector.Pairs(ImmutableList.of(new Connector.Pair(3, 0))))),
                "Connector.Pairs: line of Pair[line=3, neuron=0] (3) must lie between 0 and 2.");
    }

    @Test
    void refusesPlasticityWhereNoWeightCanLearn() {
        Optional<PlasticityRule> rule = Optional.of(new WinnerStdp());
        var plain = projection(new Connector.AllToAll());
        assertBuildFails(
                network()
                        .add(new Projection(
                                "p",
                                "input",
                                "neurons",
                                plain.connector(),
                                plain.synapse(),
                                plain.weights(),
                                plain.drive(),
                                plain.delay(),
                                plain.polarity(),
                                rule)),
                "Projection 'p': synapse 'static-synapse' cannot be programmed");
        assertThatThrownBy(() -> new Projection(
                        "p",
                        "input",
                        "neurons",
                        new Connector.CommonColumn(),
                        plain.synapse(),
                        plain.weights(),
                        plain.drive(),
                        plain.delay(),
                        plain.polarity(),
                        rule))
                .hasMessageContaining("plasticity (winner-stdp) does not go with a common column");
    }

    @Test
    void namesWhatIsWrongWithATimeOrASample() {
        var simulation = new Simulation(network().build(), new SimulationSettings(1));
        assertThatThrownBy(() -> simulation.run(us(15)))
                .hasMessageContaining("Duration (15 us) must be a whole number");
        assertThatThrownBy(() -> simulation.run(new Time(Double.POSITIVE_INFINITY)))
                .hasMessageContaining("Duration (inf s) must be 0 or above and finite");
        assertThatThrownBy(() -> simulation.every(us(0), () -> {}))
                .hasMessageContaining("Interval (0 s) must be above 0");
        assertThatThrownBy(() -> simulation.present(SpikeRaster.atOnset(2, new int[] {1})))
                .hasMessageContaining("Raster (2 lines) must have as many lines as source 'input' (3)");
    }

    @Test
    void connectionsAreDrawnWithTheirProbabilityAndSeenFromBothSides() {
        var connector = new Connector.FixedProbability(0.02);
        Connectivity drawn = connector.connect(Ends.of(500, 1000), new RandomStreams(1).stream("connections"));
        int devices = 0;
        int incoming = 0;
        for (int i = 0; i < 500; i++) {
            devices += drawn.fanOut(i);
        }
        for (int j = 0; j < 1000; j++) {
            incoming += drawn.fanIn(j);
            for (int n = 0; n < drawn.fanIn(j); n++) {
                assertThat(drawn.target(drawn.source(j, n), drawn.sourcePosition(j, n)))
                        .isEqualTo(j);
            }
        }
        assertThat(devices).isBetween(10_000 - 500, 10_000 + 500).isEqualTo(incoming); // five standard deviations
        assertThat(new Connector.FixedProbability(1)
                        .connect(Ends.of(2, 3), new RandomStreams(1).stream("x"))
                        .fanOut(1))
                .isEqualTo(3);
        assertThat(new Connector.FixedProbability(0)
                        .connect(Ends.of(2, 3), new RandomStreams(1).stream("x"))
                        .fanOut(1))
                .isZero();
    }
}
