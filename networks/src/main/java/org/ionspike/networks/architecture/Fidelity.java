package org.ionspike.networks.architecture;

import org.ionspike.engine.neuron.IonicNeuron;
import org.ionspike.engine.neuron.NeuronModel;
import org.ionspike.engine.neuron.ReducedIonicNeuron;

/** How closely the neurons of a network follow the physics. */
public enum Fidelity {
    /** Event-driven closed forms, calibrated to the circuit. */
    REDUCED,
    /** The circuit's three equations, integrated. */
    CIRCUIT;

    /** The neuron model of this fidelity with its defaults. */
    public NeuronModel neuron() {
        return this == REDUCED ? new ReducedIonicNeuron() : new IonicNeuron();
    }
}
