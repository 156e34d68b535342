package org.ionspike.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ionspike.engine.units.Units.Hz;
import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.nS;
import static org.ionspike.engine.units.Units.pA;
import static org.ionspike.engine.units.Units.us;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.ionspike.engine.network.Connector;
import org.ionspike.engine.network.Impulse;
import org.ionspike.engine.network.LineDrive;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.network.Projection.Polarity;
import org.ionspike.engine.network.Weights;
import org.ionspike.engine.neuron.IonicNeuron;
import org.ionspike.engine.neuron.LifNeuron;
import org.ionspike.engine.neuron.LifNeuron.Response;
import org.ionspike.engine.neuron.NeuronModel;
import org.ionspike.engine.neuron.Stimulus;
import org.ionspike.engine.neuron.Workers;
import org.ionspike.engine.plasticity.TripletStdp;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.source.PoissonSource;
import org.ionspike.engine.synapse.Connectivity;
import org.ionspike.engine.synapse.IdealSynapse;
import org.ionspike.engine.synapse.StaticSynapse;
import org.ionspike.engine.units.Time;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads that share the neurons of a group change no bit. */
class ThreadsTest {
    /** Enough for two threads to share, and no multiple of anything. */
    private static final int NEURONS = 4099;

    private record Spike(int neuron, double timeSeconds) {}

    private static List<Spike> run(Network network, SimulationSettings settings, int steps) {
        var simulation = new Simulation(network, settings);
        List<Spike> spikes = new ArrayList<>();
        simulation.onSpike("cells", (neuron, time) -> spikes.add(new Spike(neuron, time)));
        simulation.run(new Time(steps * network.step().si()));
        return spikes;
    }

    static List<NeuronModel> models() {
        return ServiceLoader.load(NeuronModel.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private static Network driven(NeuronModel model) {
        Stimulus stimulus = Stimulus.of(model);
        UniformRandomProvider random = new RandomStreams(5).stream("bias");
        var bias = ImmutableDoubleArray.builder();
        for (int j = 0; j < NEURONS; j++) {
            bias.add(stimulus.scale() * (0.4 + 1.2 * random.nextDouble()));
        }
        return Network.builder("driven")
                .step(new Time(stimulus.dt()))
                .add(new NeuronGroup("cells", NEURONS, model).withBias(bias.build()))
                .build();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyModelSpikesInTheSameBitsWithOneTwoAndThreeThreads(NeuronModel model) {
        Network network = driven(model);
        var settings = new SimulationSettings(1);
        List<Spike> one = run(network, settings, 600);
        assertThat(one).hasSizeGreaterThan(NEURONS / 4);
        assertThat(run(network, settings.withThreads(2), 600)).isEqualTo(one);
        assertThat(run(network, settings.withThreads(3), 600)).isEqualTo(one);
        assertThat(run(network, settings.withThreads(2).withParking(false), 600))
                .isEqualTo(one);
    }

    private static Network recurrent(Response response) {
        var size = response == Response.DELTA ? mV(1) : response == Response.EXPONENTIAL_CONDUCTANCE ? nS(6) : pA(60);
        var projections = new ArrayList<Projection>();
        for (String from : List.of("input", "cells")) {
            projections.add(new Projection(
                    from + " to cells",
                    from,
                    "cells",
                    from.equals("input") ? new Connector.AllToAll() : new Connector.FixedProbability(0.02),
                    new IdealSynapse(),
                    new Weights.Even(0, 1),
                    new Impulse("excitatory", size),
                    us(100),
                    Polarity.EXCITATORY,
                    Optional.empty()));
        }
        var network = Network.builder("recurrent")
                .step(us(100))
                .add(new PoissonSource("input", 20, Hz(100)))
                .add(new NeuronGroup("cells", NEURONS, new LifNeuron(response)));
        projections.forEach(network::add);
        return network.build();
    }

    @ParameterizedTest
    @EnumSource(Response.class)
    void recurrentNetworksSpikeInTheSameBits(Response response) {
        Network network = recurrent(response);
        var settings = new SimulationSettings(2);
        List<Spike> one = run(network, settings, 400);
        assertThat(one).hasSizeGreaterThan(1000);
        assertThat(run(network, settings.withThreads(2), 400)).isEqualTo(one);
    }

    private static @Nullable PendingRows rowsOfCells(Network network, int threads) {
        var settings = new SimulationSettings(2).withThreads(threads);
        return new NetworkState(network, settings, new EventQueue())
                .group("cells")
                .pendingRows();
    }

    @Test
    void rowsOfFixedWeightsWaitForAllThreadsAndThoseThatLearnDoNot() {
        Network fixed = recurrent(Response.DELTA);
        Network learning = fixed.mapProjections(projection -> projection.withPlasticity(new TripletStdp()));
        assertThat(rowsOfCells(fixed, 2)).isNotNull();
        assertThat(rowsOfCells(fixed, 1)).isNull();
        assertThat(rowsOfCells(learning, 2)).isNull();
    }

    @Test
    void circuitNeuronsOnHeldLinesDissipateTheSameBits() {
        Network network = Network.builder("held lines")
                .step(us(10))
                .add(new PoissonSource("input", 20, Hz(400)))
                .add(new NeuronGroup("cells", NEURONS, new IonicNeuron()))
                .add(new Projection(
                        "in",
                        "input",
                        "cells",
                        new Connector.FixedProbability(0.5),
                        new StaticSynapse(nS(0), nS(0.1)),
                        new Weights.Uniform(1),
                        new LineDrive(mV(300), us(2000)),
                        us(10)))
                .build();
        List<Double> joules = new ArrayList<>();
        List<List<Spike>> spikes = new ArrayList<>();
        for (int threads : new int[] {1, 2}) {
            var simulation = new Simulation(network, new SimulationSettings(3).withThreads(threads));
            List<Spike> all = new ArrayList<>();
            simulation.onSpike("cells", (neuron, time) -> all.add(new Spike(neuron, time)));
            simulation.run(us(20_000));
            spikes.add(all);
            joules.add(simulation.energy().total());
        }
        assertThat(spikes.get(0)).hasSizeGreaterThan(100).isEqualTo(spikes.get(1));
        assertThat(joules.get(0)).isEqualTo(joules.get(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void everyPartIsDoneOnceInEveryRound(int threads) {
        Workers crew = Crew.of(threads);
        for (int round = 0; round < 2000; round++) {
            var done = new AtomicIntegerArray(threads);
            crew.each(done::incrementAndGet);
            for (int part = 0; part < threads; part++) {
                assertThat(done.get(part)).isEqualTo(1);
            }
        }
    }

    @Test
    void aFailureInAPartReachesTheCallerAndTheCrewGoesOn() {
        Workers crew = Crew.of(2);
        for (int part = 0; part < 2; part++) {
            int failing = part;
            assertThatThrownBy(() -> crew.each(one -> {
                        if (one == failing) {
                            throw new IllegalStateException("part " + one);
                        }
                    }))
                    .hasMessage("part " + part);
        }
        var done = new AtomicIntegerArray(2);
        crew.each(done::incrementAndGet);
        assertThat(done.get(0) + done.get(1)).isEqualTo(2);
    }

    @Test
    void rowsInPartsAreTheWholeRow() {
        int n = 40;
        UniformRandomProvider random = new RandomStreams(9).stream("rows");
        List<Connectivity> all = List.of(
                Connectivity.dense(n, n),
                Connectivity.toOthers(n),
                Connectivity.sparse(
                        n,
                        IntStream.range(0, n)
                                .mapToObj(i -> IntStream.range(0, n)
                                        .filter(j -> random.nextInt(3) == 0)
                                        .toArray())
                                .toArray(int[][]::new)));
        for (Connectivity connectivity : all) {
            for (int line = 0; line < n; line++) {
                var row = new float[connectivity.fanOut(line)];
                for (int k = 0; k < row.length; k++) {
                    row[k] = random.nextFloat();
                }
                var whole = new float[n];
                connectivity.addRow(line, row, 3, whole);
                for (int cut = 0; cut <= n; cut++) {
                    var parts = new float[n];
                    connectivity.addRowWithin(line, row, 3, parts, 0, cut);
                    connectivity.addRowWithin(line, row, 3, parts, cut, n);
                    assertThat(parts).isEqualTo(whole);
                }
            }
        }
    }
}
