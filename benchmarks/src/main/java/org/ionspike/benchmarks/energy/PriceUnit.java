package org.ionspike.benchmarks.energy;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Optional;

/** What prices are measured in. What they are per follows from the item: per sample, per operation, per bit, per second. */
enum PriceUnit {
    /** Energy per operation, bit, spike or sample. */
    ENERGY("pJ", "J", "mJ", "uJ", "nJ", "pJ", "fJ", "aJ"),
    /** Energy per second of a clock. */
    POWER("nW", "W", "mW", "uW", "nW", "pW", "fW", "aW"),
    /** Energy drawn per energy that a device turns over. */
    FACTOR("J/J", "J/J"),
    /** Time per operation, bit, spike or sample. */
    TIME("ns", "s", "ms", "us", "ns", "ps"),
    /** Time per second of the network's clock. */
    PACE("s/s", "s/s");

    private static final int STEP = 3;

    private final String usual;
    private final ImmutableList<String> units;

    PriceUnit(String usual, String... units) {
        this.usual = usual;
        this.units = ImmutableList.copyOf(units);
    }

    /** In what the energy of an item is given. */
    static PriceUnit ofEnergy(PriceItem item) {
        return switch (item) {
            case DEVICE_SECOND, NEURON_SECOND -> POWER;
            case READ_JOULE, WRITE_JOULE, REFRESH_JOULE, REST_JOULE, SPIKE_JOULE -> FACTOR;
            default -> ENERGY;
        };
    }

    /** In what the time of an item is given; empty for what takes no time. */
    static Optional<PriceUnit> ofTime(PriceItem item) {
        return switch (item) {
            case DEVICE_SECOND, NEURON_SECOND -> Optional.of(PACE);
            case READ_JOULE, WRITE_JOULE, REFRESH_JOULE, REST_JOULE, SPIKE_JOULE -> Optional.empty();
            default -> Optional.of(TIME);
        };
    }

    /** The one that an example shows. */
    String usual() {
        return usual;
    }

    /** Those that are read, the largest first. */
    ImmutableList<String> units() {
        return units;
    }

    /**
     * A number of one of the units in SI units: the decimal point moves in the text, so the result is the double nearest to
     * what is written.
     *
     * @param unit one of {@link #units}
     */
    double si(String number, String unit) {
        return new BigDecimal(number)
                .scaleByPowerOfTen(-STEP * units.indexOf(unit))
                .doubleValue();
    }
}
