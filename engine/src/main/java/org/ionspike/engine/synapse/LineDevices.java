package org.ionspike.engine.synapse;

import org.ionspike.engine.units.Resistance;

/** Devices on crossbar lines: what each conducts now, and what holding a line does to it. */
public interface LineDevices extends SynapseState {
    /** A line that is one node. */
    Resistance NO_RESISTANCE = new Resistance(0);

    /**
     * Conductances of the devices on a line in S, in the order of {@link #connectivity()}, without the line's
     * transmission factor. The live array: read only.
     */
    float[] conductances(int line);

    /** Sum of {@link #conductances} of a line in S. */
    default double lineSiemens(int line) {
        double sum = 0;
        for (float siemens : conductances(line)) {
            sum += siemens;
        }
        return sum;
    }

    /** Standard deviation of what a device conducts, relative to its conductance, from one read of its line to the next. */
    default double readNoise() {
        return 0;
    }

    /** Resistance of a line from each device to the next, and from its driver to the first. */
    default Resistance lineResistance() {
        return NO_RESISTANCE;
    }

    /**
     * Sets the voltage of a line and returns its transmission factor, the share of {@link #conductances} that
     * conducts now; the current into neuron j is {@code volts x factor x conductance}.
     *
     * @param timeSeconds now; not before the last call for this line
     */
    double hold(int line, double volts, double timeSeconds);

    /**
     * For how long the transmission factor of a line that was just set stays within the model's tolerance, in s;
     * infinite if for ever.
     */
    double holdsFor(int line);
}
