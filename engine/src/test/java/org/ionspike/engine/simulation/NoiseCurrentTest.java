package org.ionspike.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.pA;
import static org.ionspike.engine.units.Units.us;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.neuron.LifNeuron;
import org.ionspike.engine.source.NoiseCurrent;
import org.ionspike.engine.units.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseCurrentTest {
    private static final int NEURONS = 4000;
    private static final LifNeuron LIF = new LifNeuron(LifNeuron.Response.DELTA);

    private static Network network(Time correlation, Time interval) {
        return Network.builder("noise")
                .step(ms(0.1))
                .add(new NeuronGroup("cells", NEURONS, LIF))
                .add(new NoiseCurrent("hiss", "cells", pA(5), correlation, interval))
                .build();
    }

    /**
     * Stationary variance of a membrane of time constant T under a current of variance s^2 and correlation time tau:
     * {@code (s / g)^2 tau / (tau + T)}. Held over an interval d that is short against both, the current keeps it.
     */
    @ParameterizedTest
    @ValueSource(doubles = {2, 20})
    void theMembraneFluctuatesAsTheProcessOfThisCorrelationTimeMakesIt(double tauMs) {
        var simulation = new Simulation(network(ms(tauMs), ms(0.1)), new SimulationSettings(1));
        simulation.run(ms(200));
        double membrane = LIF.membraneTime().si() * 1e3;
        double expected = Math.pow(5e-12 / LIF.leak().si(), 2) * tauMs / (tauMs + membrane);
        double sum = 0;
        double squares = 0;
        for (float v : simulation.values("cells", "v")) {
            double x = v - LIF.restingPotential().si();
            sum += x;
            squares += x * x;
        }
        assertThat(simulation.spikeCount()).isZero();
        assertThat(sum / NEURONS).isCloseTo(0, within(4 * Math.sqrt(expected / NEURONS)));
        // standard error of a variance of n values is sqrt(2 / n); the held current adds d / tau at most
        assertThat(squares / NEURONS / expected).isCloseTo(1, within(4 * Math.sqrt(2.0 / NEURONS) + 0.05 / tauMs));
    }

    /** White noise held for d: v' = -v / T + I / C, variance (s / g)^2 (1 - k)^2 / (1 - k^2), k = e^(-d / T). */
    @Test
    void whiteNoiseMakesTheVarianceOfItsIntensity() {
        var simulation = new Simulation(network(ms(0), ms(1)), new SimulationSettings(2));
        simulation.run(ms(200));
        double keep = Math.exp(-1e-3 / LIF.membraneTime().si());
        double expected = Math.pow(5e-12 / LIF.leak().si(), 2) * Math.pow(1 - keep, 2) / (1 - keep * keep);
        double squares = 0;
        for (float v : simulation.values("cells", "v")) {
            squares += Math.pow(v - LIF.restingPotential().si(), 2);
        }
        assertThat(squares / NEURONS / expected).isCloseTo(1, within(4 * Math.sqrt(2.0 / NEURONS)));
    }

    @Test
    void savedAndLoadedItGoesOnBitForBit() {
        Network network = network(ms(2), ms(0.3));
        var straight = new Simulation(network, new SimulationSettings(3));
        straight.run(ms(7));
        var out = new ByteArrayOutputStream();
        straight.save(out);
        straight.run(ms(5));
        var resumed = new Simulation(network, new SimulationSettings(3));
        resumed.load(new ByteArrayInputStream(out.toByteArray()));
        resumed.run(ms(5));
        assertThat(resumed.values("cells", "v")).isEqualTo(straight.values("cells", "v"));
    }

    @Test
    void refusesAnIntervalOffTheGrid() {
        assertThatThrownBy(() -> network(ms(2), us(150)))
                .hasMessageContaining(
                        "Current 'hiss': interval (150 us) must be a whole number of time steps (100 us)");
    }
}
