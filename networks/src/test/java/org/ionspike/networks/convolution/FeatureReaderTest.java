package org.ionspike.networks.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.List;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.Weights;
import org.ionspike.engine.plasticity.WinnerStdp;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.synapse.DeviceVariability;
import org.ionspike.engine.synapse.IonicSynapse;
import org.ionspike.engine.synapse.ProgrammableSynapses;
import org.ionspike.networks.architecture.ConvStdp;
import org.ionspike.networks.architecture.PlaneShape;
import org.junit.jupiter.api.Test;

class FeatureReaderTest {
    private static final PlaneShape SHAPE = new PlaneShape(2, 9, 7);
    private static final SimulationSettings SETTINGS = new SimulationSettings(3);
    private static final ConvStdp ARCHITECTURE =
            new ConvStdp(SHAPE, 4, 21, new IonicSynapse().withDevices(DeviceVariability.typical()));

    /** Filters with weights all over the range and thresholds from 8 to 13. */
    private static Network filters(ConvStdp architecture) {
        Network start = architecture.network(new WinnerStdp());
        var random = new RandomStreams(5).stream("weights");
        var weights = new float[architecture.patchLines()][architecture.filters()];
        for (float[] row : weights) {
            for (int f = 0; f < row.length; f++) {
                row[f] = (float) (0.02 + 0.96 * random.nextDouble());
            }
        }
        float[] thresholds = new float[architecture.filters()];
        for (int f = 0; f < thresholds.length; f++) {
            thresholds[f] = (float) (8 + 5 * random.nextDouble());
        }
        return start.mapGroups(group -> group.withBias(architecture.biases(thresholds)))
                .mapProjections(projection -> projection.withWeights(new Weights.Given(weights)));
    }

    private static List<PooledFeatures> read(Network network, List<LatencyMap> samples, int threads) {
        return new FeatureReader(ARCHITECTURE, network, SETTINGS, threads).read(samples, read -> {});
    }

    @Test
    void theKernelAgreesWithAPlainReadingOfEveryPositionInDoublePrecision() {
        Network network = filters(ARCHITECTURE);
        List<LatencyMap> samples = RandomSamples.noise(SHAPE, ARCHITECTURE.presentation(), 20, 1);
        List<PooledFeatures> features = read(network, samples, 1);
        ProgrammableSynapses devices = new Simulation(network.frozen(), SETTINGS).programmable(ConvStdp.KERNEL);
        int fired = 0;
        for (int s = 0; s < samples.size(); s++) {
            var plain = new PlainReading(ARCHITECTURE, devices, ARCHITECTURE.thresholds(network), samples.get(s));
            for (int d = 0; d < ARCHITECTURE.features(); d++) {
                assertThat(features.get(s).at(d))
                        .as("sample %d, feature %d", s, d)
                        .isEqualTo(plain.pooled[d]);
                fired += plain.pooled[d] > 0 ? 1 : 0;
            }
            assertThat(features.get(s).spikesIn()).isEqualTo(samples.get(s).spikes());
            assertThat(features.get(s).spikesOut()).isEqualTo(plain.fired);
            assertThat(features.get(s).synapticOperations()).isEqualTo(plain.reached);
            assertThat(features.get(s).synapseJoules()).isCloseTo(plain.joules, within(1e-9 * plain.joules));
        }
        assertThat(fired / (20.0 * ARCHITECTURE.features())).isBetween(0.2, 0.9); // else the test says little
    }

    @Test
    void threadsChangeNothing() {
        Network network = filters(ARCHITECTURE);
        List<LatencyMap> samples = RandomSamples.noise(SHAPE, ARCHITECTURE.presentation(), 40, 2);
        List<PooledFeatures> one = read(network, samples, 1);
        List<PooledFeatures> three = read(network, samples, 3);
        float[] a = new float[ARCHITECTURE.features()];
        float[] b = new float[a.length];
        for (int s = 0; s < samples.size(); s++) {
            one.get(s).copyTo(a);
            three.get(s).copyTo(b);
            assertThat(b).containsExactly(a);
        }
    }

    @Test
    void biasesAndThresholdsAreTwoWaysToSayOneThing() {
        float[] thresholds = {3, 7.5f, 12};
        var architecture = new ConvStdp(SHAPE, 4, 3, new IonicSynapse());
        ImmutableDoubleArray biases = architecture.biases(thresholds);
        Network network = architecture.network(new WinnerStdp()).mapGroups(group -> group.withBias(biases));
        assertThat(architecture.thresholds(network)).containsExactly(thresholds, within(1e-5f));
        // a threshold of no weight at all is the rheobase itself
        assertThat(architecture.biases(new float[] {0}).get(0))
                .isEqualTo(architecture.neuron().rheobase().si());
    }

    @Test
    void refusesSamplesOfAnotherShape() {
        Network network = filters(ARCHITECTURE);
        var other = RandomSamples.noise(new PlaneShape(1, 9, 7), ARCHITECTURE.presentation(), 1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(network, other, 1))
                .withMessageContaining("Shape of a sample (9x7) must be that of the filters' input, 2 planes of 9x7");
    }

    /** Position by position, line by line, straight from the description. */
    private static final class PlainReading {
        private final int[] pooled;
        private long fired;
        private long reached;
        private double joules;

        PlainReading(ConvStdp net, ProgrammableSynapses devices, float[] thresholds, LatencyMap sample) {
            pooled = new int[net.features()];
            double full = net.synapse().maxConductance().si()
                    - net.synapse().minConductance().si();
            double volts = net.inputVoltage().si();
            for (int row = 0; row < net.positionRows(); row++) {
                for (int column = 0; column < net.positionColumns(); column++) {
                    int block = row / net.pooling() * net.blockColumns() + column / net.pooling();
                    for (int f = 0; f < net.filters(); f++) {
                        int first = firstAbove(net, devices, thresholds[f] * full, f, row, column, sample);
                        int at = block * net.filters() + f;
                        pooled[at] = Math.max(pooled[at], first);
                        fired += first > 0 ? 1 : 0;
                    }
                    for (int line = 0; line < net.patchLines(); line++) {
                        int early = earliness(net, sample, row, column, line);
                        reached += early > 0 ? net.filters() : 0;
                        for (int f = 0; f < net.filters(); f++) {
                            joules += volts
                                    * volts
                                    * net.synapse().restingFraction()
                                    * devices.conductances(line)[f]
                                    * net.presentation().si()
                                    * early
                                    / 255;
                        }
                    }
                }
            }
        }

        private static int firstAbove(
                ConvStdp net,
                ProgrammableSynapses devices,
                double siemens,
                int f,
                int row,
                int column,
                LatencyMap sample) {
            for (int tick = 255; tick > 0; tick--) {
                double sum = 0;
                for (int line = 0; line < net.patchLines(); line++) {
                    sum += earliness(net, sample, row, column, line) >= tick ? devices.conductances(line)[f] : 0;
                }
                if (sum > siemens) {
                    return tick;
                }
            }
            return 0;
        }

        private static int earliness(ConvStdp net, LatencyMap sample, int row, int column, int line) {
            int planes = net.input().planes();
            int pixel = line / planes;
            return sample.at(line % planes, row + pixel / net.side(), column + pixel % net.side());
        }
    }
}
