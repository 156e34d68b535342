package org.ionspike.engine.simulation;

import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.nAPerSecond;
import static org.ionspike.engine.units.Units.us;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.ionspike.engine.network.Connector;
import org.ionspike.engine.network.LineDrive;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NetworkBuilder;
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
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.synapse.DeviceVariability;
import org.ionspike.engine.synapse.IonicSynapse;
import org.ionspike.engine.synapse.StaticSynapse;
import org.ionspike.engine.units.Current;
import org.ionspike.engine.units.Time;

/** Networks for tests. */
final class Networks {
    private Networks() {}

    static NetworkBuilder grid() {
        return Network.builder("test").step(us(10));
    }

    /** Static synapses of 100 pS at 0.1 V, so 10 pA each, all to all, held for 1 ms. */
    static Projection projection(String name, String from, String to, Time delay) {
        return new Projection(
                name,
                from,
                to,
                new Connector.AllToAll(),
                new StaticSynapse(),
                new Weights.Uniform(1),
                new LineDrive(mV(100), ms(1)),
                delay,
                Polarity.EXCITATORY,
                Optional.empty());
    }

    static Projection with(Projection p, Connector connector, LineDrive drive, Polarity polarity) {
        return new Projection(
                p.name(),
                p.from(),
                p.to(),
                connector,
                p.synapse(),
                p.weights(),
                drive,
                p.delay(),
                polarity,
                p.plasticity());
    }

    /** A winner-take-all layer that learns: 64 lines, 30 neurons. */
    static Network winnerTakeAll(NeuronModel neuron) {
        return winnerTakeAll(neuron, new IonicSynapse().withDevices(DeviceVariability.typical()));
    }

    static Network winnerTakeAll(NeuronModel neuron, IonicSynapse synapse) {
        var annealing = new Annealing(0.1, 200);
        var drive = LineDrive.held(mV(100));
        var group = new NeuronGroup("neurons", 30, neuron)
                .withInhibition(new WinnerInhibition(1, mV(-30), ms(5)))
                .withHomeostasis(new BiasHomeostasis(new Current(0.3 * synapse.unitAmperes(0.1)), annealing));
        return grid().add(group)
                .add(new InputLines("input", 64))
                .add(new CurrentRamp("ramp", "neurons", nAPerSecond(50)))
                .add(new Projection(
                        "crossbar",
                        "input",
                        "neurons",
                        new Connector.AllToAll(),
                        synapse,
                        new Weights.Gaussian(0.35, 0.1),
                        drive,
                        new Time(0),
                        Polarity.EXCITATORY,
                        Optional.of(new WinnerStdp(0.05, 0.05, 3, annealing))))
                .add(new Projection(
                        "reference",
                        "input",
                        "neurons",
                        new Connector.CommonColumn(),
                        synapse,
                        new Weights.Uniform(0.5),
                        drive,
                        new Time(0),
                        Polarity.INHIBITORY,
                        Optional.empty()))
                .build();
    }

    /** Samples of 20 of 64 lines, at onset. */
    static List<SpikeRaster> samples(int count, long seed) {
        var random = new Random(seed);
        var samples = new ArrayList<SpikeRaster>();
        for (int s = 0; s < count; s++) {
            int[] lines = IntStream.range(0, 64).toArray();
            for (int k = 0; k < 20; k++) {
                int other = k + random.nextInt(64 - k);
                int kept = lines[k];
                lines[k] = lines[other];
                lines[other] = kept;
            }
            samples.add(SpikeRaster.atOnset(
                    64, IntStream.of(lines).limit(20).sorted().toArray()));
        }
        return samples;
    }
}
