package org.ionspike.engine.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.nA;
import static org.ionspike.engine.units.Units.us;

import com.google.common.primitives.ImmutableDoubleArray;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ionspike.engine.network.Connector;
import org.ionspike.engine.network.LineDrive;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.network.Weights;
import org.ionspike.engine.neuron.IonicNeuron;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.source.CurrentStep;
import org.ionspike.engine.source.PoissonSource;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.synapse.StaticSynapse;
import org.ionspike.engine.units.Frequency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Monitors that keep sums against those that keep spikes, and against direct sums over the raster. */
class ActivityMonitorTest {
    private static final int NEURONS = 4;

    @TempDir
    private Path folder;

    private final Simulation simulation = new Simulation(network(), new SimulationSettings(1));
    private final SpikeMonitor spikes = new SpikeMonitor(simulation, "cells");

    /** Neuron 3 is held down and stays silent; the others fire at random and share their lines. */
    private static Network network() {
        return Network.builder("test")
                .step(us(10))
                .add(new NeuronGroup("cells", NEURONS, new IonicNeuron())
                        .withBias(ImmutableDoubleArray.of(0, -2e-11, 1e-11, -5e-10)))
                .add(new CurrentStep("drive", "cells", nA(0.05), ms(0), ms(1000)))
                .add(new PoissonSource("noise", 20, new Frequency(100)))
                .add(new Projection(
                        "p",
                        "noise",
                        "cells",
                        new Connector.AllToAll(),
                        new StaticSynapse(),
                        new Weights.Uniform(1),
                        new LineDrive(mV(300), ms(1)),
                        ms(0)))
                .build();
    }

    @Test
    void intervalMonitorAgreesWithTheKeptSpikes() {
        var monitor = new IntervalMonitor(simulation, "cells");
        simulation.run(ms(200));
        assertThat(monitor.spikes()).isEqualTo(spikes.size()).isGreaterThan(30);
        assertThat(monitor.counts()).isEqualTo(spikes.counts());
        assertThat(monitor.rateHz()).isEqualTo(spikes.rateHz());
        assertThat(monitor.meanIntervalSeconds()[3]).isNaN();
        double[] times = timesOf(0);
        double[] intervals = new double[times.length - 1];
        Arrays.setAll(intervals, k -> times[k + 1] - times[k]);
        double mean = Arrays.stream(intervals).average().orElseThrow();
        double variance = Arrays.stream(intervals)
                .map(interval -> (interval - mean) * (interval - mean))
                .average()
                .orElseThrow();
        assertThat(monitor.meanIntervalSeconds()[0]).isCloseTo(mean, within(1e-12));
        assertThat(monitor.intervalVariation()[0]).isCloseTo(Math.sqrt(variance) / mean, within(1e-9));
    }

    private double[] timesOf(int neuron) {
        SpikeRaster raster = spikes.raster();
        return IntStream.range(0, raster.size())
                .filter(k -> raster.line().get(k) == neuron)
                .mapToDouble(k -> raster.timeSeconds().get(k))
                .toArray();
    }

    @Test
    void rateMonitorCountsEverySpikeOfTheBinsThatAreOver() {
        simulation.run(ms(7));
        var monitor = new RateMonitor(simulation, "cells", ms(10));
        int before = spikes.size();
        simulation.run(ms(100));
        assertThat(monitor.rateHz()).hasSize(10);
        assertThat(monitor.timesSeconds()[0]).isCloseTo(0.012, within(1e-12));
        double sum = Arrays.stream(monitor.rateHz()).sum() * NEURONS * 0.01;
        assertThat(sum).isCloseTo(spikes.size() - before, within(1e-9));
        simulation.run(ms(5));
        assertThat(monitor.rateHz()).hasSize(10);
    }

    @Test
    void correlationMonitorAgreesWithDirectSumsOverTheRaster() {
        var monitor = new CorrelationMonitor(simulation, "cells", new int[] {3, 1, 0}, ms(5));
        simulation.run(ms(400));
        double[][] r = monitor.correlation();
        double[] a = binned(1);
        double[] b = binned(0);
        double covariance = product(a, b) - mean(a) * mean(b);
        double spread = Math.sqrt((product(a, a) - mean(a) * mean(a)) * (product(b, b) - mean(b) * mean(b)));
        assertThat(r[1][2]).isCloseTo(covariance / spread, within(1e-12)).isBetween(0.05, 0.99); // they share lines
        assertThat(r[2][1]).isEqualTo(r[1][2]);
        assertThat(r[1][1]).isCloseTo(1, within(1e-12));
        assertThat(r[0][1]).isNaN(); // silent
        assertThat(monitor.meanCorrelation()).isEqualTo(r[1][2]);
        assertThatThrownBy(() -> new CorrelationMonitor(simulation, "cells", new int[] {1, 1}, ms(5)))
                .hasMessageContaining("neuron 1 is chosen twice");
        assertThatThrownBy(() -> new CorrelationMonitor(simulation, "cells", new int[] {1}, ms(5)))
                .hasMessageContaining("number of neurons (1) must be at least 2");
    }

    private double[] binned(int neuron) {
        var bins = new double[80];
        for (double time : timesOf(neuron)) {
            bins[(int) (time / 5e-3)]++;
        }
        return bins;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k] / a.length;
        }
        return sum;
    }

    @Test
    void filesHoldWhatTheMonitorsHold() throws IOException {
        Path spikeCsv = folder.resolve("new/spikes.csv");
        Path stateCsv = folder.resolve("states.csv");
        var states = new StateMonitor(simulation, "cells", "v", new int[] {3, 0}, ms(1));
        try (var spikeFile = new SpikeFile(simulation, spikeCsv);
                var stateFile = new StateFile(
                        simulation, List.of(new StateFile.Choice("cells", "v", List.of(3, 0))), ms(1), stateCsv)) {
            assertThat(spikeFile).isNotSameAs(stateFile);
            simulation.run(ms(50));
        }
        int written = spikes.size();
        simulation.run(ms(50)); // files that are closed stay as they are
        List<String> spikeRows = Files.readAllLines(spikeCsv);
        SpikeRaster raster = spikes.raster();
        assertThat(spikeRows).hasSize(written + 1).startsWith("t_s,group,neuron");
        for (int k = 0; k < written; k++) {
            assertThat(spikeRows.get(k + 1))
                    .isEqualTo(raster.timeSeconds().get(k) + ",cells,"
                            + raster.line().get(k));
        }
        List<String> stateRows = Files.readAllLines(stateCsv);
        assertThat(stateRows).hasSize(51).startsWith("t_s,cells[3].v,cells[0].v");
        float[][] rows = states.rows();
        assertThat(stateRows.get(20)).isEqualTo(states.timesSeconds()[19] + "," + rows[19][0] + "," + rows[19][1]);
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("taken"));
        assertThatThrownBy(() -> new SpikeFile(simulation, taken))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Cannot write the recording to " + taken)
                .hasMessageContaining("Name a file in a folder that can be written to");
    }

    @Test
    void watchingChangesNoSpike() {
        var bare = new Simulation(network(), new SimulationSettings(1));
        new RateMonitor(simulation, "cells", ms(3));
        new CorrelationMonitor(simulation, "cells", new int[] {0, 1}, ms(3));
        new StateMonitor(simulation, "cells", "nNa", new int[] {2}, us(30));
        var bareSpikes = new SpikeMonitor(bare, "cells");
        bare.run(ms(100));
        simulation.run(ms(100));
        assertThat(spikes.raster()).isEqualTo(bareSpikes.raster());
    }
}
