package org.ionspike.engine.synapse;

import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.units.Resistance;

/** Hands everything on to the synapses whose devices these are; a subclass has something of its own beside them. */
abstract class ForwardingSynapses implements ProgrammableSynapses {
    private final ProgrammableSynapses devices;

    ForwardingSynapses(ProgrammableSynapses devices) {
        this.devices = devices;
    }

    @Override
    public Connectivity connectivity() {
        return devices.connectivity();
    }

    @Override
    public float[] conductances(int line) {
        return devices.conductances(line);
    }

    @Override
    public double lineSiemens(int line) {
        return devices.lineSiemens(line);
    }

    @Override
    public double readNoise() {
        return devices.readNoise();
    }

    @Override
    public Resistance lineResistance() {
        return devices.lineResistance();
    }

    @Override
    public void age(double seconds) {
        devices.age(seconds);
    }

    @Override
    public void refresh() {
        devices.refresh();
    }

    @Override
    public float weight(int line, int k) {
        return devices.weight(line, k);
    }

    @Override
    public void change(int line, int k, double delta) {
        devices.change(line, k, delta);
    }

    @Override
    public long writes() {
        return devices.writes();
    }

    @Override
    public double programmingJoules() {
        return devices.programmingJoules();
    }

    @Override
    public float[][] weights() {
        return devices.weights();
    }

    @Override
    public double hold(int line, double volts, double timeSeconds) {
        return devices.hold(line, volts, timeSeconds);
    }

    @Override
    public double holdsFor(int line) {
        return devices.holdsFor(line);
    }

    @Override
    public SynapseState forAnotherSample() {
        return devices.forAnotherSample();
    }

    @Override
    public void relax() {
        devices.relax();
    }

    @Override
    public void transfer(StateTransfer state) {
        devices.transfer(state);
    }
}
