package org.ionspike.engine.neuron;

import org.ionspike.engine.physics.IonicCircuit;

/** A circuit neuron whose membrane is held at one voltage for one duration; exact, for many neurons. */
final class ClampedCircuit {
    private final IonicCircuit circuit;
    private final ClampedSlit sodium;
    private final ClampedSlit potassium;
    private final double leakJoules;

    ClampedCircuit(IonicCircuit circuit, double volts, double seconds) {
        this.circuit = circuit;
        sodium = new ClampedSlit(circuit.sodium(), volts, seconds);
        potassium = new ClampedSlit(circuit.potassium(), volts, seconds);
        double acrossLeak = volts - circuit.leakBattery().si();
        leakJoules = circuit.leak().si() * acrossLeak * acrossLeak * seconds;
    }

    /** Brings sodium fractions to the end. */
    void advanceSodium(float[] n, int m) {
        for (int i = 0; i < m; i++) {
            n[i] = sodium.advance(n[i]);
        }
    }

    /** Brings potassium fractions to the end. */
    void advancePotassium(float[] n, int m) {
        for (int i = 0; i < m; i++) {
            n[i] = potassium.advance(n[i]);
        }
    }

    /** Brings one state variable to the end; {@code "v"} stays. */
    void advance(String variable, float[] values) {
        switch (variable) {
            case "nNa" -> advanceSodium(values, values.length);
            case "nK" -> advancePotassium(values, values.length);
            default -> {}
        }
    }

    /** Energy dissipated in both slits and the leak, in J, from the fractions at the start. */
    double joules(float sodiumFraction, float potassiumFraction) {
        return sodium.joules(sodiumFraction, circuit.sodiumBattery())
                + potassium.joules(potassiumFraction, circuit.potassiumBattery())
                + leakJoules;
    }
}
