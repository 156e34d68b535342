package org.ionspike.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.nA;

import org.ionspike.engine.units.Voltage;
import org.junit.jupiter.api.Test;

class SpikeShapeTest {
    /** Two micrometres times 1 kT/(e A). */
    private static final double UNIT = new Electrolyte().thermalField().si() * 2e-6;

    /** Found before with another solver, to two or three digits: 170 us, 0.087, -0.016, 9.3 us. */
    @Test
    void theCircuitOfPublishedSizeIsSlowerAndNarrowerThanTheParticles() {
        SpikeShape shape = SpikeShape.robin2021(IonicCircuit.robin2021(), new Voltage(0.05 * UNIT));
        assertThat(shape.interval().si()).isEqualTo(170e-6, within(2e-6));
        assertThat(shape.peak().si() / UNIT).isEqualTo(0.087, within(0.001));
        assertThat(shape.trough().si() / UNIT).isEqualTo(-0.016, within(0.001));
        assertThat(shape.width().si()).isEqualTo(9.3e-6, within(0.3e-6));
    }

    @Test
    void aSilentCircuitHasNoShape() {
        var circuit = new IonicCircuit();
        assertThatThrownBy(() ->
                        SpikeShape.of(circuit, circuit.rest(), InputCurrent.constant(nA(0)), ms(5), new Voltage(0.2)))
                .hasMessageContaining("SpikeShape spikes (0)")
                .hasMessageContaining("at least 3");
    }
}
