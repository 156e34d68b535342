package org.ionspike.benchmarks.cli;

import java.nio.file.Path;
import org.ionspike.engine.physics.AdsorbedCoverage;
import org.ionspike.networks.io.RecordTree;

/** Reads {@code network}, {@code experiment}, or a YAML file with the parameters of a long-term coverage. */
final class CoverageOption {
    private CoverageOption() {}

    static AdsorbedCoverage parse(String text) {
        return switch (text) {
            case "network" -> AdsorbedCoverage.network();
            case "experiment" -> AdsorbedCoverage.experiment();
            default -> {
                if (!text.endsWith(".yaml") && !text.endsWith(".yml")) {
                    throw new IllegalArgumentException("No coverage is named '" + text
                            + "'. Known: [experiment, network], or a FILE.yaml with what differs from experiment, any"
                            + " of: memoryTime, equilibrium, voltageScale.");
                }
                yield RecordTree.read(Path.of(text), AdsorbedCoverage.experiment(), "coverage");
            }
        };
    }
}
