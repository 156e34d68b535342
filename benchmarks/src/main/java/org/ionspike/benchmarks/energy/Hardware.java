package org.ionspike.benchmarks.energy;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The price tables that come with Ionspike, in the order in which reports list them, and those of users. */
public final class Hardware {
    private static final ImmutableList<String> NAMES = ImmutableList.of(
            "cmos45",
            "cmos45-sparse",
            "cmos45-sram",
            "cmos45-sram-sparse",
            "cmos45-dram",
            "cpu-i7",
            "gpu-titan",
            "arm-cortex-a",
            "loihi",
            "truenorth",
            "spinnaker",
            "spinnaker2",
            "brainscales2",
            "odin",
            "seneca",
            "ionic-slit",
            "ionic-periphery",
            "ionic-range",
            "cortex");

    private Hardware() {}

    /** Names of the built-in tables: bare CMOS first, then processors, neuromorphic chips, ionic devices, and the brain. */
    public static ImmutableList<String> names() {
        return NAMES;
    }

    /** All built-in tables, in the order of {@link #names}. */
    public static ImmutableList<HardwareProfile> builtIn() {
        return Loaded.TABLES;
    }

    /** A built-in table by its name. */
    public static HardwareProfile named(String name) {
        int index = NAMES.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("No hardware is named '" + name + "'." + NearestName.hint(name, NAMES)
                    + " Known: " + NAMES + ", or a FILE.yaml with a table of your own.");
        }
        return builtIn().get(index);
    }

    /** A built-in table, or that of a file where the text ends in {@code .yaml} or {@code .yml}. */
    public static HardwareProfile find(String nameOrFile) {
        return nameOrFile.endsWith(".yaml") || nameOrFile.endsWith(".yml")
                ? HardwareFile.read(Path.of(nameOrFile))
                : named(nameOrFile);
    }

    private static HardwareProfile load(String name) {
        String file = "hardware/" + name + ".yaml";
        try {
            String text = Resources.toString(Resources.getResource(Hardware.class, file), StandardCharsets.UTF_8);
            return HardwareFile.readText(text, file);
        } catch (IOException e) {
            throw new UncheckedIOException("The built-in price table " + file + " cannot be read.", e);
        }
    }

    /** Reads the tables when they are first asked for. */
    private static final class Loaded {
        static final ImmutableList<HardwareProfile> TABLES =
                NAMES.stream().map(Hardware::load).collect(ImmutableList.toImmutableList());
    }
}
