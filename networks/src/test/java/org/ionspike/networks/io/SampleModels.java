package org.ionspike.networks.io;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.networks.readout.DeltaRuleReadout;
import org.ionspike.networks.readout.VoteReadout;

/** Trained models for tests of files. */
final class SampleModels {
    private SampleModels() {}

    static SavedModel small(long seed) {
        var random = new RandomStreams(seed).stream("model");
        float[][] weights = new float[20][3];
        for (float[] row : weights) {
            for (int c = 0; c < row.length; c++) {
                row[c] = random.nextFloat();
            }
        }
        int features = seed % 2 == 0 ? 4 : 64;
        List<Double> offset = new ArrayList<>();
        List<Double> divisor = new ArrayList<>();
        for (int i = 0; i < features; i++) {
            offset.add(random.nextDouble() - 0.5);
            divisor.add(random.nextDouble() * 1e-10 + 1e-12);
        }
        var description = new ModelDescription(
                "csv:/data/my flowers.csv",
                "sha256:0f3a",
                seed,
                "wta",
                "reduced",
                "typical",
                new ModelDescription.Encoder(
                        "latency", ImmutableMap.of("window", "20 ms", "levels", "8", "invert", "no")),
                new ModelDescription.Scaling("standard", offset, divisor),
                List.of("0", "Iris setosa", "yes"),
                IntStream.range(0, (int) (5 + seed % 2 * 40)).boxed().toList(),
                ImmutableMap.of("epochs", "3", "homeostasis", "on", "limit", ""));
        return new SavedModel(
                description,
                SampleNetworks.winnerTakeAll(8, 20),
                seed % 2 == 0 ? new VoteReadout(5, weights) : new DeltaRuleReadout(7, weights),
                JsonNodeFactory.instance.objectNode().put("accuracy", 0.1 + 0.2).put("seed", seed));
    }
}
