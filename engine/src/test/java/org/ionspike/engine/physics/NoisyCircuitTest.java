package org.ionspike.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.nA;
import static org.ionspike.engine.units.Units.nAPerSecond;
import static org.ionspike.engine.units.Units.nS;
import static org.ionspike.engine.units.Units.pA;
import static org.ionspike.engine.units.Units.volt;

import java.util.ArrayList;
import java.util.List;
import org.ionspike.engine.physics.IonNoise.Method;
import org.ionspike.engine.random.RandomStreams;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoisyCircuitTest {
    private static final IonicCircuit CIRCUIT = new IonicCircuit();
    private static final InputCurrent TENTH = InputCurrent.constant(nA(0.1));

    private static CircuitTrace run(IonicCircuit circuit, IonNoise noise, InputCurrent input, long seed, double... at) {
        return NoisyCircuit.of(circuit, noise).trace(circuit.rest(), input, new RandomStreams(seed), at);
    }

    private static SpikeStatistics statistics(Method method, int ions, int repeats, double seconds) {
        List<double[]> trains = new ArrayList<>();
        for (int k = 0; k < repeats; k++) {
            trains.add(run(CIRCUIT, new IonNoise(method, ions), TENTH, 100 + k, seconds)
                    .spikeSeconds()
                    .toArray());
        }
        return SpikeStatistics.of(trains, seconds);
    }

    @Test
    void endlesslyManyIonsSpikeWhenTheReferenceDoes() {
        double[] expected = new CircuitReference(CIRCUIT)
                .trace(CIRCUIT.rest(), TENTH, 16e-3)
                .spikeSeconds()
                .toArray();
        double[] found = run(CIRCUIT, new IonNoise(Method.LANGEVIN, 100_000_000), TENTH, 1, 16e-3)
                .spikeSeconds()
                .toArray();
        assertThat(found).hasSameSizeAs(expected);
        for (int k = 0; k < found.length; k++) {
            // noise: 0.035 sqrt(40000 / 1e8) = 7e-4 of 2.9 ms per interval, after k intervals its sqrt(k): five of it
            assertThat(found[k]).isCloseTo(expected[k], within(5 * 2e-6 * Math.sqrt(k + 1)));
        }
    }

    @Test
    void countedIonsFollowTheReferenceUpToTheFirstSpike() {
        var reference = new CircuitReference(CIRCUIT).trace(CIRCUIT.rest(), TENTH, 1e-4, 2e-4, 4e-4);
        var counted = run(CIRCUIT, new IonNoise(Method.GILLESPIE, 1_000_000), TENTH, 1, 1e-4, 2e-4, 4e-4);
        for (int k = 0; k < 3; k++) {
            var expected = reference.samples().get(k).state();
            var found = counted.samples().get(k).state();
            assertThat(found.volts()).isCloseTo(expected.volts(), within(2e-3));
            assertThat(found.sodiumFraction()).isCloseTo(expected.sodiumFraction(), within(2e-3));
            assertThat(found.potassiumFraction()).isCloseTo(expected.potassiumFraction(), within(2e-3));
        }
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void theSameSeedGivesTheSameRunAndAnotherSeedAnother(Method method) {
        var noise = new IonNoise(method, 400, true);
        var first = run(CIRCUIT, noise, TENTH, 5, 8e-3);
        assertThat(run(CIRCUIT, noise, TENTH, 5, 8e-3)).isEqualTo(first);
        assertThat(run(CIRCUIT, noise, TENTH, 6, 8e-3).end()).isNotEqualTo(first.end());
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void samplesDoNotDisturbARun(Method method) {
        var noise = new IonNoise(method, 400);
        double[] at = new double[50];
        for (int k = 0; k < at.length; k++) {
            at[k] = 6e-3 * (k + 1) / at.length;
        }
        double alone = run(CIRCUIT, noise, TENTH, 5, 6e-3).end().state().volts();
        // stretches cut at samples round differently
        assertThat(run(CIRCUIT, noise, TENTH, 5, at).end().state().volts()).isCloseTo(alone, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void closesItsEnergyBooksWithThermalNoiseRampsAndJumps(Method method) {
        var input =
                InputCurrent.ramp(pA(0), nAPerSecond(20)).then(ms(6), nA(0.15)).then(ms(9), nA(-0.2));
        for (boolean thermal : new boolean[] {false, true}) {
            var trace = run(CIRCUIT, new IonNoise(method, 400, thermal), input, 2, 10e-3);
            assertThat(trace.spikes()).hasSizeGreaterThan(1);
            // rounding of some hundred thousand stretches: measured 3e-13 at most
            assertThat(trace.closureError(CIRCUIT, CIRCUIT.rest())).isLessThan(1e-11);
        }
    }

    @Test
    void aPassiveMembraneHasTheThermalVarianceOfItsCapacitor() {
        var passive = new IonicCircuit(
                Slit.sodium().withMultiplicity(0),
                Slit.potassium().withMultiplicity(0),
                CIRCUIT.sodiumBattery(),
                CIRCUIT.potassiumBattery(),
                nS(20),
                volt(0),
                CIRCUIT.capacitance());
        int samples = 4_000;
        double[] at = new double[samples];
        for (int k = 0; k < samples; k++) {
            at[k] = (k + 1) * 25e-6; // five time constants
        }
        var trace = run(passive, new IonNoise(Method.LANGEVIN, 1, true), InputCurrent.constant(pA(0)), 4, at);
        double squares = trace.samples().stream()
                .mapToDouble(s -> s.state().volts() * s.state().volts())
                .average()
                .orElseThrow();
        double expected =
                PhysicalConstants.BOLTZMANN * 298 / CIRCUIT.capacitance().si();
        assertThat(squares / expected).isCloseTo(1, within(4 * Math.sqrt(2.0 / samples)));
    }

    @Test
    void intervalsVaryAsOneOverTheRootOfTheNumberOfIons() {
        double few = statistics(Method.LANGEVIN, 10_000, 4, 0.15).cv();
        double many = statistics(Method.LANGEVIN, 1_000_000, 4, 0.15).cv();
        // 200 intervals each: 5 % of each, four standard errors
        assertThat(few / many).isCloseTo(10, within(10 * 4 * 0.07));
    }

    @Test
    @Tag("slow")
    void bothMethodsAgreeWhereIonsAreMany() {
        var counted = statistics(Method.GILLESPIE, 4_000, 10, 0.2);
        var langevin = statistics(Method.LANGEVIN, 4_000, 10, 0.2);
        assertThat(counted.cv())
                .isCloseTo(langevin.cv(), within(4 * Math.hypot(counted.cvError(), langevin.cvError())));
        assertThat(counted.rateHz())
                .isCloseTo(langevin.rateHz(), within(4 * Math.hypot(counted.rateErrorHz(), langevin.rateErrorHz())));
    }
}
