package org.ionspike.engine.neuron;

import org.ionspike.engine.physics.CircuitState;
import org.ionspike.engine.physics.IonicCircuit;

/**
 * The fixed point of a circuit neuron without input, in single precision. A neuron without input whose voltage comes
 * within 1 uV of it, and whose mobile fractions within 1e-4 of theirs, is set to it, whether parking is on or not; so
 * parking changes no result. (1e-4 of n_K is 5 fA of current.)
 *
 * @param volts resting voltage
 * @param sodium n_Na at rest
 * @param potassium n_K at rest
 */
record RestPoint(float volts, float sodium, float potassium) {
    /** How near the voltage must be, in V. */
    static final float VOLTS = 1e-6f;

    private static final float FRACTION = 1e-4f;

    static RestPoint of(IonicCircuit circuit) {
        CircuitState rest = circuit.rest();
        return new RestPoint((float) rest.volts(), (float) rest.sodiumFraction(), (float) rest.potassiumFraction());
    }

    boolean isNear(float v, float na, float k) {
        return Math.abs(v - volts) < VOLTS
                && Math.abs(na - sodium) <= FRACTION * sodium
                && Math.abs(k - potassium) <= FRACTION * potassium;
    }

    boolean isAt(float v, float na, float k) {
        return v == volts && na == sodium && k == potassium;
    }
}
