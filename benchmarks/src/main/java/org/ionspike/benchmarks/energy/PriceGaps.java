package org.ionspike.benchmarks.energy;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ionspike.benchmarks.energy.HardwareProfile.ModelKind;
import org.ionspike.benchmarks.metric.Count;
import org.ionspike.benchmarks.metric.Tally;

/** Finds why a model cannot be priced on some hardware: work at its synapses without which a sum would say nothing. */
final class PriceGaps {
    private static final ImmutableSet<Count> MACS = Sets.immutableEnumSet(Count.DENSE_MACS, Count.EFFECTIVE_MACS);
    private static final ImmutableSet<Count> ACS = Sets.immutableEnumSet(Count.DENSE_ACS, Count.EFFECTIVE_ACS);
    private static final ImmutableSet<Count> READS = Sets.immutableEnumSet(Count.READ_JOULES, Count.DEVICE_READS);
    private static final ImmutableSet<Count> WRITES = Sets.immutableEnumSet(Count.WRITE_JOULES, Count.DEVICE_WRITES);

    private final Tally tally;
    private final HardwareProfile hardware;
    private final List<String> gaps = new ArrayList<>();

    private PriceGaps(Tally tally, HardwareProfile hardware) {
        this.tally = tally;
        this.hardware = hardware;
    }

    /** A sentence for each reason; none where the model can be priced. */
    static ImmutableList<String> of(Tally tally, HardwareProfile hardware) {
        var found = new PriceGaps(tally, hardware);
        found.find();
        return ImmutableList.copyOf(found.gaps);
    }

    private void find() {
        if (tally.parts().stream().allMatch(part -> part.counts().isEmpty())) {
            gaps.add("Nothing was counted.");
            return;
        }
        ImmutableSet<ModelKind> kinds = kinds();
        if (Sets.intersection(kinds, hardware.runs()).isEmpty()) {
            gaps.add(hardware.name() + " runs " + words(hardware.runs()) + " models only; this one is " + words(kinds)
                    + ".");
            return;
        }
        if (Charges.pricesInferences(hardware)) {
            if (tally.get(Count.INFERENCES) == 0) {
                gaps.add(hardware.name() + " has a price of whole inferences only, and none was counted.");
            }
            return;
        }
        tally.parts().forEach(this::find);
    }

    private void find(Tally.Part part) {
        require(part, MACS);
        if (Charges.onDevices(part, hardware)) {
            require(part, READS);
            require(part, WRITES);
        } else if (Charges.isIonic(part)
                && ACS.stream().allMatch(count -> part.get(count) == 0)
                && READS.stream().anyMatch(count -> part.get(count) != 0)) {
            gaps.add("The additions that " + hardware.name() + " would make in the place of the devices of part '"
                    + part.name() + "' were not counted.");
        } else {
            require(part, ACS);
        }
    }

    /** If any of these counts is there, the hardware must have a price of one that is. */
    private void require(Tally.Part part, ImmutableSet<Count> ways) {
        boolean counted = ways.stream().anyMatch(count -> part.get(count) != 0);
        boolean priced = ways.stream()
                .anyMatch(count -> part.get(count) != 0
                        && hardware.energyOf(count, part.precision()).isPresent());
        if (counted && !priced) {
            List<String> items = Arrays.stream(PriceItem.values())
                    .filter(item -> ways.contains(item.count(hardware)))
                    .map(item -> item.named(part.precision()).get(0))
                    .toList();
            gaps.add(hardware.name() + " has no price of " + String.join(" or ", items) + ", which part '" + part.name()
                    + "' needs.");
        }
    }

    private ImmutableSet<ModelKind> kinds() {
        if (tally.parts().stream().anyMatch(Charges::isIonic)) {
            return Sets.immutableEnumSet(ModelKind.SPIKING, ModelKind.IONIC);
        }
        boolean spiking = ACS.stream().anyMatch(count -> tally.get(count) != 0);
        return Sets.immutableEnumSet(spiking ? ModelKind.SPIKING : ModelKind.CONVENTIONAL);
    }

    private static String words(Iterable<ModelKind> kinds) {
        return Joiner.on(" and ").join(kinds);
    }
}
