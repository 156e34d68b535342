package org.ionspike.engine.synapse;

import org.ionspike.engine.checkpoint.StateTransfer;

/** Ionic synapses for one more sample of a batch: its own volatile lines on the devices of the first. */
final class IonicSynapseSample implements ProgrammableSynapses {
    private final IonicSynapseState devices;
    private final VolatileLines lines;

    IonicSynapseSample(IonicSynapseState devices, VolatileLines lines) {
        this.devices = devices;
        this.lines = lines;
    }

    @Override
    public Connectivity connectivity() {
        return devices.connectivity();
    }

    @Override
    public SynapseState forAnotherSample() {
        return devices.forAnotherSample();
    }

    @Override
    public double hold(int line, double volts, double timeSeconds) {
        return lines.hold(line, volts, timeSeconds);
    }

    @Override
    public double holdsFor(int line) {
        return lines.holdsFor(line);
    }

    @Override
    public void relax() {
        lines.relax();
    }

    /** The devices are transferred with the first sample. */
    @Override
    public void transfer(StateTransfer state) {
        lines.transfer(state);
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
}
