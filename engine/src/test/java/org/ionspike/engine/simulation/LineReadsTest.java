package org.ionspike.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.Hz;
import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.us;
import static org.ionspike.engine.units.Units.volt;

import com.google.common.collect.Lists;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ionspike.engine.network.Connector;
import org.ionspike.engine.network.LineDrive;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.network.Projection.Polarity;
import org.ionspike.engine.network.Weights;
import org.ionspike.engine.neuron.ReducedIonicNeuron;
import org.ionspike.engine.plasticity.IonicStdp;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.simulation.BatchReader.Crossbar;
import org.ionspike.engine.source.PoissonSource;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.synapse.Connectivity;
import org.ionspike.engine.synapse.DeviceVariability;
import org.ionspike.engine.synapse.IonicSynapse;
import org.ionspike.engine.synapse.PulseResponse;
import org.ionspike.engine.synapse.PulsedIonicSynapse;
import org.ionspike.engine.units.Resistance;
import org.ionspike.engine.units.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Read noise, line resistance and ageing, where networks meet them. */
class LineReadsTest {
    private static final SimulationSettings SETTINGS = new SimulationSettings(11);

    private static final DeviceVariability ALL = DeviceVariability.pessimistic()
            .withReadNoise(0.05)
            .withLineResistance(new Resistance(1e6))
            .withMemorySpread(0.3)
            .withResponse(new PulseResponse(1, 2, 0.1));

    private static Network learning(DeviceVariability devices) {
        return Networks.winnerTakeAll(new ReducedIonicNeuron(), new IonicSynapse().withDevices(devices));
    }

    private static Network reading(DeviceVariability devices) {
        return learning(devices)
                .mapGroups(group ->
                        group.withInhibition(group.inhibition().orElseThrow().withWinners(10)));
    }

    private static List<Reading> read(DeviceVariability devices, Crossbar crossbar, List<SpikeRaster> samples) {
        return new BatchReader(reading(devices), SETTINGS, crossbar, 1).read(samples);
    }

    private static LineReads reads(DeviceVariability devices, int count) {
        var weights = new float[2][count];
        Arrays.fill(weights[0], 0.5f);
        var state = new IonicSynapse()
                .withDevices(devices)
                .state(Connectivity.dense(2, count), weights, new RandomStreams(1));
        return Objects.requireNonNull(LineReads.of(state, new RandomStreams(1).child("read")));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.2})
    void everyReadDrawsAGaussianOfTheStatedSpread(double sigma) {
        int count = 20_000;
        LineReads reads = reads(DeviceVariability.ideal().withReadNoise(sigma), count);
        reads.read(0, 0.01);
        float[] first = reads.row(0).clone();
        reads.read(0, 0.01);
        float[] second = reads.row(0).clone();
        double ideal = new IonicSynapse().conductanceSiemens(0.5);
        double sum = 0;
        double squares = 0;
        double product = 0;
        for (int k = 0; k < count; k++) {
            double x = first[k] / ideal - 1;
            sum += x;
            squares += x * x;
            product += x * (second[k] / ideal - 1);
        }
        double error = sigma / Math.sqrt(count);
        assertThat(sum / count).isCloseTo(0, within(5 * error));
        assertThat(Math.sqrt(squares / count)).isCloseTo(sigma, within(5 * error / Math.sqrt(2)));
        assertThat(product / count).isCloseTo(0, within(5 * sigma * error)); // reads are independent
    }

    @Test
    void noReadIsNegativeAndASampleBeginsItsNoiseAnew() {
        LineReads reads = reads(DeviceVariability.ideal().withReadNoise(0.5), 10_000);
        reads.begin(7);
        reads.read(1, 0.01);
        float[] first = reads.row(1).clone();
        for (float siemens : first) {
            assertThat(siemens).isNotNegative();
        }
        assertThat(first).contains(0f); // 2.3 % of a Gaussian lie below -2 sigma
        reads.begin(8);
        reads.read(1, 0.01);
        assertThat(reads.row(1)).isNotEqualTo(first);
        reads.begin(7);
        reads.read(0, 0.01);
        reads.read(1, 0.01);
        assertThat(reads.row(1)).isEqualTo(first);
    }

    @Test
    void devicesWithoutTheseEffectsHaveNoReadsOfTheirOwn() {
        var simulation = new Simulation(learning(DeviceVariability.pessimistic()), SETTINGS);
        assertThat(simulation.reads("crossbar")).isNull();
        assertThat(simulation.hasReadNoise()).isFalse();
    }

    @Test
    void theMatrixProductReadsWhatTheEventsReadWithEveryEffect() {
        List<SpikeRaster> samples = Networks.samples(40, 7);
        for (DeviceVariability devices : List.of(
                DeviceVariability.typical().withReadNoise(0.1),
                DeviceVariability.typical().withLineResistance(new Resistance(1e6)),
                ALL)) {
            List<Reading> events = read(devices, Crossbar.EVENTS, samples);
            List<Reading> product = read(devices, Crossbar.MATRIX_PRODUCT, samples);
            assertThat(events).isNotEqualTo(read(DeviceVariability.typical(), Crossbar.EVENTS, samples));
            for (int s = 0; s < samples.size(); s++) {
                Response a = events.get(s).response();
                Response b = product.get(s).response();
                assertThat(b.neuron()).isEqualTo(a.neuron());
                for (int k = 0; k < a.size(); k++) {
                    // 1 nA of summed currents to 1e-7 on a ramp of 50 nA/s
                    assertThat(a.timeSeconds().get(k)).isCloseTo(b.timeSeconds().get(k), within(5e-9));
                }
                double joules = events.get(s).energy().synapses();
                assertThat(product.get(s).energy().synapses()).isCloseTo(joules, within(1e-6 * joules));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Crossbar.class)
    void noiseDependsNeitherOnThreadsNorOnTheOrderOfSamples(Crossbar crossbar) {
        var devices = DeviceVariability.typical().withReadNoise(0.1);
        List<SpikeRaster> samples = Networks.samples(300, 5);
        List<Reading> one = read(devices, crossbar, samples);
        assertThat(new BatchReader(reading(devices), SETTINGS, crossbar, 2)
                        .read(samples)
                        .equals(one))
                .isTrue();
        List<Reading> reversed = Lists.reverse(read(devices, crossbar, Lists.reverse(samples)));
        for (int s = 0; s < one.size(); s++) {
            assertThat(reversed.get(s).response().neuron())
                    .isEqualTo(one.get(s).response().neuron());
        }
        assertThat(new BatchReader(reading(devices), new SimulationSettings(12), crossbar, 1).read(samples))
                .isNotEqualTo(one);
    }

    @Test
    void equalSamplesAreReadWithNoiseOfTheirOwn() {
        List<SpikeRaster> samples =
                Collections.nCopies(50, Networks.samples(1, 7).get(0));
        var devices = DeviceVariability.typical().withReadNoise(0.1);
        assertThat(read(devices, Crossbar.EVENTS, samples).stream()
                        .map(reading -> reading.response().timeSeconds().get(0))
                        .distinct()
                        .count())
                .isEqualTo(50);
    }

    @Test
    void theEnergyOfARunIsThatOfTheConductancesThatWereRead() {
        Network network = learning(DeviceVariability.ideal().withReadNoise(0.1)).frozen();
        var simulation = new Simulation(network, SETTINGS);
        SpikeRaster sample = Networks.samples(1, 9).get(0);
        double seconds = simulation.present(sample).activeSeconds();
        double expected = 0;
        for (String name : List.of("crossbar", "reference")) {
            LineReads again = Objects.requireNonNull(new Simulation(network, SETTINGS).reads(name));
            for (int line : sample.line().asList()) {
                again.read(line, new IonicSynapse().restingFraction());
                expected += LineReads.sum(again.row(line)) * new IonicSynapse().restingFraction() * 0.01 * seconds;
            }
        }
        assertThat(simulation.energy().synapses()).isCloseTo(expected, within(1e-9 * expected));
    }

    /** Sparse lines that learn while they are held, and are held when the state is saved. */
    @Test
    void aSavedRunGoesOnBitForBitWithEveryEffect() {
        Network network = Network.builder("saved")
                .step(us(10))
                .add(new NeuronGroup("neurons", 12, new ReducedIonicNeuron()))
                .add(new PoissonSource("input", 8, Hz(150)))
                .add(new Projection(
                        "lines",
                        "input",
                        "neurons",
                        new Connector.FixedProbability(0.5),
                        new IonicSynapse().withDevices(ALL),
                        new Weights.Gaussian(0.5, 0.2),
                        new LineDrive(mV(300), ms(2)),
                        us(10),
                        Polarity.EXCITATORY,
                        Optional.of(new IonicStdp())))
                .build();
        var whole = new Simulation(network, SETTINGS);
        whole.age(new Time(600));
        whole.run(ms(50));
        byte[] saved = saved(whole);
        var resumed = new Simulation(network, SETTINGS);
        resumed.load(new ByteArrayInputStream(saved));
        assertThat(saved(resumed)).isEqualTo(saved);
        for (Simulation simulation : List.of(whole, resumed)) {
            simulation.run(ms(50));
            simulation.refresh();
            simulation.run(ms(20));
        }
        assertThat(saved(resumed)).isEqualTo(saved(whole));
        assertThat(whole.deviceWrites("lines")).isPositive();
        assertThat(whole.spikeCount()).isPositive();
    }

    private static byte[] saved(Simulation simulation) {
        var out = new ByteArrayOutputStream();
        simulation.save(out);
        return out.toByteArray();
    }

    @Test
    void agedDevicesAreReadAlikeByBothCrossbarsAndRefreshedOnesAsFreshOnes() {
        List<SpikeRaster> samples = Networks.samples(30, 7);
        var devices = DeviceVariability.typical().withMemorySpread(0.3);
        var events = new BatchReader(reading(devices), SETTINGS, Crossbar.EVENTS, 1);
        var product = new BatchReader(reading(devices), SETTINGS, Crossbar.MATRIX_PRODUCT, 1);
        Time hour = new Time(3600);
        List<Reading> aged = events.aged(hour).read(samples);
        assertThat(aged).isNotEqualTo(events.read(samples));
        assertThat(events.aged(new Time(0)).read(samples)).isEqualTo(events.read(samples));
        List<Reading> alike = product.aged(hour).read(samples);
        for (int s = 0; s < samples.size(); s++) {
            assertThat(alike.get(s).response().neuron())
                    .isEqualTo(aged.get(s).response().neuron());
        }
        var simulation = new Simulation(reading(devices), SETTINGS);
        float[][] fresh = simulation.weightRows("crossbar");
        simulation.age(hour);
        assertThat(simulation.weightRows("crossbar")[0]).isNotEqualTo(fresh[0]);
        simulation.refresh();
        assertThat(simulation.weightRows("crossbar")).isDeepEqualTo(fresh);
        assertThat(simulation.deviceWrites("crossbar")).isEqualTo(64 * 30);
        assertThat(simulation.energy().refresh()).isPositive();
    }

    @Test
    void synapsesReadByPulsesRefuseWhatIsModelledOnHeldLines() {
        var noisy = new IonicSynapse().withDevices(DeviceVariability.ideal().withReadNoise(0.1));
        assertThatThrownBy(() -> new PulsedIonicSynapse(noisy, volt(1), ms(1)))
                .hasMessageContaining("must have no readNoise and no lineResistance");
    }
}
