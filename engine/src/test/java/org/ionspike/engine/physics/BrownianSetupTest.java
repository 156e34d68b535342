package org.ionspike.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.kelvin;
import static org.ionspike.engine.units.Units.nm;

import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.ArealDensity;
import org.ionspike.engine.units.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrownianSetupTest {
    private final BrownianSetup authors = BrownianSetup.authors();

    /** Gamma, xi of the table in the design notes; one unit of its last digit. */
    @ParameterizedTest
    @CsvSource({"1,1,2.30,13.8", "2,1,1.54,20.8", "3,1,1.15,27.7", "1,2,9.22,13.8", "2,2,6.14,20.8", "3,2,4.61,27.7"})
    void layersWeakenTheAttractionAndLengthenIt(int layers, int valence, double gamma, double xi) {
        var film = ConfinedCoulomb.layers(layers, valence, kelvin(298));
        assertThat(film.gamma()).isCloseTo(gamma, within(0.0101));
        assertThat(film.dielectricLength().si() * 1e9).isCloseTo(xi, within(0.06));
    }

    @Test
    void thePublishedCutOffDiscardsFiveKt() {
        assertThat(authors.interaction().energy(nm(20), -1)).isCloseTo(-4.8, within(0.05));
    }

    @Test
    void refusesADensityAboveClosePackingAndNamesOneThatWorks() {
        var dense = authors.electrolyte().withDensity(new ArealDensity(3e18));
        assertThatThrownBy(() -> authors.with(dense, authors.interaction(), 4000))
                .hasMessageContaining("density (3.0E18 1/m^2) must be below close packing")
                .hasMessageContaining("2.85111E18 1/m^2")
                .hasMessageContaining("7.0E17 1/m^2 would work");
        var suggested = authors.electrolyte().withDensity(new ArealDensity(7e17));
        assertThat(BrownianSetup.molar(suggested, authors.interaction(), 200)).isNotNull();
    }

    @Test
    void refusesAbsoluteZero() {
        assertThatThrownBy(() -> authors.electrolyte().withTemperature(kelvin(0)))
                .hasMessageContaining("temperature (0 K) must be above 0 K")
                .hasMessageContaining("298 K");
    }

    @Test
    void refusesAStepThatThrowsIonsPastTheirCoresAndNamesOneThatWorks() {
        var molar = BrownianSetup.molar();
        assertThatThrownBy(() -> molar.withStep(new Time(5e-12)))
                .hasMessageContaining("step (5 ps) throws ions past each other's core")
                .hasMessageContaining("at most 1.45124 ps, and 725.619 fs would work");
        assertThat(molar.withStep(new Time(725.619e-15)).step().si()).isEqualTo(725.619e-15);
        assertThatThrownBy(() -> authors.withStep(new Time(20e-12)))
                .hasMessageContaining("throws ions of a pair apart");
    }

    @Test
    void refusesABoxBelowTwiceTheCutOffAndNamesIonsThatWork() {
        var thin = authors.electrolyte().withDensity(new ArealDensity(1e17));
        assertThatThrownBy(() -> authors.with(thin, authors.interaction(), 100))
                .hasMessageContaining("box")
                .hasMessageContaining("at least twice the cut-off (20 nm); 160 ions per sign would work");
        assertThat(authors.with(thin, authors.interaction(), 160).ionsPerSign()).isEqualTo(160);
    }

    @Test
    void aRunThatTurnsNonFiniteNamesStepAndIon() {
        var slit = new BrownianSlit(authors.withIonsPerSign(10), new RandomStreams(1));
        slit.step(0);
        assertThatThrownBy(() -> slit.step(Double.NaN))
                .isInstanceOf(NonFiniteIonException.class)
                .hasMessageContaining("ion 0 ")
                .hasMessageContaining("step 2 of 5 ps");
    }
}
