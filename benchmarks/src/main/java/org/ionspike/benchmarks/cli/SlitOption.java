package org.ionspike.benchmarks.cli;

import java.nio.file.Path;
import org.ionspike.engine.physics.Slit;
import org.ionspike.engine.units.ElectricField;
import org.ionspike.engine.units.Voltage;
import org.ionspike.networks.io.RecordTree;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Which slit a command looks at. */
final class SlitOption {
    /** The field of the default amplitude, a choice: 0.4 V over 20 nm, the drive of the reference loops. */
    private static final ElectricField USUAL_FIELD = new ElectricField(2e7);

    @Option(
            names = "--slit",
            paramLabel = "SLIT",
            description = "potassium, sodium, synaptic, robin2021-potassium, robin2021-sodium, or FILE.yaml with what"
                    + " differs from potassium.")
    private @Nullable String name;

    boolean given() {
        return name != null;
    }

    /** The name given, or the usual one. */
    String nameOr(String usual) {
        return name == null ? usual : name;
    }

    /** The slit of that name; an error of usage if there is none. */
    Slit slit(CommandSpec spec, String usual) {
        return Usage.of(spec, () -> parse(nameOr(usual)));
    }

    /** The voltage given, or 20 MV/m times the length of the slit. */
    static Voltage amplitude(CommandSpec spec, @Nullable String text, Slit slit) {
        return text == null
                ? new Voltage(Math.round(1e6 * USUAL_FIELD.si() * slit.length().si()) / 1e6)
                : Usage.of(spec, () -> Voltage.parse(text));
    }

    private static Slit parse(String text) {
        return switch (text) {
            case "potassium" -> Slit.potassium();
            case "sodium" -> Slit.sodium();
            case "synaptic" -> Slit.synaptic();
            case "robin2021-potassium" -> Slit.robin2021Potassium();
            case "robin2021-sodium" -> Slit.robin2021Sodium();
            default -> {
                if (!text.endsWith(".yaml") && !text.endsWith(".yml")) {
                    throw new IllegalArgumentException("No slit is named '" + text
                            + "'. Known: [potassium, robin2021-potassium, robin2021-sodium, sodium, synaptic], or a"
                            + " FILE.yaml with any parameters of a slit, such as 'length: 30 nm'.");
                }
                yield RecordTree.read(Path.of(text), Slit.potassium(), "slit");
            }
        };
    }
}
