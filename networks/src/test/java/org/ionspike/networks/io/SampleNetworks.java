package org.ionspike.networks.io;

import static org.ionspike.engine.units.Units.Hz;
import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.nA;
import static org.ionspike.engine.units.Units.nAPerSecond;
import static org.ionspike.engine.units.Units.nS;
import static org.ionspike.engine.units.Units.pA;
import static org.ionspike.engine.units.Units.us;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.ionspike.engine.network.Connector;
import org.ionspike.engine.network.Convolution;
import org.ionspike.engine.network.Delays;
import org.ionspike.engine.network.DistanceDependent;
import org.ionspike.engine.network.Distribution;
import org.ionspike.engine.network.FixedInDegree;
import org.ionspike.engine.network.FixedOutDegree;
import org.ionspike.engine.network.Geometry;
import org.ionspike.engine.network.Impulse;
import org.ionspike.engine.network.LineDrive;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.network.Projection.Polarity;
import org.ionspike.engine.network.Weights;
import org.ionspike.engine.network.WinnerInhibition;
import org.ionspike.engine.neuron.AdaptiveLifNeuron;
import org.ionspike.engine.neuron.IonicNeuron;
import org.ionspike.engine.neuron.LifNeuron;
import org.ionspike.engine.neuron.LifNeuron.Response;
import org.ionspike.engine.neuron.NeuronModel;
import org.ionspike.engine.neuron.ReducedIonicNeuron;
import org.ionspike.engine.physics.IonicCircuit;
import org.ionspike.engine.physics.Slit;
import org.ionspike.engine.plasticity.Annealing;
import org.ionspike.engine.plasticity.BiasHomeostasis;
import org.ionspike.engine.plasticity.IonicStdp;
import org.ionspike.engine.plasticity.PairStdp;
import org.ionspike.engine.plasticity.PlasticityRule;
import org.ionspike.engine.plasticity.PowerLawStdp;
import org.ionspike.engine.plasticity.RewardModulatedStdp;
import org.ionspike.engine.plasticity.TripletStdp;
import org.ionspike.engine.plasticity.WinnerStdp;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.source.CurrentRamp;
import org.ionspike.engine.source.CurrentStep;
import org.ionspike.engine.source.InputLines;
import org.ionspike.engine.source.NoiseCurrent;
import org.ionspike.engine.source.PoissonImpulses;
import org.ionspike.engine.source.PoissonSource;
import org.ionspike.engine.source.SpikeTrainSource;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.synapse.DeviceVariability;
import org.ionspike.engine.synapse.IdealSynapse;
import org.ionspike.engine.synapse.IonicSynapse;
import org.ionspike.engine.synapse.PulsedIonicSynapse;
import org.ionspike.engine.synapse.StaticSynapse;
import org.ionspike.engine.synapse.SynapseModel;
import org.ionspike.engine.synapse.TsodyksMarkramSynapse;
import org.ionspike.engine.units.Conductance;
import org.ionspike.engine.units.Current;
import org.ionspike.engine.units.Frequency;
import org.ionspike.engine.units.Length;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;
import org.ionspike.networks.architecture.WinnerTakeAll;

/** Networks for tests of files. */
final class SampleNetworks {
    private final UniformRandomProvider random;

    private SampleNetworks(UniformRandomProvider random) {
        this.random = random;
    }

    /** The documented classifier, small. */
    static Network winnerTakeAll(int lines, int neurons) {
        return new WinnerTakeAll(lines, neurons, new ReducedIonicNeuron(), new IonicSynapse()).network(100);
    }

    /** Two groups, all kinds of sources, currents, connectors, weights, synapses and rules; values are drawn. */
    static Network everything(long seed) {
        return new SampleNetworks(new RandomStreams(seed).stream("sample")).everything();
    }

    private Network everything() {
        int lines = 2 + random.nextInt(8);
        int neurons = 2 + random.nextInt(30);
        Time step = us(10);
        return Network.builder("everything, with \"quotes\": #" + random.nextInt(9) + " Größe \u03bc \ud83e\uddc2")
                .step(step)
                .presentationLimit(ms(1 + random.nextInt(50)))
                .add(group("neurons", neurons, circuitNeuron()))
                .add(group("odd name/with: slash", lines, reducedNeuron()))
                .add(group("null", 3, new IonicNeuron()))
                .add(new InputLines("input", lines))
                .add(new PoissonSource("noise", neurons, new Frequency(random.nextDouble() * 1e3)))
                .add(new PoissonSource("hum", 1, Hz(50)))
                .add(new SpikeTrainSource("train", raster(lines, 5)))
                .add(new SpikeTrainSource("long train", raster(lines, 500)))
                .add(new SpikeTrainSource("silence", raster(lines, 0)))
                .add(new CurrentRamp("ramp", "neurons", nAPerSecond(random.nextDouble() * 100 + 1e-9)))
                .add(new CurrentStep("step", "neurons", new Current(random.nextDouble() - 0.5), ms(0), ms(3)))
                .add(new CurrentStep("always", "null", nA(-0.1), ms(1), new Time(Double.POSITIVE_INFINITY)))
                .add(projection("all", "input", "neurons", new Connector.AllToAll(), given(lines, neurons)))
                .add(projection("column", "input", "neurons", new Connector.CommonColumn(), new Weights.Uniform(0.7)))
                .add(projection("one", "noise", "neurons", new Connector.OneToOne(), given(neurons, 1)))
                .add(projection("some", "train", "neurons", chance(), new Weights.Gaussian(draw(), draw())))
                .add(pairs("pairs", lines, 1 + random.nextInt(6)))
                .add(pairs("many pairs", lines, 3 * lines))
                .add(pairs("no pairs", lines, 0))
                .add(new NeuronGroup("cells", 20, new LifNeuron())
                        .withGeometry(new Geometry.Grid(4, 5, new Length(draw() + 0.1))))
                .add(new NeuronGroup("few thresholds", 2, AdaptiveLifNeuron.diehlAndCook())
                        .withInhibition(WinnerInhibition.withinAStep())
                        .withInitial("theta", thresholds(2)))
                .add(new NeuronGroup("thresholds", neurons, AdaptiveLifNeuron.diehlAndCook())
                        .withInitial("theta", thresholds(neurons)))
                .add(impulses("others", "ring", "cells", new Connector.AllToOthers(), new PairStdp())
                        .withWeights(new Weights.Even(draw() / 2, 0.5 + draw() / 2)))
                .add(new NeuronGroup("ring", 20, new LifNeuron(Response.ALPHA_CURRENT))
                        .withGeometry(new Geometry.Ring(20, new Length(1e-4))))
                .add(new NoiseCurrent("hiss", "cells", pA(draw()), ms(draw()), us(10.0 * (1 + random.nextInt(9)))))
                .add(new PoissonImpulses("background", "cells", "inhibitory", pA(draw() + 1), Hz(draw() * 1e5)))
                .add(impulses("few", "cells", "cells[3:7]", new FixedInDegree(5, false), new PairStdp()))
                .add(impulses("out", "ring[0:7]", "cells", new FixedOutDegree(3, true), new TripletStdp()))
                .add(impulses("near", "cells", "cells", distance(), new PowerLawStdp()))
                .add(impulses("along", "ring", "ring", distance(), new RewardModulatedStdp()))
                .add(impulses("maybe", "ring", "cells", new Connector.FixedProbability(draw(), false), new IonicStdp())
                        .withDelays(new Delays.Drawn(new Distribution.Gaussian(ms(1 + draw()), ms(draw())))))
                .add(impulses(
                        "window", "ring[0:20]", "cells[0:4]", new Convolution(1, 4, 5, 3, 2, 2, 2), new PairStdp()))
                .add(impulses("same", "ring", "cells", new Connector.OneToOne(), new PairStdp())
                        .withDelays(givenDelays(20)))
                .build();
    }

    private DistanceDependent distance() {
        var profiles = DistanceDependent.Profile.values();
        var profile = profiles[random.nextInt(profiles.length)];
        var scale = new Length(draw() + 1e-4);
        return new DistanceDependent(profile, draw(), scale, new Length(draw() + 0.01), random.nextBoolean(), false);
    }

    private Distribution thresholds(int neurons) {
        var values = ImmutableDoubleArray.builder();
        for (int j = 0; j < neurons; j++) {
            values.add(drawFloat() / 100);
        }
        return new Distribution.Given(Voltage.class, values.build());
    }

    private Delays givenDelays(int lines) {
        var rows = new double[lines][1];
        for (double[] row : rows) {
            row[0] = draw() / 1000;
        }
        return new Delays.Given(rows);
    }

    private Projection impulses(String name, String from, String to, Connector connector, PlasticityRule rule) {
        List<SynapseModel> models = List.of(new IdealSynapse(), new TsodyksMarkramSynapse(), new PulsedIonicSynapse());
        return new Projection(
                        name,
                        from,
                        to,
                        connector,
                        models.get(random.nextInt(models.size())),
                        new Weights.Uniform(0.5),
                        new Impulse("excitatory", pA(10)),
                        us(10.0 * (1 + random.nextInt(999))))
                .withPlasticity(rule);
    }

    private NeuronGroup group(String name, int size, NeuronModel model) {
        var group = new NeuronGroup(name, size, model);
        if (random.nextBoolean()) {
            group = group.withInhibition(
                    new WinnerInhibition(1 + random.nextInt(3), new Voltage(draw() - 0.5), ms(1 + random.nextInt(9))));
        }
        if (random.nextBoolean()) {
            group = group.withHomeostasis(new BiasHomeostasis(pA(draw()), new Annealing(1 - draw() / 2, 7)));
        }
        if (random.nextBoolean()) {
            var bias = ImmutableDoubleArray.builder();
            for (int j = 0; j < size; j++) {
                bias.add(j == 0 ? -0.0 : (draw() - 0.5) * Math.pow(10, -random.nextInt(30)));
            }
            group = group.withBias(bias.build());
        }
        return group;
    }

    private NeuronModel circuitNeuron() {
        var circuit = new IonicCircuit(
                Slit.sodium().withRateMultiplier(draw() + 0.01),
                Slit.potassium(),
                new Voltage(1 + draw() / 10),
                new IonicCircuit().potassiumBattery(),
                nS(0.4 + draw()),
                mV(-100),
                new IonicCircuit().capacitance());
        return new IonicNeuron(circuit, new Voltage(0.3 + draw()), mV(150));
    }

    private ReducedIonicNeuron reducedNeuron() {
        var model = new ReducedIonicNeuron();
        double factor = 1 + draw() / 100;
        return new ReducedIonicNeuron(
                model.rampRates(),
                model.rampStarts(),
                model.rampThresholds().stream()
                        .map(row -> row.stream()
                                .map(current -> new Current(current.si() * factor))
                                .toList())
                        .toList(),
                model.recoveryCurrents(),
                model.recoveryTimes().stream()
                        .map(time -> new Time(time.si() * factor))
                        .toList(),
                model.restRecovery(),
                model.blockCurrent(),
                model.rheobase(),
                model.threshold(),
                model.excitability() * factor,
                model.spikeDelay(),
                model.powerCurrents(),
                model.powers(),
                model.spikeEnergy(),
                model.clampedSpikeEnergy());
    }

    private Projection projection(String name, String from, String to, Connector connector, Weights weights) {
        return new Projection(
                name,
                from,
                to,
                connector,
                synapse(),
                weights,
                random.nextBoolean() ? LineDrive.held(new Voltage(draw() + 0.01)) : new LineDrive(mV(-50), ms(2)),
                us(10.0 * (1 + random.nextInt(999))),
                random.nextBoolean() ? Polarity.EXCITATORY : Polarity.INHIBITORY,
                connector instanceof Connector.CommonColumn ? Optional.empty() : rule());
    }

    private SynapseModel synapse() {
        return switch (random.nextInt(3)) {
            case 0 -> new StaticSynapse(new Conductance(draw() * 1e-11), nS(0.1 + draw()));
            case 1 ->
                new IonicSynapse().withDevices(new DeviceVariability(random.nextInt(9) + 2, draw(), draw(), draw()));
            default -> new IonicSynapse();
        };
    }

    private Optional<PlasticityRule> rule() {
        return switch (random.nextInt(3)) {
            case 0 ->
                Optional.of(new WinnerStdp(draw(), draw(), 10 * draw(), new Annealing(0.5, 1 + random.nextInt(9))));
            case 1 -> Optional.of(new WinnerStdp());
            default -> Optional.empty();
        };
    }

    private SpikeRaster raster(int lines, int spikes) {
        double[] times = new double[spikes];
        int[] line = new int[spikes];
        for (int k = 0; k < spikes; k++) {
            times[k] = draw();
            line[k] = random.nextInt(lines);
        }
        return SpikeRaster.of(lines, times, line);
    }

    private Connector chance() {
        return new Connector.FixedProbability(draw());
    }

    private Weights given(int rows, int columns) {
        float[][] values = new float[rows][columns];
        for (float[] row : values) {
            for (int k = 0; k < columns; k++) {
                row[k] = drawFloat();
            }
        }
        return new Weights.Given(values);
    }

    private double draw() {
        return random.nextDouble();
    }

    private float drawFloat() {
        return random.nextFloat();
    }

    /** The first pairs of line and neuron, given weights with rows of different lengths. */
    private Projection pairs(String name, int lines, int wanted) {
        int count = Math.min(wanted, 3 * lines);
        var pairs = ImmutableList.<Connector.Pair>builder();
        int[] fanOut = new int[lines];
        for (int k = 0; k < count; k++) {
            pairs.add(new Connector.Pair(k / 3, 2 - k % 3));
            fanOut[k / 3]++;
        }
        float[][] weights = new float[lines][];
        for (int i = 0; i < lines; i++) {
            weights[i] = new float[fanOut[i]];
            for (int k = 0; k < fanOut[i]; k++) {
                weights[i][k] = drawFloat();
            }
        }
        return projection(name, "train", "null", new Connector.Pairs(pairs.build()), new Weights.Given(weights));
    }
}
