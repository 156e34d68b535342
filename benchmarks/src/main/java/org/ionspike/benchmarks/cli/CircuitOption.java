package org.ionspike.benchmarks.cli;

import java.nio.file.Path;
import org.ionspike.engine.physics.IonicCircuit;
import org.ionspike.networks.io.RecordTree;

/** Reads {@code default}, {@code robin2021}, or a YAML file with parameters of a circuit. */
final class CircuitOption {
    private CircuitOption() {}

    static IonicCircuit parse(String text) {
        return switch (text) {
            case "default" -> new IonicCircuit();
            case "robin2021" -> IonicCircuit.robin2021();
            default -> {
                if (!text.endsWith(".yaml") && !text.endsWith(".yml")) {
                    throw new IllegalArgumentException("No circuit is named '" + text
                            + "'. Known: [default, robin2021], or a FILE.yaml with any of: sodium, potassium,"
                            + " sodiumBattery, potassiumBattery, leak, leakBattery, capacitance.");
                }
                yield RecordTree.read(Path.of(text), new IonicCircuit(), "circuit");
            }
        };
    }
}
