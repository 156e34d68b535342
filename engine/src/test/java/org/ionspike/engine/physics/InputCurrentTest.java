package org.ionspike.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.nA;
import static org.ionspike.engine.units.Units.nAPerSecond;
import static org.ionspike.engine.units.Units.pA;

import java.util.List;
import org.junit.jupiter.api.Test;

class InputCurrentTest {
    @Test
    void takesEachPieceFromItsStart() {
        var input = InputCurrent.constant(nA(0)).then(ms(1), nA(0.1)).then(ms(2), pA(20), nAPerSecond(10));
        assertThat(input.amperesAt(0)).isZero();
        assertThat(input.amperesAt(1e-3)).isEqualTo(1e-10);
        assertThat(input.amperesAt(5e-3)).isCloseTo(50e-12, within(1e-22));
    }

    @Test
    void refusesPiecesThatDoNotFollowEachOther() {
        var late = new InputCurrent.Piece(ms(1), nA(0), nAPerSecond(0));
        assertThatThrownBy(() -> new InputCurrent(List.of(late)))
                .hasMessageContaining("InputCurrent.start (1 ms) must be 0 s at first");
        assertThatThrownBy(() -> new InputCurrent(List.of())).hasMessageContaining("must be at least 1");
    }
}
