package org.ionspike.benchmarks.task;

import java.util.EnumMap;
import java.util.Map;
import org.ionspike.benchmarks.metric.Count;
import org.ionspike.benchmarks.metric.Precision;
import org.ionspike.benchmarks.metric.Tally;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.simulation.ActivityBook;
import org.ionspike.engine.simulation.EnergyBook;
import org.ionspike.engine.synapse.IonicSynapse;

/**
 * What a network counted, as parts of a tally: the layer, with the states of its devices as precision, and the readout.
 *
 * <p>An accumulate reads one weight. Memory is counted as a digital chip would need it that keeps a state of {@value
 * #STATE_BITS} bits a neuron, and reads and writes it at every update; ionic hardware keeps both in place.
 */
final class NetworkTally {
    /** Name of the part that spikes. */
    static final String LAYER = "layer";

    /** Name of the part that turns spikes into classes. */
    static final String READOUT = "readout";

    private static final int STATE_BITS = 16;

    private NetworkTally() {}

    /** The precision that a digital copy of the weights has: that of the states of the devices. */
    static Precision precision(Network network) {
        for (Projection projection : network.projections()) {
            if (projection.synapse() instanceof IonicSynapse ionic) {
                return Precision.ofStates(ionic.devices().states());
            }
        }
        return Precision.FLOAT32;
    }

    /**
     * The layer, summed over samples.
     *
     * @param samples how many
     * @param denseOperations devices that one sample with every line on reaches
     */
    static Tally.Part layer(
            Precision precision, long samples, long denseOperations, ActivityBook activity, EnergyBook energy) {
        var counts = new EnumMap<Count, Double>(Count.class);
        counts.put(Count.INFERENCES, (double) samples);
        counts.put(Count.DENSE_ACS, (double) denseOperations * samples);
        counts.put(Count.EFFECTIVE_ACS, (double) activity.synapticOperations());
        counts.put(Count.NEURON_UPDATES, (double) activity.neuronUpdates());
        counts.put(Count.INPUT_SPIKES, (double) activity.inputSpikes());
        counts.put(Count.OUTPUT_SPIKES, (double) activity.spikes());
        counts.put(Count.WEIGHT_READ_BITS, activity.synapticOperations() * precision.storedBits());
        counts.put(Count.WEIGHT_WRITE_BITS, activity.deviceWrites() * precision.storedBits());
        counts.put(Count.STATE_READ_BITS, (double) STATE_BITS * activity.neuronUpdates());
        counts.put(Count.STATE_WRITE_BITS, (double) STATE_BITS * activity.neuronUpdates());
        counts.put(Count.DEVICE_SECONDS, activity.seconds());
        counts.put(Count.NEURON_SECONDS, activity.neuronSeconds());
        if (energy.total() > 0) {
            counts.put(Count.DEVICE_READS, (double) activity.synapticOperations());
            counts.put(Count.DEVICE_WRITES, (double) activity.deviceWrites());
            counts.put(Count.LINE_EVENTS, (double) activity.inputSpikes());
            counts.put(Count.READ_JOULES, energy.synapses());
            counts.put(Count.WRITE_JOULES, energy.programming());
            counts.put(Count.REFRESH_JOULES, energy.refresh());
            counts.put(Count.REST_JOULES, energy.rest());
            counts.put(Count.SPIKE_JOULES, energy.activity());
        }
        return Tally.Part.of(LAYER, precision, counts);
    }

    /**
     * A readout that multiplies its inputs with weights, or adds the weights of those that spiked.
     *
     * @param adds whether it adds
     * @param inputs all inputs, times samples
     * @param active those that are not zero, summed over samples
     * @param outputs values it computes from each
     * @param samples how many
     */
    static Tally.Part readout(Precision precision, boolean adds, long inputs, long active, int outputs, long samples) {
        double operations = (double) active * outputs;
        return Tally.Part.of(
                READOUT,
                precision,
                Map.of(
                        adds ? Count.DENSE_ACS : Count.DENSE_MACS,
                        (double) inputs * outputs,
                        adds ? Count.EFFECTIVE_ACS : Count.EFFECTIVE_MACS,
                        operations,
                        Count.WEIGHT_READ_BITS,
                        operations * precision.storedBits(),
                        Count.NEURON_UPDATES,
                        (double) outputs * samples,
                        Count.STATE_READ_BITS,
                        active * precision.storedBits(),
                        Count.STATE_WRITE_BITS,
                        outputs * samples * precision.storedBits()));
    }

    /** The fitting of a readout, whose weights are read and written at every change: half of its operations. */
    static Tally.Part fitting(long operations) {
        Precision precision = Precision.FLOAT32;
        return Tally.Part.of(
                READOUT,
                precision,
                Map.of(
                        Count.DENSE_MACS,
                        (double) operations,
                        Count.EFFECTIVE_MACS,
                        (double) operations,
                        Count.WEIGHT_READ_BITS,
                        operations * precision.storedBits(),
                        Count.WEIGHT_WRITE_BITS,
                        operations * precision.storedBits() / 2));
    }
}
