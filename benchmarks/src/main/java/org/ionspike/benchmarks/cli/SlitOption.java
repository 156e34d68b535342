package org.ionspike.benchmarks.cli;

import java.nio.file.Path;
import org.ionspike.engine.physics.ConicalChannel;
import org.ionspike.engine.physics.Memristor;
import org.ionspike.engine.physics.Slit;
import org.ionspike.engine.units.Time;
import org.ionspike.networks.io.RecordTree;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Which device a command of the slit looks at: a slit, or the conical channel for comparison. */
final class SlitOption {
    private static final String CONICAL_FILE = "conical:";

    @Option(
            names = "--slit",
            paramLabel = "SLIT",
            description = "potassium, sodium, synaptic, robin2021-potassium, robin2021-sodium, or FILE.yaml with what"
                    + " differs from potassium; or a conical channel: conical, conical-fast, conical-slow, or"
                    + " conical:FILE.yaml with what differs from conical.")
    private @Nullable String name;

    boolean given() {
        return name != null;
    }

    /** The name given, or the usual one. */
    String nameOr(String usual) {
        return name == null ? usual : name;
    }

    /** The device of that name; an error of usage if there is none. */
    Memristor device(CommandSpec spec, String usual) {
        return Usage.of(spec, () -> parse(nameOr(usual)));
    }

    /** Time for which commands hold a voltage unless told: 1 ms, for a conical channel five of its relaxation times. */
    static Time usualDuration(Memristor device) {
        return device instanceof Slit ? new Time(1e-3) : new Time(5 * device.relaxationTimeSeconds(0));
    }

    private static Memristor parse(String text) {
        return switch (text) {
            case "potassium" -> Slit.potassium();
            case "sodium" -> Slit.sodium();
            case "synaptic" -> Slit.synaptic();
            case "robin2021-potassium" -> Slit.robin2021Potassium();
            case "robin2021-sodium" -> Slit.robin2021Sodium();
            case "conical" -> new ConicalChannel();
            case "conical-fast" -> ConicalChannel.fast();
            case "conical-slow" -> ConicalChannel.slow();
            default -> fromFile(text);
        };
    }

    private static Memristor fromFile(String text) {
        if (!text.endsWith(".yaml") && !text.endsWith(".yml")) {
            throw new IllegalArgumentException("No slit is named '" + text
                    + "'. Known: [potassium, robin2021-potassium, robin2021-sodium, sodium, synaptic, conical,"
                    + " conical-fast, conical-slow], or a FILE.yaml with any parameters of a slit, such as"
                    + " 'length: 30 nm', or conical:FILE.yaml with those of a conical channel.");
        }
        return text.startsWith(CONICAL_FILE)
                ? RecordTree.read(
                        Path.of(text.substring(CONICAL_FILE.length())), new ConicalChannel(), "conical channel")
                : RecordTree.read(Path.of(text), Slit.potassium(), "slit");
    }
}
