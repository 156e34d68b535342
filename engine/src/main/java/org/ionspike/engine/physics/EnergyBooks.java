package org.ionspike.engine.physics;

/**
 * Energies of an {@link IonicCircuit} in J, summed since the start of a run. Source and batteries give (negative when
 * they are charged), the conductances dissipate; the difference is stored on the capacitor.
 *
 * @param source integral of V I
 * @param sodiumBattery integral of -E_Na I_Na
 * @param potassiumBattery integral of -E_K I_K
 * @param leakBattery integral of -E_L I_L
 * @param dissipated integral of sum g_X n_X (V - E_X)^2
 */
public record EnergyBooks(
        double source, double sodiumBattery, double potassiumBattery, double leakBattery, double dissipated) {

    /** What source and batteries gave less what was dissipated: the change of the energy stored. */
    public double retained() {
        return source + sodiumBattery + potassiumBattery + leakBattery - dissipated;
    }

    /** What was added to these books since an earlier time. */
    public EnergyBooks since(EnergyBooks earlier) {
        return new EnergyBooks(
                source - earlier.source,
                sodiumBattery - earlier.sodiumBattery,
                potassiumBattery - earlier.potassiumBattery,
                leakBattery - earlier.leakBattery,
                dissipated - earlier.dissipated);
    }

    /** All entries times a number. */
    public EnergyBooks times(double factor) {
        return new EnergyBooks(
                factor * source,
                factor * sodiumBattery,
                factor * potassiumBattery,
                factor * leakBattery,
                factor * dissipated);
    }
}
