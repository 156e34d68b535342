package org.ionspike.engine.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ionspike.engine.physics.CircuitReference;
import org.ionspike.engine.physics.CircuitTrace;
import org.ionspike.engine.physics.InputCurrent;
import org.ionspike.engine.physics.IonicCircuit;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.reference.ReferenceTable;
import org.ionspike.engine.units.Current;
import org.ionspike.engine.units.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fused circuit kernel against the reference integrator. */
class IonicKernelTest {
    private static final float[] TENTH = {100e-12f};

    private static KernelRun run(int size, double dt) {
        return new KernelRun(
                new IonicNeuron().kernel(new KernelSettings(size, new Time(dt), Backend.FUSED, true, true)), dt);
    }

    private static double[] spikesOf16Milliseconds(double dt) {
        return run(1, dt).drive(TENTH).to(Math.round(16e-3 / dt)).spikesOf(0);
    }

    private static double error(double dt) {
        double[] expected = ReferenceTable.resource("neuron_default_spike_times_I0.1nA_from0.csv")
                .only();
        return ReferenceTable.largestDifference(expected, spikesOf16Milliseconds(dt));
    }

    @Test
    void spikesWithin4MicrosecondsOfTheReferenceAtSteps5MicrosecondsLong() {
        // measured: 3.0 us at the last of six spikes
        assertThat(error(5e-6)).as("worst spike time error in s").isLessThan(4e-6);
    }

    @Test
    void isOfSecondOrder() {
        // measured: 5.92 from 20 us and 5.27 from 10 us, where the next order still shows, 4.5 from 5 us; single
        // precision
        // shows below 2.5 us
        assertThat(error(20e-6) / error(10e-6)).isBetween(4.0, 8.0);
        assertThat(error(10e-6) / error(5e-6)).isBetween(4.0, 6.0);
        assertThat(error(5e-6) / error(2.5e-6)).isBetween(3.7, 5.0);
    }

    @ParameterizedTest
    @CsvSource({"70, 5, 0.0002", "160, 5, 0.001", "200, 5, 0.001", "230, 5, 0.003", "250, 5, 0.012", "200, 10, 0.004"})
    void intervalsComeOutAsInTheReference(int picoamperes, double micros, double bound) {
        // measured: 0.010, 0.049, 0.065, 0.19, 0.87 and 0.26 %
        var circuit = new IonicCircuit();
        var input = InputCurrent.constant(new Current(picoamperes * 1e-12));
        double expected = interval(new CircuitReference(circuit)
                .withTolerance(1e-9)
                .trace(circuit.rest(), input, 40e-3)
                .spikeSeconds()
                .toArray());
        double dt = micros * 1e-6;
        double found = interval(run(1, dt)
                .drive(new float[] {picoamperes * 1e-12f})
                .to(Math.round(40e-3 / dt))
                .spikesOf(0));
        assertThat(found / expected - 1).isCloseTo(0, within(bound));
    }

    private static double interval(double[] spikes) {
        int first = spikes.length / 3;
        return (spikes[spikes.length - 1] - spikes[first]) / (spikes.length - 1 - first);
    }

    @Test
    void convergesAsTheTableOfTheSameSplittingInDoublePrecision() {
        var table = ReferenceTable.resource("strang_convergence.csv");
        double[] steps = table.column("h_s");
        double[] errors = table.column("max_spike_time_error_s");
        for (int k = 0; k < steps.length; k++) {
            // single precision; measured: 6.6e-9 s at most
            assertThat(error(steps[k])).as("step of %s s", steps[k]).isCloseTo(errors[k], within(1e-8));
        }
    }

    /** Currents that are in no table. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void spikesAsTheReferenceDoesAtCurrentsOfNoTable(long seed) {
        double amperes =
                1e-12 * (70 + 170 * new RandomStreams(seed).stream("current").nextDouble());
        var circuit = new IonicCircuit();
        double[] expected = new CircuitReference(circuit)
                .trace(circuit.rest(), InputCurrent.constant(new Current((float) amperes)), 16e-3).spikes().stream()
                        .mapToDouble(CircuitTrace.Sample::seconds)
                        .toArray();
        float[] driven = {(float) amperes};
        double perInterval = ReferenceTable.largestDifference(
                        expected, run(1, 5e-6).drive(driven).to(3_200).spikesOf(0))
                / (expected.length - 1);
        // second order in the step; measured at 5 us: 3.3 us an interval at 91 pA to 12.4 us (1.6 %) at 219 pA
        assertThat(perInterval).as("%s A", amperes).isLessThan(14e-6);
        double finer = ReferenceTable.largestDifference(
                        expected, run(1, 1.25e-6).drive(driven).to(12_800).spikesOf(0))
                / (expected.length - 1);
        assertThat(finer).as("%s A, a quarter of the step", amperes).isLessThan(14e-6 / 14);
    }

    @Test
    void restIsAFixedPoint() {
        var kernel = new IonicNeuron().kernel(new KernelSettings(3, new Time(5e-6), Backend.FUSED, false, true));
        KernelRun run = new KernelRun(kernel, 5e-6);
        float[] before = run.state("v");
        assertThat(run.to(2_000).state("v")).isEqualTo(before);
        assertThat(before[0]).isEqualTo((float) new IonicCircuit().rest().volts());
        assertThat(run.advanced()).isEqualTo(2_000);
    }

    @ParameterizedTest
    @ValueSource(doubles = {5e-6, 10e-6})
    void keepsTheOrderOfNeuronsATwentiethOfAPicoampereApart(double dt) {
        var amperes = new float[200];
        for (int j = 0; j < 200; j++) {
            amperes[j] = (float) (-20e-12 + 0.05e-12 * ((j * 77) % 200)); // 77 shuffles 0 to 199
        }
        KernelRun run = run(200, dt).drive(amperes, 0, 50e-9).to(Math.round(3e-3 / dt));
        int[] order = run.spikes().stream().mapToInt(KernelRun.Spike::neuron).toArray();
        int[] expected = IntStream.range(0, 200)
                .boxed()
                .sorted((a, b) -> Float.compare(amperes[b], amperes[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        assertThat(order).isEqualTo(expected);
    }

    @Test
    void dissipatesWhatTheReferenceDoes() {
        var circuit = new IonicCircuit();
        double expected = new CircuitReference(circuit)
                .trace(circuit.rest(), InputCurrent.constant(new Current(TENTH[0])), 16e-3)
                .end()
                .books()
                .dissipated();
        double joules = run(1, 5e-6).drive(TENTH).to(3_200).joules()[0];
        // second order in the step: measured 5.7e-3 at 10 us, 1.2e-3 at 5 us, 2.6e-4 at 2.5 us
        assertThat(joules / expected - 1).as("relative error").isCloseTo(0, within(1.5e-3));
    }

    @Test
    void dissipatesTheExactIntegralWhileClamped() {
        var circuit = new IonicCircuit();
        var rest = circuit.rest();
        double volts = 0.3;
        KernelRun run = run(1, 5e-6).clamp(1_000, volts);
        double sodium = volts - circuit.sodiumBattery().si();
        double potassium = volts - circuit.potassiumBattery().si();
        double leak = volts - circuit.leakBattery().si();
        double expected = circuit.sodium().maximalConductance().si()
                        * circuit.sodium().mobileFractionIntegral(rest.sodiumFraction(), volts, 5e-3)
                        * sodium
                        * sodium
                + circuit.potassium().maximalConductance().si()
                        * circuit.potassium().mobileFractionIntegral(rest.potassiumFraction(), volts, 5e-3)
                        * potassium
                        * potassium
                + circuit.leak().si() * leak * leak * 5e-3;
        // the fractions at the start are in single precision
        assertThat(run.joules()[0]).isCloseTo(expected, within(1e-6 * expected));
        assertThat(run.state("nK")[0])
                .isCloseTo((float) circuit.potassium().advance(rest.potassiumFraction(), volts, 5e-3), within(1e-7f));
    }

    @Test
    void aParkedNeuronDissipatesRestPowerTimesTime() {
        var circuit = new IonicCircuit();
        KernelRun run = run(1, 5e-6).to(1_000_000);
        double expected = circuit.dissipation(circuit.rest()) * 5;
        assertThat(run.advanced()).isZero();
        // rest power is a single-precision number
        assertThat(run.joules()[0]).isCloseTo(expected, within(1e-6 * expected));
    }

    @Test
    void aNeuronReleasedAboveItsThresholdDoesNotSpikeForThat() {
        KernelRun run = run(1, 5e-6).clamp(10, 0.25);
        assertThat(Arrays.stream(run.to(40).spikesOf(0)).count()).isZero();
    }
}
