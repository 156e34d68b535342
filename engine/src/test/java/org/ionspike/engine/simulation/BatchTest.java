package org.ionspike.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.Hz;
import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.nAPerSecond;
import static org.ionspike.engine.units.Units.nS;
import static org.ionspike.engine.units.Units.pA;
import static org.ionspike.engine.units.Units.us;

import com.google.common.primitives.ImmutableDoubleArray;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.ionspike.engine.network.Connector;
import org.ionspike.engine.network.Drive;
import org.ionspike.engine.network.Impulse;
import org.ionspike.engine.network.LineDrive;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.network.Projection.Polarity;
import org.ionspike.engine.network.Weights;
import org.ionspike.engine.network.WinnerInhibition;
import org.ionspike.engine.neuron.AdaptiveLifNeuron;
import org.ionspike.engine.neuron.Backend;
import org.ionspike.engine.neuron.IonicNeuron;
import org.ionspike.engine.neuron.LifNeuron;
import org.ionspike.engine.neuron.LifNeuron.Response;
import org.ionspike.engine.neuron.NeuronModel;
import org.ionspike.engine.neuron.ReducedIonicNeuron;
import org.ionspike.engine.neuron.Stimulus;
import org.ionspike.engine.plasticity.PairStdp;
import org.ionspike.engine.plasticity.WinnerStdp;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.source.CurrentRamp;
import org.ionspike.engine.source.InputLines;
import org.ionspike.engine.source.PoissonImpulses;
import org.ionspike.engine.source.PoissonSource;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.synapse.IdealSynapse;
import org.ionspike.engine.synapse.IonicSynapse;
import org.ionspike.engine.synapse.PulsedIonicSynapse;
import org.ionspike.engine.synapse.StaticSynapse;
import org.ionspike.engine.synapse.SynapseModel;
import org.ionspike.engine.synapse.TsodyksMarkramSynapse;
import org.ionspike.engine.units.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several samples at once on shared weights. */
class BatchTest {
    private static final int LINES = 20;
    private static final int NEURONS = 9;
    private static final Time SAMPLE = ms(60);

    private record Spike(int neuron, double timeSeconds) {}

    private static List<SpikeRaster> samples(int count) {
        UniformRandomProvider random = new RandomStreams(8).stream("samples");
        return IntStream.range(0, count)
                .mapToObj(s -> {
                    int spikes = 100 + random.nextInt(100);
                    var times = new double[spikes];
                    var line = new int[spikes];
                    for (int k = 0; k < spikes; k++) {
                        times[k] = 0.05 * random.nextDouble();
                        line[k] = random.nextInt(LINES);
                    }
                    return SpikeRaster.of(LINES, times, line);
                })
                .toList();
    }

    private static Projection projection(
            String name, String from, Connector connector, SynapseModel synapse, Drive drive) {
        return new Projection(
                name,
                from,
                "cells",
                connector,
                synapse,
                new Weights.Gaussian(0.5, 0.2),
                drive,
                ms(1),
                Polarity.EXCITATORY,
                Optional.empty());
    }

    private static Network impulses(SynapseModel synapse, LifNeuron neuron, double size) {
        Drive drive = neuron.response() == Response.DELTA
                ? new Impulse("excitatory", mV(size))
                : new Impulse("excitatory", pA(size));
        return Network.builder("impulses")
                .step(ms(0.1))
                .add(new InputLines("input", LINES))
                .add(new NeuronGroup("cells", NEURONS, neuron))
                .add(projection("in", "input", new Connector.AllToAll(), synapse, drive))
                .add(projection("on", "cells", new Connector.FixedProbability(0.4), new IdealSynapse(), drive))
                .build();
    }

    private static Network heldLines(NeuronModel neuron, SynapseModel synapse) {
        var drive = new LineDrive(mV(300), ms(3));
        return Network.builder("held lines")
                .step(us(10))
                .add(new InputLines("input", LINES))
                .add(new NeuronGroup("cells", NEURONS, neuron))
                .add(projection("in", "input", new Connector.AllToAll(), synapse, drive))
                .add(projection(
                        "on", "cells", new Connector.FixedProbability(0.4), new StaticSynapse(nS(0), nS(0.1)), drive))
                .build();
    }

    static Stream<Network> networks() {
        return Stream.of(
                impulses(new IdealSynapse(), new LifNeuron(Response.DELTA), 4),
                impulses(new TsodyksMarkramSynapse(), new LifNeuron(), 400),
                impulses(new PulsedIonicSynapse(), new LifNeuron(Response.ALPHA_CURRENT), 90),
                heldLines(new IonicNeuron(), new StaticSynapse(nS(0), nS(0.15))),
                heldLines(new ReducedIonicNeuron(), new IonicSynapse()));
    }

    private static List<Spike> run(Simulation simulation, List<SpikeRaster> rasters) {
        List<Spike> spikes = new ArrayList<>();
        simulation.onSpike("cells", (neuron, time) -> spikes.add(new Spike(neuron, time)));
        simulation.play(rasters);
        simulation.run(SAMPLE);
        return spikes;
    }

    private static List<Spike> ofSample(List<Spike> spikes, int sample) {
        return spikes.stream()
                .filter(spike -> spike.neuron() / NEURONS == sample)
                .map(spike -> new Spike(spike.neuron() % NEURONS, spike.timeSeconds()))
                .toList();
    }

    /** The kernel of all rests only when all samples do, so a sample may be off its rest by the tolerance of rest. */
    @ParameterizedTest
    @MethodSource("networks")
    void everySampleOfABatchSpikesAsItDoesAlone(Network network) {
        List<SpikeRaster> samples = samples(4);
        var settings = new SimulationSettings(3);
        List<Spike> together = run(new Simulation(network, settings.withBatch(4)), samples);
        for (int s = 0; s < 4; s++) {
            List<Spike> alone = run(new Simulation(network, settings), List.of(samples.get(s)));
            List<Spike> batched = ofSample(together, s);
            assertThat(alone).hasSizeGreaterThan(3);
            assertThat(batched)
                    .extracting(Spike::neuron)
                    .isEqualTo(alone.stream().map(Spike::neuron).toList());
            for (int k = 0; k < alone.size(); k++) {
                assertThat(batched.get(k).timeSeconds()).isCloseTo(alone.get(k).timeSeconds(), within(1e-7));
            }
        }
    }

    static List<NeuronModel> models() {
        return ServiceLoader.load(NeuronModel.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private static List<Spike> driven(NeuronModel model, Backend backend, int batch) {
        Stimulus stimulus = Stimulus.of(model);
        UniformRandomProvider random = new RandomStreams(5).stream("bias");
        var bias = ImmutableDoubleArray.builder();
        for (int j = 0; j < NEURONS; j++) {
            bias.add(stimulus.scale() * (0.4 + 1.2 * random.nextDouble()));
        }
        Network network = Network.builder("driven")
                .step(new Time(stimulus.dt()))
                .add(new NeuronGroup("cells", NEURONS, model).withBias(bias.build()))
                .build();
        var simulation = new Simulation(
                network, new SimulationSettings(1).withBackend(backend).withBatch(batch));
        List<Spike> spikes = new ArrayList<>();
        simulation.onSpike("cells", (neuron, time) -> spikes.add(new Spike(neuron, time)));
        simulation.run(new Time(600 * stimulus.dt()));
        return spikes;
    }

    @ParameterizedTest
    @MethodSource("models")
    void fusedAndVectorizedSpikeAlikeInABatchAndEverySampleAlike(NeuronModel model) {
        List<Spike> alone = driven(model, Backend.FUSED, 1);
        List<Spike> fused = driven(model, Backend.FUSED, 5);
        List<Spike> vectorized = driven(model, Backend.VECTORIZED, 5);
        assertThat(alone).isNotEmpty();
        for (int s = 0; s < 5; s++) {
            assertThat(ofSample(fused, s)).isEqualTo(alone);
            for (int j = 0; j < NEURONS; j++) {
                int neuron = j;
                // the tolerance is that of the suite of models
                double[] times = times(ofSample(fused, s), neuron);
                assertThat(times(ofSample(vectorized, s), neuron))
                        .as("spikes of neuron %d", neuron)
                        .hasSameSizeAs(times)
                        .contains(times, within(0.4 * Stimulus.of(model).dt()));
            }
        }
    }

    private static double[] times(List<Spike> spikes, int neuron) {
        return spikes.stream()
                .filter(spike -> spike.neuron() == neuron)
                .mapToDouble(Spike::timeSeconds)
                .toArray();
    }

    private static Network learning() {
        Network network = impulses(new IdealSynapse(), new LifNeuron(Response.DELTA), 4);
        return network.mapProjections(projection -> projection.withPlasticity(new PairStdp()))
                .mapGroups(group -> group.withInhibition(WinnerInhibition.withinAStep())
                        .withModel(AdaptiveLifNeuron.diehlAndCook()));
    }

    @Test
    void thresholdsLearntBySamplesAreSummedAndWeightsAreShared() {
        var simulation = new Simulation(learning(), new SimulationSettings(3).withBatch(4));
        float[][] before = simulation.weightMap("in");
        List<Spike> spikes = run(simulation, samples(4));
        simulation.reset();
        float[] theta = simulation.values("cells", "theta");
        for (int j = 0; j < NEURONS; j++) {
            int neuron = j;
            long crossings = spikes.stream()
                    .filter(spike -> spike.neuron() % NEURONS == neuron)
                    .count();
            for (int s = 0; s < 4; s++) {
                assertThat(theta[s * NEURONS + j]).isEqualTo(theta[j]);
            }
            // silenced crossings of a step raise a threshold too
            assertThat((double) theta[j]).isGreaterThanOrEqualTo(crossings * 0.05e-3 * 0.999);
        }
        assertThat(Arrays.deepEquals(simulation.weightMap("in"), before)).isFalse();
        assertThat(simulation.state("cells", "theta").shape()).containsExactly(4, NEURONS);
        assertThat(simulation.snapshot().group("cells").initial()).containsKey("theta");
    }

    @Test
    void aBatchSavedAndLoadedGoesOnBitForBit() {
        var settings = new SimulationSettings(3).withBatch(3);
        Network network = learning();
        List<SpikeRaster> samples = samples(6);
        var straight = new Simulation(network, settings);
        run(straight, samples.subList(0, 3));
        straight.reset();
        var out = new ByteArrayOutputStream();
        straight.save(out);
        var resumed = new Simulation(network, settings);
        resumed.load(new ByteArrayInputStream(out.toByteArray()));

        assertThat(run(resumed, samples.subList(3, 6))).isNotEmpty().isEqualTo(run(straight, samples.subList(3, 6)));
        assertThat(resumed.weightMap("in")).isDeepEqualTo(straight.weightMap("in"));
        assertThatThrownBy(() -> new Simulation(network, settings.withBatch(2))
                        .load(new ByteArrayInputStream(out.toByteArray())))
                .hasMessageContaining("SimulationSettings.batch (2) must be that of the checkpoint (3)");
    }

    @Test
    void noiseIsAnotherForEverySampleAndThatOfTheFirstIsWithoutABatch() {
        Network network = Network.builder("noise")
                .step(ms(0.1))
                .add(new PoissonSource("input", LINES, Hz(100)))
                .add(new NeuronGroup("cells", NEURONS, new LifNeuron()))
                .add(new PoissonImpulses("background", "cells", "excitatory", pA(20), Hz(900)))
                .add(projection(
                        "in", "input", new Connector.AllToAll(), new IdealSynapse(), new Impulse("excitatory", pA(40))))
                .build();
        List<List<Spike>> spikes = new ArrayList<>();
        for (int batch : new int[] {1, 3}) {
            var simulation = new Simulation(network, new SimulationSettings(2).withBatch(batch));
            List<Spike> all = new ArrayList<>();
            simulation.onSpike("cells", (neuron, time) -> all.add(new Spike(neuron, time)));
            simulation.run(ms(200));
            spikes.add(all);
        }
        assertThat(ofSample(spikes.get(1), 0)).isEqualTo(spikes.get(0)).hasSizeGreaterThan(10);
        assertThat(ofSample(spikes.get(1), 1)).isNotEqualTo(spikes.get(0)).hasSizeGreaterThan(10);
    }

    @Test
    void refusesWhatSamplesCannotHaveEachForItself() {
        var settings = new SimulationSettings(1).withBatch(2);
        Network network = heldLines(new ReducedIonicNeuron(), new IonicSynapse());
        assertThatThrownBy(() -> new Simulation(
                        network.mapProjections(projection -> projection.name().equals("in")
                                ? projection.withPlasticity(new WinnerStdp())
                                : projection),
                        settings))
                .hasMessageContaining("projection 'in' has plasticity on held lines")
                .hasMessageContaining("Use a batch of 1");
        assertThatThrownBy(() -> new Simulation(
                        network.mapGroups(group -> group.withInhibition(new WinnerInhibition(1, mV(-30), ms(1)))),
                        settings))
                .hasMessageContaining("group 'cells' has an inhibition that lasts");
        Network ramp = Network.builder("ramp")
                .step(us(10))
                .add(new NeuronGroup("cells", 2, new IonicNeuron()))
                .add(new CurrentRamp("ramp", "cells", nAPerSecond(50)))
                .build();
        assertThatThrownBy(() -> new Simulation(ramp, settings)).hasMessageContaining("current 'ramp' has a ramp");
        var batch = new Simulation(network, settings);
        assertThatThrownBy(() -> batch.play(samples(3)))
                .hasMessageContaining("Number of rasters (3) must be that of the samples of the batch (2)");
        assertThatThrownBy(() -> batch.present(samples(1).get(0)))
                .hasMessageContaining("must be 1 to present a sample");
    }
}
