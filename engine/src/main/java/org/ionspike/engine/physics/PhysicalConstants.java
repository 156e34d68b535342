package org.ionspike.engine.physics;

/** Constants that are exact in the SI since 2019. */
final class PhysicalConstants {
    /** J/K. */
    static final double BOLTZMANN = 1.380649e-23;

    /** C. */
    static final double ELEMENTARY_CHARGE = 1.602176634e-19;

    private PhysicalConstants() {}

    /** kT/e in V. */
    static double thermalVoltage(double kelvin) {
        return BOLTZMANN * kelvin / ELEMENTARY_CHARGE;
    }
}
