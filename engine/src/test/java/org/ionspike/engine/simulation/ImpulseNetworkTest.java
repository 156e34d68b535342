package org.ionspike.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.Hz;
import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.ms;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ionspike.engine.network.Connector;
import org.ionspike.engine.network.Delays;
import org.ionspike.engine.network.Distribution;
import org.ionspike.engine.network.FixedInDegree;
import org.ionspike.engine.network.Impulse;
import org.ionspike.engine.network.LineDrive;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NetworkBuilder;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.network.Projection.Polarity;
import org.ionspike.engine.network.Weights;
import org.ionspike.engine.neuron.LifNeuron;
import org.ionspike.engine.neuron.LifNeuron.Response;
import org.ionspike.engine.plasticity.PairStdp;
import org.ionspike.engine.plasticity.PlasticityRule;
import org.ionspike.engine.plasticity.RewardModulatedStdp;
import org.ionspike.engine.plasticity.TripletStdp;
import org.ionspike.engine.plasticity.WinnerStdp;
import org.ionspike.engine.source.PoissonImpulses;
import org.ionspike.engine.source.PoissonSource;
import org.ionspike.engine.source.SpikeTrainSource;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.synapse.IdealSynapse;
import org.ionspike.engine.synapse.IonicSynapse;
import org.ionspike.engine.synapse.PulsedIonicSynapse;
import org.ionspike.engine.synapse.StaticSynapse;
import org.ionspike.engine.synapse.SynapseModel;
import org.ionspike.engine.units.Quantity;
import org.ionspike.engine.units.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Impulses on slices, with delays of their own, from outside, and under plasticity. */
class ImpulseNetworkTest {
    private static final SimulationSettings SETTINGS = new SimulationSettings(3);

    private record Spike(int neuron, long step) {}

    private static Projection projection(String from, String to, Connector connector, Quantity size) {
        return new Projection(
                "p",
                from,
                to,
                connector,
                new IdealSynapse(),
                new Weights.Uniform(1),
                new Impulse("excitatory", size),
                ms(0.1),
                Polarity.EXCITATORY,
                Optional.empty());
    }

    private static NetworkBuilder network() {
        return Network.builder("test").step(ms(0.1));
    }

    private static NeuronGroup cells(int size) {
        return new NeuronGroup("cells", size, new LifNeuron(Response.DELTA));
    }

    private static SpikeTrainSource train(int lines, double[] times, int[] line) {
        return new SpikeTrainSource("train", SpikeRaster.of(lines, times, line));
    }

    private static List<Spike> run(Network network, Time duration) {
        var simulation = new Simulation(network, SETTINGS);
        var spikes = new ArrayList<Spike>();
        // a jump at the start of a step is seen at its end
        simulation.onSpike("cells", (neuron, seconds) -> spikes.add(new Spike(neuron, (long) (seconds / 1e-4 - 1e-6))));
        simulation.run(duration);
        return spikes;
    }

    @Test
    void everySynapseDeliversAfterItsOwnDelay() {
        var delays = new Delays.Given(new double[][] {{3e-3, 1e-4, 0.2}, {0, 2.04e-3, 3e-3}});
        var network = network()
                .add(cells(3))
                .add(train(2, new double[] {0.0100001, 0.0500001}, new int[] {0, 1}))
                .add(projection("train", "cells", new Connector.AllToAll(), mV(20))
                        .withDelays(delays))
                .build();
        assertThat(run(network, ms(400)))
                .containsExactly(
                        new Spike(1, 101),
                        new Spike(0, 130),
                        new Spike(0, 500),
                        new Spike(1, 520),
                        new Spike(2, 530),
                        new Spike(2, 2100));
    }

    @Test
    void drawnDelaysAreThoseOfOneProjectionPerDelay() {
        var delays = new Delays.Drawn(new Distribution.Gaussian(ms(1), ms(1)));
        var source = new PoissonSource("cells in", 40, Hz(30));
        var random = new FixedInDegree(10, true);
        var one = network()
                .add(cells(60))
                .add(source)
                .add(projection("cells in", "cells", random, mV(4)).withDelays(delays))
                .build();
        var simulation = new Simulation(one, SETTINGS);
        ProjectionState state = simulation.parts().projection("p");
        DelayLines lines = Objects.requireNonNull(state.delayLines());
        var apart = network().add(cells(60)).add(source);
        for (int part = 0; part < lines.connectivity().pre(); part++) {
            int line = 0;
            while (lines.first(line + 1) <= part) {
                line++;
            }
            var pairs = ImmutableList.<Connector.Pair>builder();
            for (int neuron : lines.connectivity().targets(part)) {
                pairs.add(new Connector.Pair(line, neuron));
            }
            var p = projection("cells in", "cells", new Connector.Pairs(pairs.build()), mV(4));
            apart.add(new Projection(
                    "p" + part,
                    p.from(),
                    p.to(),
                    p.connector(),
                    p.synapse(),
                    p.weights(),
                    p.drive(),
                    ms(0.1 * lines.delaySteps(part))));
        }
        List<Spike> spikes = run(one, ms(500));
        assertThat(spikes).hasSizeGreaterThan(50).isEqualTo(run(apart.build(), ms(500)));
    }

    @Test
    void slicesSendAndReceiveOnlyWhatLiesInThem() {
        var network = network()
                .add(cells(6))
                .add(train(4, new double[] {0.001, 0.002, 0.003, 0.004}, new int[] {0, 1, 2, 3}))
                .add(projection("train[1:3]", "cells[3:5]", new Connector.OneToOne(), mV(20)))
                .build();
        assertThat(run(network, ms(10))).containsExactly(new Spike(3, 21), new Spike(4, 31));
    }

    @Test
    void weightsOfSynapsesWithDelaysStayInTheOrderOfTheConnections() {
        var given = new Weights.Given(new float[][] {{0.1f, 0.2f, 0.3f}, {0.4f, 0.5f, 0.6f}});
        var delays = new Delays.Given(new double[][] {{3e-3, 1e-3, 2e-3}, {1e-3, 5e-3, 1e-3}});
        var network = network()
                .add(cells(3))
                .add(train(2, new double[] {0.01}, new int[] {1}))
                .add(projection("train", "cells", new Connector.AllToAll(), mV(1))
                        .withWeights(given)
                        .withDelays(delays)
                        .withPlasticity(new PairStdp()))
                .build();
        var simulation = new Simulation(network, SETTINGS);
        simulation.run(ms(30));
        assertThat(simulation.snapshot().projection("p").weights()).isEqualTo(given);
    }

    @Test
    void refusesDelaysOfTheirOwnOnHeldLines() {
        var held = new Projection(
                "p",
                "train",
                "cells",
                new Connector.AllToAll(),
                new StaticSynapse(),
                new Weights.Uniform(1),
                new LineDrive(mV(100), ms(1)),
                ms(1));
        assertThatThrownBy(() -> held.withDelays(new Delays.Drawn(new Distribution.Constant(ms(1)))))
                .hasMessageContaining("Projection 'p': delays (drawn) must be one for all");
        assertThatThrownBy(() -> new Delays.Drawn(new Distribution.Constant(mV(1))))
                .hasMessageContaining("must be a distribution of times");
    }

    /** Mean and variance of shot noise on a grid of steps of length h, both for few and for many impulses a step. */
    @ParameterizedTest
    @ValueSource(doubles = {500, 20_000})
    void poissonImpulsesGiveTheMeanAndVarianceOfShotNoise(double rateHz) {
        int neurons = 4000;
        var quiet = new LifNeuron(Response.DELTA);
        var network = network()
                .add(new NeuronGroup("cells", neurons, quiet))
                .add(new PoissonImpulses("noise", "cells", "excitatory", mV(1000 / rateHz * 0.1), Hz(rateHz)))
                .build();
        var simulation = new Simulation(network, SETTINGS);
        simulation.run(ms(300)); // 15 time constants
        float[] v = simulation.state("cells", "v").toFloatVector();
        double mean = 0;
        double square = 0;
        for (float volts : v) {
            mean += (volts + 0.060) / neurons;
            square += Math.pow(volts + 0.060, 2) / neurons;
        }
        double keep = Math.exp(-0.1 / 20);
        double perStep = rateHz * 1e-4;
        double size = 1e-3 * 1000 / rateHz * 0.1;
        double expected = perStep * size * keep / (1 - keep);
        double variance = perStep * size * size * keep * keep / (1 - keep * keep);
        // five standard errors of 4000 neurons
        assertThat(mean).isCloseTo(expected, within(5 * Math.sqrt(variance / neurons)));
        assertThat(square - mean * mean).isCloseTo(variance, within(5 * variance * Math.sqrt(2.0 / neurons)));
    }

    @Test
    void refusesMoreImpulsesThanAStepCanHold() {
        assertThatThrownBy(() -> network()
                        .add(cells(1))
                        .add(new PoissonImpulses("noise", "cells", "excitatory", mV(1), Hz(1e8)))
                        .build())
                .hasMessageContaining("Current 'noise': rate (100 MHz) must be at most 1000 impulses in a time step");
    }

    private static Network pairOfSpikes(SynapseModel synapse, PlasticityRule rule) {
        var strong = projection("train[1:2]", "cells", new Connector.AllToAll(), mV(20));
        return network()
                .add(cells(1))
                .add(train(2, new double[] {0.0100001, 0.0200001}, new int[] {0, 1}))
                .add(new Projection(
                        "learning",
                        "train[0:1]",
                        "cells",
                        new Connector.AllToAll(),
                        synapse,
                        new Weights.Uniform(0.5),
                        new Impulse("excitatory", mV(1e-3)),
                        ms(1),
                        Polarity.EXCITATORY,
                        Optional.of(rule)))
                .add(strong)
                .build();
    }

    @Test
    void aPairOfSpikesStrengthensIdealAndIonicSynapses() {
        for (SynapseModel synapse : List.of(new IdealSynapse(), new PulsedIonicSynapse())) {
            var simulation = new Simulation(pairOfSpikes(synapse, new PairStdp()), SETTINGS);
            simulation.run(ms(50));
            // arrives at 11.0 ms; the spike lies in the step from 20.1 ms on
            double change = simulation.weights("learning").getDouble(0, 0) - 0.5;
            assertThat(change).isBetween(0.005 * Math.exp(-9.2 / 20), 0.005 * Math.exp(-9.1 / 20));
        }
    }

    @Test
    void aRewardIsGivenThroughTheSimulation() {
        var rule = new RewardModulatedStdp(0.1, 1, 1, ms(20), ms(20), ms(100));
        var simulation = new Simulation(pairOfSpikes(new IdealSynapse(), rule), SETTINGS);
        simulation.run(ms(50));
        assertThat(simulation.weights("learning").getDouble(0, 0)).isEqualTo(0.5);
        simulation.reward(1);
        double change = simulation.weights("learning").getDouble(0, 0) - 0.5;
        double eligibility = Math.exp(-9.15 / 20) * Math.exp(-29.85 / 100);
        assertThat(change).isCloseTo(0.1 * eligibility, within(0.1 * eligibility * 0.01)); // within a step
        assertThatThrownBy(() -> simulation.reward(Double.NaN)).hasMessageContaining("Reward (NaN) must be finite");
    }

    @Test
    void aRecurrentNetworkLearnsAlikeOnSparseAndDenseRows() {
        var rule = new TripletStdp(0.001, 0.006, 0.007, 0.0002, ms(17), ms(34), ms(101), ms(125));
        var results = new ArrayList<double[]>();
        for (Connector connector :
                List.of(new Connector.AllToAll(), new Connector.FixedProbability(1), new FixedInDegree(30, true))) {
            var network = network()
                    .add(cells(30))
                    .add(new PoissonImpulses("noise", "cells", "excitatory", mV(2), Hz(400)))
                    .add(projection("cells", "cells", connector, mV(0.5))
                            .withWeights(new Weights.Uniform(0.5))
                            .withPlasticity(rule))
                    .build();
            var simulation = new Simulation(network, SETTINGS);
            simulation.run(ms(300));
            var rows = ((Weights.Given) simulation.snapshot().projection("p").weights()).values();
            double sum = 0;
            for (float[] row : rows) {
                for (float w : row) {
                    sum += w;
                }
            }
            results.add(new double[] {simulation.spikeCount(), sum});
        }
        assertThat(results.get(0)[0]).isGreaterThan(50).isEqualTo(results.get(1)[0]);
        assertThat(results.get(0)[1]).isNotEqualTo(450.0).isCloseTo(results.get(1)[1], within(1e-3));
        assertThat(results.get(2)).isEqualTo(results.get(1));
    }

    private static Network learning(double backgroundHz) {
        return network()
                .add(cells(30))
                .add(new PoissonImpulses("noise", "cells", "excitatory", mV(6), Hz(backgroundHz)))
                .add(projection("cells", "cells", new FixedInDegree(8, false), mV(1))
                        .withWeights(new Weights.Uniform(0.5))
                        .withDelays(new Delays.Drawn(new Distribution.Uniform(ms(0.5), ms(4))))
                        .withPlasticity(new PairStdp()))
                .build();
    }

    @Test
    void neitherParkingNorLookingAtWeightsChangesWhatIsLearnt() {
        var network = learning(70);
        var plain = new Simulation(network, SETTINGS);
        plain.run(ms(2000));
        var awake = new Simulation(network, SETTINGS.withParking(false));
        awake.run(ms(2000));
        var watched = new Simulation(network, SETTINGS);
        for (int n = 0; n < 100; n++) {
            watched.run(ms(20));
            watched.snapshot();
        }
        assertThat(plain.spikeCount()).isGreaterThan(50);
        for (Simulation other : List.of(awake, watched)) {
            assertThat(other.spikeCount()).isEqualTo(plain.spikeCount());
            assertThat(other.snapshot()).isEqualTo(plain.snapshot()); // bit for bit
        }
        assertThat(plain.snapshot()).isNotEqualTo(network);
    }

    @Test
    void aRewardReachesDevicesOnHeldLines() {
        var rule = new RewardModulatedStdp(0.1, 1, 1, ms(20), ms(20), ms(100));
        var network = network()
                .add(cells(1))
                .add(train(2, new double[] {0.0100001, 0.0200001}, new int[] {0, 1}))
                .add(new Projection(
                                "devices",
                                "train[0:1]",
                                "cells",
                                new Connector.AllToAll(),
                                new IonicSynapse(),
                                new Weights.Uniform(0.5),
                                LineDrive.held(mV(100)),
                                ms(1))
                        .withPlasticity(rule))
                .add(projection("train[1:2]", "cells", new Connector.AllToAll(), mV(20)))
                .build();
        var simulation = new Simulation(network, SETTINGS);
        simulation.run(ms(50));
        float before = simulation.state("cells", "v").getFloat(0, 0);
        simulation.reward(3);
        double change = simulation.weights("devices").getDouble(0, 0) - 0.5;
        double eligibility = Math.exp(-9.15 / 20) * Math.exp(-29.85 / 100);
        assertThat(change).isCloseTo(0.3 * eligibility, within(0.3 * eligibility * 0.01)); // within a step
        simulation.run(ms(200));
        // the line is still held, so the larger conductance lifts the membrane in proportion
        double settled = 1 - Math.exp(-24.8 / 20); // it fired, and was held until 25.2 ms
        double lift = (simulation.state("cells", "v").getFloat(0, 0) + 0.060) / (before + 0.060) * settled;
        var device = new IonicSynapse();
        double expected = device.conductanceSiemens(0.5 + change) / device.conductanceSiemens(0.5);
        assertThat(lift).isCloseTo(expected, within(0.005)); // of n_s, which is not constant
    }

    @Test
    void refusesRulesOfHeldLines() {
        assertThatThrownBy(() -> new Simulation(pairOfSpikes(new IdealSynapse(), new WinnerStdp()), SETTINGS))
                .hasMessageContaining("asks which lines are held, and impulses hold none");
    }
}
