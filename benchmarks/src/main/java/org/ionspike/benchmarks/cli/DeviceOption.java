package org.ionspike.benchmarks.cli;

import java.nio.file.Path;
import org.ionspike.engine.synapse.DeviceVariability;
import org.ionspike.networks.io.RecordTree;

/** Reads {@code ideal}, {@code typical}, {@code pessimistic}, or a YAML file with the parameters of a device. */
final class DeviceOption {
    private DeviceOption() {}

    static DeviceVariability parse(String text) {
        return switch (text) {
            case "ideal" -> DeviceVariability.ideal();
            case "typical" -> DeviceVariability.typical();
            case "pessimistic" -> DeviceVariability.pessimistic();
            default -> {
                if (!isFile(text)) {
                    throw new IllegalArgumentException("No device is named '" + text
                            + "'. Known: [ideal, pessimistic, typical], or a FILE.yaml with any of: states,"
                            + " deviceToDevice, stepSpread, cycleToCycle, stuck, stuckHigh, response, readNoise,"
                            + " memorySpread, lineResistance.");
                }
                yield RecordTree.read(Path.of(text), DeviceVariability.ideal(), "device");
            }
        };
    }

    /** Whether it is the name of a file. */
    static boolean isFile(String text) {
        return text.endsWith(".yaml") || text.endsWith(".yml");
    }
}
