package org.ionspike.engine.physics;

/** Constants of nature; all but the vacuum permittivity are exact in the SI since 2019. */
final class PhysicalConstants {
    /** J/K. */
    static final double BOLTZMANN = 1.380649e-23;

    /** C. */
    static final double ELEMENTARY_CHARGE = 1.602176634e-19;

    /** 1/mol. */
    static final double AVOGADRO = 6.02214076e23;

    /** F/m, CODATA 2018. */
    static final double VACUUM_PERMITTIVITY = 8.8541878128e-12;

    private PhysicalConstants() {}

    /** kT/e in V. */
    static double thermalVoltage(double kelvin) {
        return BOLTZMANN * kelvin / ELEMENTARY_CHARGE;
    }
}
