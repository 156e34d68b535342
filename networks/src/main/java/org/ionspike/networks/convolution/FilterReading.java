package org.ionspike.networks.convolution;

import java.util.Arrays;
import org.ionspike.engine.synapse.LineDevices;
import org.ionspike.networks.architecture.ConvStdp;

/**
 * How filters answer a piece, and what their devices conduct. Currents are counted in whole {@value #UNITS}ths of a full
 * weight, so that a sum does not depend on its order.
 */
final class FilterReading {
    /** Units of a full weight. */
    static final int UNITS = 1 << 16;

    private final ConvStdp architecture;
    private final LineDevices devices;
    private final int[][] rows;
    private final int[] thresholds;
    private final int[] current;
    private final double siemensPerUnit;
    private int winner;
    private int winnerEarliness;

    FilterReading(ConvStdp architecture, LineDevices devices, float[] thresholds) {
        this.architecture = architecture;
        this.devices = devices;
        this.thresholds = new int[thresholds.length];
        current = new int[thresholds.length];
        siemensPerUnit = (architecture.synapse().maxConductance().si()
                        - architecture.synapse().minConductance().si())
                / UNITS;
        rows = new int[architecture.patchLines()][thresholds.length];
        for (int f = 0; f < thresholds.length; f++) {
            refresh(f);
        }
        setThresholds(thresholds);
    }

    /** Takes over the conductances of a filter that has learnt. */
    void refresh(int filter) {
        for (int l = 0; l < rows.length; l++) {
            rows[l][filter] = (int) Math.rint(devices.conductances(l)[filter] / siemensPerUnit);
        }
    }

    /** Takes over thresholds, in full weights. */
    void setThresholds(float[] fullWeights) {
        for (int f = 0; f < thresholds.length; f++) {
            thresholds[f] = Math.round(fullWeights[f] * UNITS);
        }
    }

    /** Currents of a line that is on, one per filter; read only. */
    int[] row(int line) {
        return rows[line];
    }

    /** Thresholds, one per filter; read only. */
    int[] thresholds() {
        return thresholds;
    }

    /** Looks for the filter that fires first; see {@link #winner()}. */
    void read(Patch patch) {
        Arrays.fill(current, 0);
        winner = -1;
        for (int k = 0; k < patch.size() && winner < 0; ) {
            int tick = patch.earliness(k);
            for (; k < patch.size() && patch.earliness(k) == tick; k++) {
                add(rows[patch.line(k)], current);
            }
            findWinner(tick);
        }
    }

    /** The filter that fired first in the piece read last; -1 for none. */
    int winner() {
        return winner;
    }

    /** When it fired. */
    int winnerEarliness() {
        return winnerEarliness;
    }

    /**
     * Energy of a line that is held from one tick to another, in J, with the conductances of now.
     *
     * @param earliness when it comes on
     * @param until when it goes off, not above {@code earliness}
     */
    double joules(int line, int earliness, int until) {
        double volts = architecture.inputVoltage().si();
        double watts = volts * volts * architecture.synapse().restingFraction() * devices.lineSiemens(line);
        return watts * architecture.presentation().si() * (earliness - until) / LatencyMap.TICKS;
    }

    static void add(int[] row, int[] sum) {
        for (int f = 0; f < sum.length; f++) {
            sum[f] += row[f];
        }
    }

    private void findWinner(int tick) {
        int crossed = 0;
        for (int f = 0; f < current.length; f++) {
            crossed |= thresholds[f] - current[f]; // its sign is set where a current is above
        }
        if (crossed >= 0) {
            return;
        }
        winner = 0;
        winnerEarliness = tick;
        for (int f = 1; f < current.length; f++) {
            if (current[f] - thresholds[f] > current[winner] - thresholds[winner]) {
                winner = f;
            }
        }
    }
}
