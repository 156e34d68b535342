package org.ionspike.engine.physics;

import org.ionspike.engine.units.Check;

/**
 * How the finite number of ions of an {@link IonicCircuit} is simulated.
 *
 * <p>The number sets the noise alone: conductances stay those of the circuit, as if each slit were an array of smaller
 * ones, or one that holds other numbers of ions at the same total conductance.
 *
 * @param method exact or approximate
 * @param ionsPerSlit ions per sign of one slit; a branch of m equal slits holds m times as many, so the sodium branch of
 *     the presets has five times the ions of the potassium slit; 1 to 100 million
 * @param thermal whether the membrane voltage carries the thermal noise of its conductances
 */
public record IonNoise(Method method, int ionsPerSlit, boolean thermal) {
    /** How ions are treated. */
    public enum Method {
        /** Every dissociation and association is drawn: exact. Cost grows with the number of ions. */
        GILLESPIE,
        /** Gaussian noise on the mobile fraction in time steps; cost does not depend on the number of ions. */
        LANGEVIN
    }

    public IonNoise {
        Check.between("IonNoise.ionsPerSlit", ionsPerSlit, 1, 100_000_000);
    }

    /** Without thermal noise of the voltage. */
    public IonNoise(Method method, int ionsPerSlit) {
        this(method, ionsPerSlit, false);
    }

    /** The pairs of a branch; a slit that is absent counts one, which carries no current. */
    IonPairs pairs(Slit slit) {
        return new IonPairs(slit, (int) Math.max(1, Math.min(1e9, Math.rint(slit.multiplicity() * ionsPerSlit))));
    }
}
