package org.ionspike.engine.physics;

import static org.ionspike.engine.units.Units.kelvin;

import org.ionspike.engine.units.ArealDensity;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Diffusivity;
import org.ionspike.engine.units.ElectricField;
import org.ionspike.engine.units.Temperature;

/**
 * A symmetric electrolyte in a slit: equal numbers of cations and anions of one valence and one diffusivity.
 *
 * <p>Defaults: the published inputs of PEmRobin/2D-nanofluidic-memristors (z = 2, 1e15 m^-2 of each sign, 298 K, D from
 * the mass 23 g/mol and the damping time 9.6 fs).
 *
 * @param valence z, charges per ion, at least 1
 * @param density rho, ions of one sign per area, above 0
 * @param temperature T, above 0
 * @param diffusivity D of a free ion, above 0
 */
public record Electrolyte(int valence, ArealDensity density, Temperature temperature, Diffusivity diffusivity) {
    public Electrolyte {
        Check.atLeast("Electrolyte.valence", valence, 1);
        Check.positive("Electrolyte.density", density);
        Check.require(
                temperature.si() > 0 && Double.isFinite(temperature.si()),
                "Electrolyte.temperature",
                temperature,
                "must be above 0 K and finite; water at room temperature is 298 K");
        Check.positive("Electrolyte.diffusivity", diffusivity);
    }

    /** The published inputs. */
    public Electrolyte() {
        this(2, new ArealDensity(1e15), kelvin(298), new Diffusivity(1.0336e-9));
    }

    /** This electrolyte with another valence. */
    public Electrolyte withValence(int value) {
        return new Electrolyte(value, density, temperature, diffusivity);
    }

    /** This electrolyte at another density. */
    public Electrolyte withDensity(ArealDensity value) {
        return new Electrolyte(valence, value, temperature, diffusivity);
    }

    /** This electrolyte at another temperature; the diffusivity stays. */
    public Electrolyte withTemperature(Temperature value) {
        return new Electrolyte(valence, density, value, diffusivity);
    }

    /** The field of 1 kT/(e A), in which a single charge gains kT over one angstrom: 2.568e8 V/m at 298 K. */
    public ElectricField thermalField() {
        return new ElectricField(PhysicalConstants.thermalVoltage(temperature.si()) * 1e10);
    }
}
