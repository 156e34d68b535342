package org.ionspike.engine.simulation;

import java.util.Arrays;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.jspecify.annotations.Nullable;

/**
 * The currents that held lines feed into the neurons of a group, summed as lines come and go. Double precision keeps
 * what rounding leaves behind far below the last digit of a neuron's float input; and a neuron that no held line
 * reaches has exactly 0, so that it can come to rest.
 */
final class SynapticCurrents {
    private final double[] amperes;
    private double common;
    private int heldRows;
    private int heldDevices;
    private int @Nullable [] heldDevicesOf;

    /** Neurons whose current has changed since it was last handed on, unless all have. */
    private final int[] changed;

    private final boolean[] isChanged;
    private int changedCount;
    private boolean allChanged;

    SynapticCurrents(int neurons) {
        amperes = new double[neurons];
        changed = new int[neurons];
        isChanged = new boolean[neurons];
    }

    /** Whether the current of any neuron has changed since the last {@link #handedOn}. */
    boolean hasChanged() {
        return allChanged || changedCount > 0;
    }

    /** Whether the currents of many may have changed; otherwise {@link #changed} tells which. */
    boolean hasChangedForAll() {
        return allChanged;
    }

    int changedCount() {
        return changedCount;
    }

    /** The n-th neuron whose current has changed. */
    int changed(int n) {
        return changed[n];
    }

    /** The kernel has all currents. */
    void handedOn() {
        for (int n = 0; n < changedCount; n++) {
            isChanged[changed[n]] = false;
        }
        changedCount = 0;
        allChanged = false;
    }

    private void change(int neuron) {
        if (!allChanged && !isChanged[neuron]) {
            isChanged[neuron] = true;
            changed[changedCount++] = neuron;
        }
    }

    /** Total current into one neuron, in A. */
    float total(int neuron, float bias, double shared) {
        return (float) (amperes[neuron] + bias + shared);
    }

    /** Current into all neurons alike, in A. */
    double common() {
        return common;
    }

    /** Adds {@code volts x conductance} of every device of a line that reaches all neurons. */
    void addRow(float[] conductances, double volts) {
        allChanged = true;
        for (int j = 0; j < amperes.length; j++) {
            amperes[j] += volts * conductances[j];
        }
    }

    void add(int neuron, double current) {
        amperes[neuron] += current;
        change(neuron);
    }

    void addCommon(double current) {
        common += current;
        allChanged = true;
    }

    /** Sets the currents into all neurons at once, in A. */
    void set(float[] currents) {
        allChanged = true;
        for (int j = 0; j < amperes.length; j++) {
            amperes[j] = currents[j];
        }
    }

    /** total = current + bias + shared. */
    void addTo(float[] bias, double shared, float[] total) {
        for (int j = 0; j < total.length; j++) {
            total[j] = total(j, bias[j], shared);
        }
    }

    /** A line that reaches all neurons is held from now on. */
    void rowHeld() {
        heldRows++;
    }

    /** A line that reaches all neurons is released; its current was taken away. */
    void rowReleased() {
        if (--heldRows == 0) {
            common = 0;
            allChanged = true;
            for (int j = 0; j < amperes.length; j++) {
                if (heldDevicesOf == null || heldDevicesOf[j] == 0) {
                    amperes[j] = 0;
                }
            }
        }
    }

    /** One device that reaches a neuron is on a held line from now on. */
    void deviceHeld(int neuron) {
        if (heldDevicesOf == null) {
            heldDevicesOf = new int[amperes.length];
        }
        heldDevicesOf[neuron]++;
        heldDevices++;
    }

    /** One device that reaches a neuron is on a released line; its current was taken away. */
    void deviceReleased(int neuron) {
        if (heldDevicesOf == null) {
            throw new IllegalStateException("No device is held.");
        }
        heldDevices--;
        if (--heldDevicesOf[neuron] == 0 && heldRows == 0) {
            amperes[neuron] = 0;
            change(neuron);
        }
    }

    /** Whether nothing is held but this many lines that reach all neurons. */
    boolean holdsOnly(int rows) {
        return heldDevices == 0 && heldRows == rows;
    }

    /** No line is held. */
    void clear() {
        Arrays.fill(amperes, 0);
        allChanged = true;
        common = 0;
        heldRows = 0;
        heldDevices = 0;
        if (heldDevicesOf != null) {
            Arrays.fill(heldDevicesOf, 0);
        }
    }

    /** Saves or loads currents that have all been handed on. */
    void transfer(StateTransfer state) {
        state.array("synapticAmperes", amperes);
        common = state.number("common", common);
        heldRows = state.count("heldRows", heldRows);
        heldDevices = state.count("heldDevices", heldDevices);
        if (state.flag("hasHeldDevices", heldDevicesOf != null)) {
            heldDevicesOf = heldDevicesOf == null ? new int[amperes.length] : heldDevicesOf;
            state.array("heldDevicesOf", heldDevicesOf);
        }
    }
}
