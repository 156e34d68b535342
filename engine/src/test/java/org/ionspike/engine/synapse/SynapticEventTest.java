package org.ionspike.engine.synapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.ms;

import org.ionspike.engine.physics.SpikeWaveform;
import org.junit.jupiter.api.Test;

class SynapticEventTest {
    @Test
    void costsFortyOneAndFortyNineFemtojoulesAtHalfWeight() {
        var event = SynapticEvent.of(new IonicSynapse(), new SpikeWaveform(), 0.5, ms(80));
        // two digits were noted of each
        assertThat(event.headEnergy().si()).isCloseTo(41e-15, within(0.5e-15));
        assertThat(event.tailEnergy().si()).isCloseTo(49e-15, within(0.5e-15));
        assertThat(event.headCharge().si()).isCloseTo(0.081e-12, within(0.0015e-12));
        assertThat(event.tailCharge().si()).isCloseTo(-0.32e-12, within(0.005e-12));
        // n after the first head in ppf.csv
        assertThat(event.fractionAfterHead()).isCloseTo(4.8686227504e-2, within(1e-11));
    }

    @Test
    void refusesAWeightBeyondOne() {
        assertThatThrownBy(() -> SynapticEvent.of(new IonicSynapse(), new SpikeWaveform(), 1.1, ms(80)))
                .hasMessageContaining("SynapticEvent.weight (1.1) must lie between 0.0 and 1.0");
    }
}
