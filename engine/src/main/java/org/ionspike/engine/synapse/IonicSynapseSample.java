package org.ionspike.engine.synapse;

import org.ionspike.engine.checkpoint.StateTransfer;

/** Ionic synapses for one more sample of a batch: its own volatile lines on the devices of the first. */
final class IonicSynapseSample extends ForwardingSynapses {
    private final VolatileLines lines;

    IonicSynapseSample(IonicSynapseState devices, VolatileLines lines) {
        super(devices);
        this.lines = lines;
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
}
