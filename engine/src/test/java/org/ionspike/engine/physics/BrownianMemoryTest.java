package org.ionspike.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.ElectricField;
import org.ionspike.engine.units.Time;
import org.junit.jupiter.api.Test;

class BrownianMemoryTest {
    /** Block means of exp(-t/10) with blocks of 1 s; the integral to the last quarter misses 1 %. */
    @Test
    void anExponentialRelaxesWithItsTimeConstant() {
        int before = 4;
        double[] series = IntStream.range(0, 104)
                .mapToDouble(k -> k < before ? 1 : 10 * (Math.exp(-(k - 4) / 10.0) - Math.exp(-(k - 3) / 10.0)))
                .toArray();
        var time = Relaxation.of(List.of(series, series, series), before, 1);
        assertThat(time.mean()).isCloseTo(10, within(0.1));
        assertThat(time.standardError()).isZero();
    }

    @Test
    void relaxationNeedsBlocksOnBothSidesOfTheSwitch() {
        assertThat(Relaxation.canBeMeasured(0, 20)).isFalse();
        assertThat(Relaxation.canBeMeasured(15, 20)).isFalse();
        assertThat(Relaxation.canBeMeasured(4, 20)).isTrue();
    }

    @Test
    void aStrongFieldBreaksTheBondsOfARestingFilm() {
        BrownianSetup setup = BrownianSetup.authors().withIonsPerSign(50);
        var field = DrivingField.step(new ElectricField(0), new ElectricField(2.5e8), new Time(5e-9));
        var run = new BrownianRun(setup, field, new Time(40e-9), new Time(20e-9), 20, 3);
        BrownianMemory memory = run.run(new RandomStreams(1), 1, steps -> {}).memory();
        assertThat(memory.bondSurvival().mean()).isBetween(5e-12, 10e-9);
        assertThat(memory.relaxation()).containsKey(BrownianObservable.FREE_FRACTION);
        assertThat(Objects.requireNonNull(memory.relaxation().get(BrownianObservable.FREE_FRACTION))
                        .mean())
                .isPositive();
    }

    /** g = 2 N D (z e)^2 / (kT L^2): 4000 ions of each sign, z = 2, in a square of 2 um. */
    @Test
    void independentIonsHaveTheConductanceOfTheirMobility() {
        assertThat(BrownianSetup.authors().independentConductance().si()).isCloseTo(5.159e-11, within(1e-14));
    }
}
