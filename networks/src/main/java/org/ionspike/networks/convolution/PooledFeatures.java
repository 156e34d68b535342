package org.ionspike.networks.convolution;

import org.ionspike.engine.units.Check;

/**
 * What the filters made of a sample: for every block of positions and every filter the first spike, as an earliness of 0
 * (none) to {@value LatencyMap#TICKS}; and what that took.
 *
 * <p>Feature {@code block filters + filter}, blocks row by row.
 */
public final class PooledFeatures {
    private final byte[] earliness;
    private final int spikesIn;
    private final long spikesOut;
    private final long synapticOperations;
    private final double synapseJoules;

    PooledFeatures(byte[] earliness, int spikesIn, long spikesOut, long synapticOperations, double synapseJoules) {
        this.earliness = earliness;
        this.spikesIn = spikesIn;
        this.spikesOut = spikesOut;
        this.synapticOperations = synapticOperations;
        this.synapseJoules = synapseJoules;
    }

    /**
     * Features from elsewhere, which took nothing.
     *
     * @param earliness each 0 to {@value LatencyMap#TICKS}
     */
    public static PooledFeatures of(int... earliness) {
        var bytes = new byte[earliness.length];
        for (int d = 0; d < bytes.length; d++) {
            Check.between("PooledFeatures.earliness", earliness[d], 0, LatencyMap.TICKS);
            bytes[d] = (byte) earliness[d];
        }
        return new PooledFeatures(bytes, 0, 0, 0, 0);
    }

    /** Number of features. */
    public int size() {
        return earliness.length;
    }

    /** Number of features with a spike. */
    public int active() {
        int active = 0;
        for (byte value : earliness) {
            active += value == 0 ? 0 : 1;
        }
        return active;
    }

    /**
     * The features with a spike, in order of time, then of feature.
     *
     * @param order receives them; at least as long as there are features
     * @return how many there are
     */
    public int inOrder(int[] order) {
        return LatencyMap.inOrder(earliness, order);
    }

    /** One feature, 0 to {@value LatencyMap#TICKS}. */
    public int at(int feature) {
        return earliness[feature] & 0xff;
    }

    /**
     * All features as numbers from 0 to 1.
     *
     * @param values receives one entry per feature
     */
    public void copyTo(float[] values) {
        for (int d = 0; d < earliness.length; d++) {
            values[d] = (earliness[d] & 0xff) * (1f / LatencyMap.TICKS);
        }
    }

    /** Pixels of the sample that spiked. */
    public int spikesIn() {
        return spikesIn;
    }

    /** Filters that fired, counted at every position. */
    public long spikesOut() {
        return spikesOut;
    }

    /** Devices that spikes reached, counted at every position. */
    public long synapticOperations() {
        return synapticOperations;
    }

    /** Energy that the held lines dissipated in the devices of all positions, in J. */
    public double synapseJoules() {
        return synapseJoules;
    }
}
