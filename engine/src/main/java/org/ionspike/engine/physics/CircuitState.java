package org.ionspike.engine.physics;

import org.ionspike.engine.units.Check;

/**
 * The state of an {@link IonicCircuit}.
 *
 * @param volts membrane voltage in V, finite
 * @param sodiumFraction mobile fraction of the sodium slit, 0 to 1
 * @param potassiumFraction mobile fraction of the potassium slit, 0 to 1
 */
public record CircuitState(double volts, double sodiumFraction, double potassiumFraction) {
    public CircuitState {
        Check.require(Double.isFinite(volts), "CircuitState.volts", volts + " V", "must be finite");
        Check.between("CircuitState.sodiumFraction", sodiumFraction, 0, 1);
        Check.between("CircuitState.potassiumFraction", potassiumFraction, 0, 1);
    }
}
