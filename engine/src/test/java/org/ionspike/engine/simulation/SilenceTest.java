package org.ionspike.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.Hz;
import static org.ionspike.engine.units.Units.s;
import static org.ionspike.engine.units.Units.us;

import org.ionspike.engine.network.Connector;
import org.ionspike.engine.network.LineDrive;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.Projection.Polarity;
import org.ionspike.engine.neuron.ReducedIonicNeuron;
import org.ionspike.engine.source.PoissonSource;
import org.ionspike.engine.units.Units;
import org.junit.jupiter.api.Test;

class SilenceTest {
    @Test
    void anHourOfSilenceOfTenThousandNeuronsAndAMillionSynapsesIsOneJumpOfTheClock() {
        int neurons = 10_000;
        var recurrent = Networks.with(
                Networks.projection("recurrent", "neurons", "neurons", us(10)),
                new Connector.FixedProbability(0.01),
                new LineDrive(Units.mV(100), us(100)),
                Polarity.EXCITATORY);
        var simulation = new Simulation(
                Networks.grid()
                        .add(new NeuronGroup("neurons", neurons, new ReducedIonicNeuron()))
                        .add(new PoissonSource("silent", 5, Hz(0)))
                        .add(Networks.projection("from-silent", "silent", "neurons", us(10)))
                        .add(recurrent)
                        .build(),
                new SimulationSettings(1));
        var connectivity = simulation.devices("recurrent").connectivity();
        long devices = 0;
        for (int i = 0; i < neurons; i++) {
            devices += connectivity.fanOut(i);
        }
        assertThat(devices).isBetween(995_000L, 1_005_000L); // five standard deviations
        simulation.run(s(3600));
        assertThat(simulation.processedSteps()).isZero();
        assertThat(simulation.now().si()).isCloseTo(3600, within(1e-9)); // 3.6e8 steps of 10 us
        assertThat(simulation.spikeCount()).isZero();
    }
}
