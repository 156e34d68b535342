package org.ionspike.benchmarks.compare;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ionspike.benchmarks.energy.EnergyEstimate;
import org.ionspike.benchmarks.energy.HardwareProfile;

/**
 * A model on hardware that can run it.
 *
 * @param model over all seeds
 * @param inference energy of a sample
 * @param training energy of the whole training, where all of it has a price
 */
public record Priced(ComparedModel model, EnergyEstimate inference, Optional<EnergyEstimate> training) {
    /** The price table. */
    public HardwareProfile hardware() {
        return inference.hardware();
    }

    /** How long a sample takes, in s; empty where the hardware has no durations. */
    public Optional<Double> latencySeconds() {
        OptionalDouble seconds = inference.latencySeconds();
        return seconds.isPresent() ? Optional.of(seconds.getAsDouble()) : Optional.empty();
    }

    /** Energy times latency, in J s; empty where no latency is known. */
    public Optional<Double> energyDelay() {
        return latencySeconds().map(seconds -> seconds * inference.typical());
    }

    /** Every model on every hardware that can run it and has prices for all that matters. */
    public static ImmutableList<Priced> all(List<ComparedModel> models, List<HardwareProfile> tables) {
        var priced = ImmutableList.<Priced>builder();
        for (ComparedModel model : models) {
            for (HardwareProfile table : tables) {
                EnergyEstimate.of(model.inference(), table)
                        .ifPresent(estimate ->
                                priced.add(new Priced(model, estimate, EnergyEstimate.of(model.training(), table))));
            }
        }
        return priced.build();
    }
}
