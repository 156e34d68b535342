package org.ionspike.networks.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ionspike.engine.units.Units.Hz;
import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.nA;
import static org.ionspike.engine.units.Units.nAPerSecond;
import static org.ionspike.engine.units.Units.nS;
import static org.ionspike.engine.units.Units.pA;
import static org.ionspike.engine.units.Units.pS;
import static org.ionspike.engine.units.Units.us;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ionspike.engine.network.Connector;
import org.ionspike.engine.network.LineDrive;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.network.Projection.Polarity;
import org.ionspike.engine.network.Weights;
import org.ionspike.engine.network.WinnerInhibition;
import org.ionspike.engine.neuron.IonicNeuron;
import org.ionspike.engine.neuron.ReducedIonicNeuron;
import org.ionspike.engine.physics.IonicCircuit;
import org.ionspike.engine.physics.Slit;
import org.ionspike.engine.plasticity.Annealing;
import org.ionspike.engine.plasticity.BiasHomeostasis;
import org.ionspike.engine.plasticity.PlasticityRule;
import org.ionspike.engine.plasticity.WinnerStdp;
import org.ionspike.engine.source.CurrentRamp;
import org.ionspike.engine.source.CurrentStep;
import org.ionspike.engine.source.InputLines;
import org.ionspike.engine.source.PoissonSource;
import org.ionspike.engine.source.SpikeTrainSource;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.synapse.DeviceVariability;
import org.ionspike.engine.synapse.IonicSynapse;
import org.ionspike.engine.synapse.StaticSynapse;
import org.ionspike.engine.synapse.SynapseModel;
import org.ionspike.engine.units.Current;
import org.ionspike.engine.units.Time;
import org.junit.jupiter.api.Test;

/** Files of former versions are read for ever. */
class FrozenFileTest {
    @Test
    void readsTheNetworkOfFormat1() throws URISyntaxException {
        assertThat(NetworkFile.read(resource("/frozen/network-1/network.yaml"))).isEqualTo(expected());
    }

    @Test
    void readsTheModelOfFormat1() throws URISyntaxException {
        Path directory =
                Objects.requireNonNull(resource("/frozen/model-1/model.yaml").getParent());
        SavedModel model = ModelDirectory.load(directory);
        assertThat(model.description()).isEqualTo(SampleModels.small(1).description());
        assertThat(model.network().group("neurons").size()).isEqualTo(20);
        assertThat(model.readout().weights())
                .isDeepEqualTo(SampleModels.small(1).readout().weights());
    }

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(FrozenFileTest.class.getResource(name)).toURI());
    }

    private static Network expected() {
        var circuit = new IonicCircuit(
                Slit.sodium().withMultiplicity(6),
                Slit.potassium(),
                new IonicCircuit().sodiumBattery(),
                new IonicCircuit().potassiumBattery(),
                nS(0.6),
                mV(-100),
                new IonicCircuit().capacitance());
        var synapse = new IonicSynapse(
                Slit.synaptic(),
                nS(0.25),
                nS(10),
                0.4,
                new IonicSynapse().coverage(),
                ms(1),
                0.01,
                new DeviceVariability(32, 0.1, 0.1, 0));
        var pairs = ImmutableList.of(new Connector.Pair(3, 1), new Connector.Pair(0, 2));
        return Network.builder("frozen")
                .step(us(10))
                .presentationLimit(ms(20))
                .add(new NeuronGroup("cells", 20, new ReducedIonicNeuron())
                        .withBias(ImmutableDoubleArray.copyOf(bias()))
                        .withInhibition(new WinnerInhibition(2, mV(-30), ms(5)))
                        .withHomeostasis(
                                new BiasHomeostasis(new Current(18.905237498515647e-12), new Annealing(0.1, 100))))
                .add(new NeuronGroup("relay", 3, new IonicNeuron(circuit, mV(250), mV(150)))
                        .withBias(ImmutableDoubleArray.of(1e-12, -2.5e-12, 0)))
                .add(new InputLines("input", 3))
                .add(new PoissonSource("noise", 20, Hz(50)))
                .add(new SpikeTrainSource("train", SpikeRaster.of(4, new double[] {1e-3, 1.5e-3}, new int[] {3, 0})))
                .add(new SpikeTrainSource("long", SpikeRaster.of(2, times(), indices())))
                .add(new CurrentRamp("ramp", "cells", nAPerSecond(50)))
                .add(new CurrentStep("push", "relay", nA(0.1), ms(1), ms(4)))
                .add(new CurrentStep("always", "relay", pA(-3), ms(0), new Time(Double.POSITIVE_INFINITY)))
                .add(new Projection(
                        "crossbar",
                        "input",
                        "cells",
                        new Connector.AllToAll(),
                        synapse,
                        new Weights.Given(weights(3, 20)),
                        LineDrive.held(mV(100)),
                        us(30),
                        Polarity.EXCITATORY,
                        Optional.<PlasticityRule>of(new WinnerStdp(0.04, 0.05, 3, Annealing.none()))))
                .add(plain(
                        "reference",
                        "input",
                        "cells",
                        new Connector.CommonColumn(),
                        new StaticSynapse(pS(0), pS(200)),
                        new Weights.Uniform(0.7),
                        new LineDrive(mV(100), ms(2)),
                        Polarity.INHIBITORY))
                .add(plain(
                        "pairs",
                        "train",
                        "relay",
                        new Connector.Pairs(pairs),
                        new StaticSynapse(),
                        new Weights.Given(new float[][] {{0.1f}, {}, {}, {0.25f}}),
                        new LineDrive(mV(-50), ms(1)),
                        Polarity.EXCITATORY))
                .add(plain(
                        "sparse",
                        "noise",
                        "cells",
                        new Connector.FixedProbability(0.2),
                        new StaticSynapse(),
                        new Weights.Gaussian(0.5, 0.1),
                        new LineDrive(mV(50), ms(1)),
                        Polarity.EXCITATORY))
                .add(plain(
                        "paired",
                        "noise",
                        "cells",
                        new Connector.OneToOne(),
                        new StaticSynapse(),
                        new Weights.Given(weights(20, 1)),
                        new LineDrive(mV(50), ms(1)),
                        Polarity.EXCITATORY))
                .build();
    }

    private static Projection plain(
            String name,
            String from,
            String to,
            Connector connector,
            SynapseModel synapse,
            Weights weights,
            LineDrive drive,
            Polarity polarity) {
        return new Projection(
                name, from, to, connector, synapse, weights, drive, new Time(0), polarity, Optional.empty());
    }

    private static double[] bias() {
        return IntStream.range(0, 20).mapToDouble(j -> (j - 7) * 1e-13 / 3).toArray();
    }

    private static double[] times() {
        return IntStream.range(0, 30).mapToDouble(k -> k * 1e-3 / 7).toArray();
    }

    private static int[] indices() {
        return IntStream.range(0, 30).map(k -> k * k % 2).toArray();
    }

    private static float[][] weights(int rows, int columns) {
        var weights = new float[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                weights[i][j] = (1 + i + 3 * j) / 97f;
            }
        }
        return weights;
    }

    /** How the arrays of the frozen network were made. */
    static ArraysBuilder arrays() {
        var arrays = new ArraysBuilder();
        arrays.put("/cells/bias", bias());
        arrays.put("/long/times", times());
        arrays.put("/long/indices", indices());
        arrays.put("/crossbar/weights", weights(3, 20));
        arrays.put("/paired/weights", weights(20, 1));
        return arrays;
    }
}
