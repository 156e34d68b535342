package org.ionspike.engine.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.nA;
import static org.ionspike.engine.units.Units.us;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Optional;
import org.ionspike.engine.network.Connector;
import org.ionspike.engine.network.LineDrive;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.network.Projection.Polarity;
import org.ionspike.engine.network.Weights;
import org.ionspike.engine.neuron.IonicNeuron;
import org.ionspike.engine.plasticity.IonicStdp;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.source.CurrentStep;
import org.ionspike.engine.source.SpikeTrainSource;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.synapse.IonicSynapse;
import org.ionspike.engine.units.Time;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class MonitorTest {
    private final Simulation simulation = new Simulation(
            Network.builder("test")
                    .step(us(5))
                    .add(new NeuronGroup("neurons", 3, new IonicNeuron())
                            .withBias(ImmutableDoubleArray.of(0, 0, -1e-10)))
                    .add(new CurrentStep("drive", "neurons", nA(0.1), ms(1), ms(41)))
                    .add(new SpikeTrainSource("train", SpikeRaster.of(2, new double[] {5e-3, 20e-3}, new int[] {0, 1})))
                    .add(new Projection(
                            "p",
                            "train",
                            "neurons",
                            new Connector.AllToAll(),
                            new IonicSynapse(),
                            new Weights.Uniform(0.5),
                            new LineDrive(mV(100), us(10)),
                            new Time(0),
                            Polarity.EXCITATORY,
                            Optional.of(new IonicStdp())))
                    .build(),
            new SimulationSettings(1));

    @Test
    void spikeMonitorGivesRasterCountsRatesAndIntervals() {
        var monitor = new SpikeMonitor(simulation, "neurons");
        simulation.run(ms(50));
        SpikeRaster raster = monitor.raster();
        assertThat(monitor.size()).isEqualTo(raster.size()).isEqualTo((int) simulation.spikeCount());
        int[] counts = monitor.counts();
        // the f-I table gives 347 Hz at 0.1 nA: 13.9 spikes in 40 ms, the first one early
        assertThat(counts[0]).isBetween(13, 15);
        assertThat(counts[2]).isZero();
        assertThat(monitor.rateHz()[0]).isCloseTo(counts[0] / 0.05, within(1e-9));
        assertThat(monitor.meanIntervalSeconds()[0]).isCloseTo(1 / 347.0, within(0.02 / 347));
        assertThat(monitor.intervalVariation()[0]).isBetween(0.0, 0.1);
        assertThat(monitor.meanIntervalSeconds()[2]).isNaN();
        assertThat(monitor.intervalVariation()[2]).isNaN();
    }

    @Test
    void stateMonitorSamplesTimeFirst() {
        var monitor = new StateMonitor(simulation, "neurons", "v", new int[] {2, 0}, us(500));
        assertThatThrownBy(monitor::values).hasMessageContaining("No sample has been taken yet");
        simulation.run(ms(3));
        INDArray values = monitor.values();
        assertThat(values.shape()).containsExactly(6, 2);
        assertThat(monitor.timesSeconds()).hasSize(6).startsWith(0, 0.0005);
        assertThat(values.getDouble(1, 1)).isCloseTo(-0.030077, within(1e-6)); // at rest until 1 ms
        assertThat(values.getDouble(5, 1)).isGreaterThan(values.getDouble(5, 0));
        assertThatThrownBy(() -> new StateMonitor(simulation, "neurons", "volt", new int[] {0}, us(5)))
                .hasMessageContaining("volt");
        assertThatThrownBy(() -> new StateMonitor(simulation, "neurons", "v", new int[] {3}, us(5)))
                .hasMessageContaining("neuron (3) must lie between 0 and 2");
    }

    @Test
    void weightMonitorTakesSnapshots() {
        var monitor = new WeightMonitor(simulation, "p", ms(10));
        simulation.run(ms(40));
        assertThat(monitor.values().shape()).containsExactly(4, 2, 3);
        assertThat(monitor.timesSeconds()).hasSize(4);
        assertThat(monitor.values().getDouble(0, 0, 0)).isEqualTo(0.5);
        assertThat(monitor.values().getDouble(3, 0, 0)).isNotEqualTo(0.5);
    }

    @Test
    void energyMonitorReadsWhatWasDissipatedInBetween() {
        var monitor = new EnergyMonitor(simulation);
        simulation.run(ms(1));
        var rest = monitor.read();
        // two neurons rest at 145 pW; the third is held down by 0.1 nA and dissipates more
        assertThat(rest.meanPower().si()).isBetween(400e-12, 600e-12);
        simulation.run(ms(39));
        var active = monitor.read();
        assertThat(active.duration().si()).isCloseTo(39e-3, within(1e-12));
        assertThat(active.energy().plus(rest.energy()).total())
                .isCloseTo(simulation.energy().total(), within(1e-20));
        simulation.reset();
        simulation.run(ms(20));
        assertThat(monitor.read().energy()).isEqualTo(simulation.energy());
        assertThat(monitor.read().meanPower().si()).isZero();
    }
}
