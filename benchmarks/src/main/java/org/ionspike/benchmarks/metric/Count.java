package org.ionspike.benchmarks.metric;

import com.google.common.base.Ascii;

/**
 * What an instrumented run counts, for one sample or for a whole training. Prices of hardware are per unit of one of
 * these; names in files are in lower case with dashes, such as {@code effective-macs}.
 */
public enum Count {
    /** Samples classified. */
    INFERENCES("sample"),
    /** Multiplications with addition, those by zero included. */
    DENSE_MACS("multiply-accumulate"),
    /** Multiplications with addition whose input is not zero. */
    EFFECTIVE_MACS("multiply-accumulate"),
    /** Additions of a weight that would happen if every input spiked. */
    DENSE_ACS("accumulate"),
    /** Additions of a weight to a neuron: a spike reached a synapse. */
    EFFECTIVE_ACS("accumulate"),
    /** Changes of the input or the state of a neuron by an event. */
    NEURON_UPDATES("update"),
    /** Spikes on input lines. */
    INPUT_SPIKES("spike"),
    /** Spikes of neurons. */
    OUTPUT_SPIKES("spike"),
    /** Bits of weights read from memory, whole words of 32 bits filled with as many weights as fit. */
    WEIGHT_READ_BITS("bit"),
    /** Bits of weights written to memory. */
    WEIGHT_WRITE_BITS("bit"),
    /** Bits of neuron states and activations read from memory. */
    STATE_READ_BITS("bit"),
    /** Bits of neuron states and activations written to memory. */
    STATE_WRITE_BITS("bit"),
    /** Devices that a voltage on their line reads. */
    DEVICE_READS("pulse"),
    /** Pulses that program a device. */
    DEVICE_WRITES("pulse"),
    /** Times that a line is switched on and off. */
    LINE_EVENTS("event"),
    /** Conversions of an analogue value to a digital one. */
    CONVERSIONS("conversion"),
    /** Seconds that the network takes, by its own clock. */
    DEVICE_SECONDS("s"),
    /** Seconds of the network's clock times neurons that wait or work in them. */
    NEURON_SECONDS("s"),
    /** Energy dissipated in the synaptic devices while they are read. */
    READ_JOULES("J"),
    /** Energy of the pulses that program devices. */
    WRITE_JOULES("J"),
    /** Energy of the pulses that write relaxed devices back. */
    REFRESH_JOULES("J"),
    /** What the batteries of the neurons turn over at rest. */
    REST_JOULES("J"),
    /** What input and spikes add in the neurons. */
    SPIKE_JOULES("J");

    private final String unit;

    Count(String unit) {
        this.unit = unit;
    }

    /** What one of it is called. */
    public String unit() {
        return unit;
    }

    /** The name in files. */
    @Override
    public String toString() {
        return Ascii.toLowerCase(name()).replace('_', '-');
    }
}
