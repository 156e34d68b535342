package org.ionspike.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.simulation.Networks.grid;
import static org.ionspike.engine.simulation.Networks.projection;
import static org.ionspike.engine.units.Units.Hz;
import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.pA;
import static org.ionspike.engine.units.Units.s;
import static org.ionspike.engine.units.Units.us;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import org.ionspike.engine.network.Connector;
import org.ionspike.engine.network.LineDrive;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.Projection.Polarity;
import org.ionspike.engine.network.WinnerInhibition;
import org.ionspike.engine.source.CurrentStep;
import org.ionspike.engine.source.InputLines;
import org.ionspike.engine.source.PoissonSource;
import org.ionspike.engine.source.SpikeTrainSource;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.units.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneralNetworkTest {
    private static final float ONE_LINE = 10e-12f;
    private static final SimulationSettings SETTINGS = new SimulationSettings(1);

    private final ProbeNeuron probe = new ProbeNeuron();

    private static SpikeTrainSource train(int lines, double[] times, int[] line) {
        return new SpikeTrainSource("train", SpikeRaster.of(lines, times, line));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 37, 1023, 1024, 5000})
    void deliversASpikeAfterItsDelayAndReleasesTheLineAfterItsHoldTime(long delay) {
        var simulation = new Simulation(
                grid().add(new NeuronGroup("probe", 2, probe))
                        .add(train(1, new double[] {123e-6}, new int[] {0}))
                        .add(projection("p", "train", "probe", us(10.0 * delay)))
                        .build(),
                SETTINGS);
        simulation.run(ms(60));
        long on = 12 + delay;
        assertThat(probe.at(on - 1, 1)).isZero();
        assertThat(probe.at(on, 1)).isEqualTo(ONE_LINE);
        assertThat(probe.at(on + 99, 1)).isEqualTo(ONE_LINE);
        assertThat(probe.at(on + 100, 1)).isZero();
        assertThat(simulation.synapticOperations()).isEqualTo(2);
        assertThat(simulation.processedSteps()).isEqualTo(delay == 0 ? 2 : 3);
    }

    @Test
    void aSpikeOnAHeldLineStartsItsTimeAnewAndPilesUpNoEvents() {
        var times = new double[200];
        for (int k = 0; k < times.length; k++) {
            times[k] = k * 20e-6;
        }
        var simulation = new Simulation(
                grid().add(new NeuronGroup("probe", 1, probe))
                        .add(train(1, times, new int[times.length]))
                        .add(projection("p", "train", "probe", new Time(0)))
                        .build(),
                SETTINGS);
        simulation.run(ms(10));
        assertThat(probe.at(397, 0)).isEqualTo(ONE_LINE);
        assertThat(probe.at(398 + 99, 0)).isEqualTo(ONE_LINE);
        assertThat(probe.at(398 + 100, 0)).isZero();
        // 200 spikes, and the one event of the line is sent on about every 1 ms
        assertThat(simulation.processedSteps()).isBetween(200L, 206L);
    }

    @Test
    void currentsAreExactlyZeroWhenNoLineIsHeld() {
        var pairs = ImmutableList.of(
                new Connector.Pair(0, 0), new Connector.Pair(1, 0), new Connector.Pair(1, 1), new Connector.Pair(2, 2));
        var drive = new LineDrive(mV(70), us(330));
        var sparse = Networks.with(
                projection("sparse", "train", "probe", us(30)), new Connector.Pairs(pairs), drive, Polarity.EXCITATORY);
        var dense = Networks.with(
                projection("dense", "train", "probe", us(10)), new Connector.AllToAll(), drive, Polarity.INHIBITORY);
        var times = new double[300];
        var lines = new int[300];
        for (int k = 0; k < 300; k++) {
            times[k] = k * 111e-6;
            lines[k] = k % 3;
        }
        var simulation = new Simulation(
                grid().add(new NeuronGroup("probe", 3, probe))
                        .add(train(3, times, lines))
                        .add(sparse)
                        .add(dense)
                        .build(),
                SETTINGS);
        simulation.run(ms(50));
        assertThat(probe.drives).hasSizeGreaterThan(300);
        assertThat(probe.at(4500, 0)).isZero();
        assertThat(probe.at(4500, 1)).isZero();
        assertThat(probe.at(4500, 2)).isZero();
    }

    @Test
    void aCommonColumnReachesAllNeuronsAndInhibitionSubtracts() {
        var column = Networks.with(
                projection("p", "train", "probe", new Time(0)),
                new Connector.CommonColumn(),
                new LineDrive(mV(100), ms(1)),
                Polarity.INHIBITORY);
        var simulation = new Simulation(
                grid().add(new NeuronGroup("probe", 3, probe))
                        .add(train(4, new double[] {0, 0}, new int[] {1, 3}))
                        .add(column)
                        .build(),
                SETTINGS);
        simulation.run(ms(2));
        for (int j = 0; j < 3; j++) {
            assertThat(probe.at(0, j)).isEqualTo(-2 * ONE_LINE);
        }
        assertThat(simulation.synapticOperations()).isEqualTo(2);
        // 2 devices of 100 pS at 0.1 V for 1 ms; one rounding a term
        assertThat(simulation.energy().synapses()).isCloseTo(2 * 1e-10 * 0.01 * 1e-3, within(1e-22));
    }

    @Test
    void spikesBetweenNeuronsArriveOneStepLater() {
        probe.spikes(5, 0, 900).spikes(20, 1, 0);
        var recurrent = Networks.with(
                projection("p", "probe", "probe", us(10)),
                new Connector.Pairs(ImmutableList.of(new Connector.Pair(0, 1), new Connector.Pair(1, 0))),
                new LineDrive(mV(100), us(20)),
                Polarity.EXCITATORY);
        var simulation = new Simulation(
                grid().add(new NeuronGroup("probe", 2, probe)).add(recurrent).build(), SETTINGS);
        simulation.run(ms(1));
        assertThat(probe.at(5, 1)).isZero();
        assertThat(probe.at(6, 1)).isEqualTo(ONE_LINE);
        assertThat(probe.at(7, 1)).isEqualTo(ONE_LINE);
        assertThat(probe.at(8, 1)).isZero();
        assertThat(probe.at(21, 0)).isEqualTo(ONE_LINE);
        assertThat(simulation.spikeCount()).isEqualTo(2);
    }

    @Test
    void currentStepsAddUpAndLeaveNothingBehind() {
        var simulation = new Simulation(
                grid().add(new NeuronGroup("probe", 1, probe))
                        .add(new CurrentStep("a", "probe", pA(0.1), us(100), us(300)))
                        .add(new CurrentStep("b", "probe", pA(0.7), us(200), us(400)))
                        .add(new CurrentStep("c", "probe", pA(-0.3), us(200), us(500)))
                        .build(),
                SETTINGS);
        simulation.run(ms(1));
        assertThat(probe.at(9, 0)).isZero();
        assertThat(probe.at(10, 0)).isEqualTo(0.1e-12f);
        assertThat(probe.at(25, 0)).isCloseTo(0.5e-12f, within(1e-19f));
        assertThat(probe.at(40, 0)).isEqualTo(-0.3e-12f);
        assertThat(probe.at(50, 0)).isZero();
        assertThat(simulation.processedSteps()).isEqualTo(5);
    }

    @Test
    void poissonLinesAreIndependentAndCostOneEventASpike() {
        int lines = 20;
        var pairs = ImmutableList.<Connector.Pair>builder();
        for (int i = 0; i < lines; i++) {
            pairs.add(new Connector.Pair(i, i));
        }
        var spikes = new ArrayList<long[]>();
        var held = Networks.with(
                projection("p", "noise", "probe", new Time(0)),
                new Connector.Pairs(pairs.build()),
                new LineDrive(mV(100), us(10)),
                Polarity.EXCITATORY);
        var simulation = new Simulation(
                grid().add(new NeuronGroup("probe", lines, probe))
                        .add(new PoissonSource("noise", lines, Hz(50)))
                        .add(held)
                        .build(),
                SETTINGS);
        simulation.run(s(20));
        probe.drives.forEach(drive -> {
            for (int j = 0; j < lines; j++) {
                if (drive.amperes()[j] > 0) {
                    spikes.add(new long[] {drive.step(), j});
                }
            }
        });
        // 20 000 expected; five standard deviations of a Poisson number
        assertThat(simulation.synapticOperations()).isBetween(20_000L - 707, 20_000L + 707);
        assertThat(simulation.processedSteps()).isLessThanOrEqualTo(2 * simulation.synapticOperations());
        var counts = new double[lines];
        var last = new double[lines];
        double sum = 0;
        double squares = 0;
        for (long[] spike : spikes) {
            int j = (int) spike[1];
            double interval = spike[0] * 10e-6 - last[j];
            last[j] = spike[0] * 10e-6;
            counts[j]++;
            sum += interval;
            squares += interval * interval;
        }
        double mean = sum / spikes.size();
        assertThat(mean).isCloseTo(0.02, within(0.001)); // five standard errors of 20 000 intervals
        // exponential intervals: variance = mean^2; standard error of the ratio about sqrt(8 / 20 000) = 0.02
        assertThat(squares / spikes.size() / (mean * mean)).isCloseTo(2, within(0.1));
        for (double count : counts) {
            assertThat(count).isBetween(1000 - 160.0, 1000 + 160.0); // five standard deviations
        }
    }

    @Test
    void aLineOfATrainThatIsHeldWithoutLimitStaysOnWhereNothingIsPresented() {
        var held = Networks.with(
                projection("p", "train", "probe", new Time(0)),
                new Connector.AllToAll(),
                LineDrive.held(mV(100)),
                Polarity.EXCITATORY);
        var simulation = new Simulation(
                grid().add(new NeuronGroup("probe", 1, probe))
                        .add(train(1, new double[] {1e-3}, new int[1]))
                        .add(held)
                        .build(),
                SETTINGS);
        simulation.run(s(1));
        assertThat(probe.at(99, 0)).isZero();
        assertThat(probe.at(99_999, 0)).isEqualTo(ONE_LINE);
    }

    @Test
    void silencesTheLaterSpikesOfTheStepInWhichInhibitionBegins() {
        probe.spikes(5, 2, 100).spikes(5, 0, 300).spikes(5, 1, 300);
        var group = new NeuronGroup("probe", 3, probe).withInhibition(new WinnerInhibition(1, mV(-30), ms(1)));
        var simulation = new Simulation(grid().add(group).build(), SETTINGS);
        var heard = new ArrayList<Integer>();
        simulation.onSpike("probe", (neuron, time) -> heard.add(neuron));
        simulation.run(ms(1));
        assertThat(heard).containsExactly(2);
        assertThat(simulation.spikeCount()).isEqualTo(1);
        assertThat(probe.clamps).containsExactly(new ProbeNeuron.Clamp(6, 106));
    }

    @Test
    void handlesSpikesOfAStepInOrderOfTimeThenOfNeuron() {
        probe.spikes(5, 4, 500)
                .spikes(5, 3, 200)
                .spikes(5, 0, 500)
                .spikes(5, 1, 100)
                .spikes(5, 2, 500);
        var simulation =
                new Simulation(grid().add(new NeuronGroup("probe", 5, probe)).build(), SETTINGS);
        var heard = new ArrayList<Integer>();
        simulation.onSpike("probe", (neuron, time) -> heard.add(neuron));
        simulation.run(ms(1));
        assertThat(heard).containsExactly(1, 3, 0, 2, 4);
    }

    @Test
    void aGroupWithoutInhibitionAnswersEverySample() {
        probe.spikes(10, 1, 500).spikes(2010, 1, 500).spikes(2020, 1, 0);
        var simulation = new Simulation(
                grid().add(new NeuronGroup("probe", 3, probe))
                        .add(new InputLines("input", 2))
                        .build(),
                SETTINGS);
        for (int sample = 0; sample < 2; sample++) {
            Response response = simulation.present(SpikeRaster.atOnset(2, new int[] {0}));
            assertThat(response.neuron().asList()).containsExactly(1);
            assertThat(response.timeSeconds().get(0)).isCloseTo(105e-6, within(1e-12)); // rounding of 20 ms
        }
    }

    @Test
    void resetForgetsSpikesUnderWay() {
        var simulation = new Simulation(
                grid().add(new NeuronGroup("probe", 1, probe))
                        .add(train(1, new double[] {0}, new int[1]))
                        .add(projection("p", "train", "probe", ms(2)))
                        .build(),
                SETTINGS);
        simulation.run(ms(1));
        simulation.reset();
        simulation.run(ms(5));
        assertThat(probe.at(200, 0)).isZero();
        assertThat(simulation.synapticOperations()).isZero();
    }

    @Test
    void aListenerCannotRunTheSimulation() {
        probe.spikes(1, 0, 0);
        var simulation =
                new Simulation(grid().add(new NeuronGroup("probe", 1, probe)).build(), SETTINGS);
        simulation.onSpike("probe", (neuron, time) -> simulation.run(ms(1)));
        assertThatThrownBy(() -> simulation.run(ms(1))).hasMessageContaining("cannot run the simulation");
    }
}
