package org.ionspike.benchmarks.energy;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import org.ionspike.benchmarks.energy.HardwareProfile.ModelKind;
import org.ionspike.benchmarks.metric.Count;
import org.ionspike.benchmarks.metric.Tally;

/**
 * Which counts some hardware is charged for. What ionic devices do is charged as energy of the devices where hardware has
 * them, and as additions and memory of a digital network where it has not; never as both.
 */
final class Charges {
    /** What only ionic devices and the lines that drive them do. */
    private static final ImmutableSet<Count> OF_DEVICES = Sets.immutableEnumSet(
            Count.DEVICE_READS,
            Count.DEVICE_WRITES,
            Count.LINE_EVENTS,
            Count.CONVERSIONS,
            Count.READ_JOULES,
            Count.WRITE_JOULES,
            Count.REFRESH_JOULES,
            Count.REST_JOULES,
            Count.SPIKE_JOULES);

    /** What digital electronics do in the place of ionic devices. */
    private static final ImmutableSet<Count> IN_PLACE_OF_DEVICES = Sets.immutableEnumSet(
            Count.DENSE_ACS,
            Count.EFFECTIVE_ACS,
            Count.NEURON_UPDATES,
            Count.WEIGHT_READ_BITS,
            Count.WEIGHT_WRITE_BITS,
            Count.STATE_READ_BITS,
            Count.STATE_WRITE_BITS);

    /** Counts of the same thing in two ways, of which a price of one suffices. */
    private static final ImmutableMap<Count, Count> OTHER_WAY = ImmutableMap.of(
            Count.READ_JOULES, Count.DEVICE_READS,
            Count.DEVICE_READS, Count.READ_JOULES,
            Count.WRITE_JOULES, Count.DEVICE_WRITES,
            Count.DEVICE_WRITES, Count.WRITE_JOULES,
            Count.NEURON_UPDATES, Count.NEURON_SECONDS,
            Count.NEURON_SECONDS, Count.NEURON_UPDATES);

    private Charges() {}

    /** Whether a part of a model has ionic devices. */
    static boolean isIonic(Tally.Part part) {
        return OF_DEVICES.stream().anyMatch(count -> part.get(count) != 0);
    }

    /** Whether a part runs on ionic devices of the hardware itself. */
    static boolean onDevices(Tally.Part part, HardwareProfile hardware) {
        return isIonic(part) && hardware.runs().contains(ModelKind.IONIC);
    }

    /** Whether the hardware does what was counted in a part, and so is charged for it. */
    static boolean applies(Tally.Part part, Count count, HardwareProfile hardware) {
        Optional<PriceItem> item = PriceItem.of(count, hardware);
        boolean total = item.filter(PriceItem.INFERENCE::equals).isPresent();
        if (item.isEmpty() || total != pricesInferences(hardware)) {
            return false;
        }
        return !(onDevices(part, hardware) ? IN_PLACE_OF_DEVICES : OF_DEVICES).contains(count);
    }

    /** Whether a sample has one price, all included. */
    static boolean pricesInferences(HardwareProfile hardware) {
        return hardware.energies().containsKey(PriceItem.INFERENCE.toString());
    }

    /** Whether the energy of what was counted in a part has a price, or of the same counted in another way. */
    static boolean isPriced(Tally.Part part, Count count, HardwareProfile hardware) {
        return hardware.energyOf(count, part.precision()).isPresent()
                || Optional.ofNullable(OTHER_WAY.get(count))
                        .filter(other -> part.get(other) != 0)
                        .flatMap(other -> hardware.energyOf(other, part.precision()))
                        .isPresent();
    }
}
