package org.ionspike.engine.simulation;

import java.util.Arrays;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.synapse.LineDevices;
import org.jspecify.annotations.Nullable;

/**
 * What the devices on a line conduct beside their conductance, from when the line comes on until it is released: read
 * noise, and the voltage that the line's own resistance leaves to each.
 *
 * <pre>G_read = G max(0, 1 + sigma x) V_k / V,      x standard normal</pre>
 *
 * Every read of a line draws from a stream of its own, named after the sample, the line and how often the line was read
 * before; so noise depends neither on the order of events nor on threads.
 */
final class LineReads {
    private final LineDevices synapses;
    private final RandomStreams streams;
    private final double noise;
    private final double ohms;
    private final float[][] factors;
    private final long[] reads;
    private long sample;
    private float[] row = {};

    private LineReads(LineDevices synapses, RandomStreams streams) {
        this.synapses = synapses;
        this.streams = streams;
        this.noise = synapses.readNoise();
        this.ohms = synapses.lineResistance().si();
        this.reads = new long[synapses.connectivity().pre()];
        this.factors = new float[reads.length][0];
    }

    /** The reads of these devices, or null where a read gives what the devices conduct. */
    static @Nullable LineReads of(LineDevices synapses, RandomStreams streams) {
        return synapses.readNoise() > 0 || synapses.lineResistance().si() > 0 ? new LineReads(synapses, streams) : null;
    }

    /** Begins anew, with the noise of a sample. */
    void begin(long key) {
        sample = key;
        Arrays.fill(reads, 0);
    }

    /**
     * A line comes on.
     *
     * @param transmission share of the conductances that conducts now
     */
    void read(int line, double transmission) {
        float[] siemens = synapses.conductances(line);
        float[] drawn = factors(line, siemens.length);
        if (noise > 0) {
            var random = streams.stream(sample + "/" + line + "/" + reads[line]);
            var gaussian = ZigguratSampler.NormalizedGaussian.of(random);
            for (int k = 0; k < drawn.length; k++) {
                drawn[k] = (float) Math.max(0, 1 + noise * gaussian.sample());
            }
        } else {
            Arrays.fill(drawn, 1);
        }
        if (ohms > 0) {
            LineLadder.multiply(siemens, transmission, ohms, drawn);
        }
        reads[line]++;
    }

    /** Conductances of a line that was read, in S. The same array always: use it before the next call. */
    float[] row(int line) {
        float[] siemens = synapses.conductances(line);
        if (row.length != siemens.length) {
            row = new float[siemens.length];
        }
        for (int k = 0; k < row.length; k++) {
            row[k] = conductance(line, k);
        }
        return row;
    }

    /** Sum of a {@link #row}, in S. */
    static double sum(float[] row) {
        double sum = 0;
        for (float siemens : row) {
            sum += siemens;
        }
        return sum;
    }

    /** Conductance of a device on a line that was read, in S. */
    float conductance(int line, int k) {
        return synapses.conductances(line)[k] * factors[line][k];
    }

    /** Saves or loads, with the factors of the lines that are on. */
    void transfer(StateTransfer state, boolean[] on) {
        sample = state.whole("readSample", sample);
        state.array("reads", reads);
        for (int line = 0; line < on.length; line++) {
            if (on[line]) {
                state.array("readFactors", factors(line, synapses.conductances(line).length));
            }
        }
    }

    private float[] factors(int line, int devices) {
        if (factors[line].length < devices) {
            factors[line] = new float[devices];
        }
        return factors[line];
    }
}
