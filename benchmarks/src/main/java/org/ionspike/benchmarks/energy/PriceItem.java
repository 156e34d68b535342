package org.ionspike.benchmarks.energy;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.ionspike.benchmarks.metric.Count;
import org.ionspike.benchmarks.metric.Precision;

/**
 * What a price table can name. A table may have a price of {@code mac} for all precisions, or of {@code mac-float32} and
 * {@code mac-int8} (all whole numbers up to 8 bits) apart; likewise {@code ac}.
 */
public enum PriceItem {
    /** A sample classified, all included. */
    INFERENCE(Count.INFERENCES),
    /** A multiply-accumulate. */
    MAC(Count.DENSE_MACS, Count.EFFECTIVE_MACS),
    /** The addition of a weight. */
    AC(Count.DENSE_ACS, Count.EFFECTIVE_ACS),
    /** A change of a neuron by an event. */
    NEURON_UPDATE(Count.NEURON_UPDATES),
    /** A spike that arrives. */
    INPUT_SPIKE(Count.INPUT_SPIKES),
    /** A spike that a neuron fires. */
    OUTPUT_SPIKE(Count.OUTPUT_SPIKES),
    /** A bit of a weight read. */
    WEIGHT_READ_BIT(Count.WEIGHT_READ_BITS),
    /** A bit of a weight written. */
    WEIGHT_WRITE_BIT(Count.WEIGHT_WRITE_BITS),
    /** A bit of a state read. */
    STATE_READ_BIT(Count.STATE_READ_BITS),
    /** A bit of a state written. */
    STATE_WRITE_BIT(Count.STATE_WRITE_BITS),
    /** A device read. */
    DEVICE_READ(Count.DEVICE_READS),
    /** A device programmed. */
    DEVICE_WRITE(Count.DEVICE_WRITES),
    /** A line switched on and off. */
    LINE_EVENT(Count.LINE_EVENTS),
    /** A conversion from analogue to digital. */
    CONVERSION(Count.CONVERSIONS),
    /** A second of the network's clock. */
    DEVICE_SECOND(Count.DEVICE_SECONDS),
    /** A second of one neuron. */
    NEURON_SECOND(Count.NEURON_SECONDS),
    /** A joule dissipated in devices that are read. */
    READ_JOULE(Count.READ_JOULES),
    /** A joule of programming. */
    WRITE_JOULE(Count.WRITE_JOULES),
    /** A joule of refresh. */
    REFRESH_JOULE(Count.REFRESH_JOULES),
    /** A joule that neurons turn over at rest. */
    REST_JOULE(Count.REST_JOULES),
    /** A joule that input and spikes add in neurons. */
    SPIKE_JOULE(Count.SPIKE_JOULES);

    private static final int SMALL_BITS = 8;

    private final Count dense;
    private final Count effective;

    PriceItem(Count count) {
        this(count, count);
    }

    PriceItem(Count dense, Count effective) {
        this.dense = dense;
        this.effective = effective;
    }

    /** What it is the price of on some hardware. */
    public Count count(HardwareProfile hardware) {
        boolean sparse = this == AC ? !hardware.computesSilence() : hardware.skipsZeros();
        return sparse ? effective : dense;
    }

    /** The item that prices something counted on some hardware. */
    public static Optional<PriceItem> of(Count count, HardwareProfile hardware) {
        return Arrays.stream(values())
                .filter(item -> item.count(hardware) == count)
                .findFirst();
    }

    /** Names under which a table may have it, the narrowest first. */
    ImmutableList<String> named(Precision precision) {
        if (!hasPrecision()) {
            return ImmutableList.of(toString());
        }
        int bits = precision.floating() ? precision.bits() : Math.max(SMALL_BITS, precision.bits());
        return ImmutableList.of(this + "-" + new Precision(bits, precision.floating()), toString());
    }

    private boolean hasPrecision() {
        return this == MAC || this == AC;
    }

    /** Every name that a table may use. */
    public static ImmutableSet<String> names() {
        return Arrays.stream(values())
                .flatMap(item -> item.hasPrecision()
                        ? Stream.of(item.toString(), item + "-float32", item + "-int8")
                        : Stream.of(item.toString()))
                .collect(ImmutableSet.toImmutableSet());
    }

    /** The name in files. */
    @Override
    public String toString() {
        return Ascii.toLowerCase(name()).replace('_', '-');
    }
}
