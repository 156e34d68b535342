package org.ionspike.benchmarks.cli;

import org.ionspike.benchmarks.cli.FigureOptions.Result;
import org.ionspike.engine.physics.ConicalChannel;
import org.ionspike.engine.physics.Memristor;
import org.ionspike.engine.physics.Slit;
import org.ionspike.engine.units.ElectricField;
import org.ionspike.engine.units.Voltage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** How high the voltage goes. */
final class AmplitudeOption {
    /** The field of the default amplitude, a choice: 0.4 V over 20 nm, the drive of the reference loops. */
    private static final ElectricField USUAL_FIELD = new ElectricField(2e7);

    /** For a conical channel, a choice: inside the range of its theory. */
    private static final Voltage CONICAL = new Voltage(0.5);

    @Option(
            names = "--amplitude",
            paramLabel = "V",
            description = "Highest voltage: of the sweep, the sine, the step or the pulse (default: 20 MV/m, 0.4 V at"
                    + " 20 nm; for a conical channel 0.5 V).")
    private @Nullable String text;

    /** The voltage given, or the default of the device. */
    Voltage of(CommandSpec spec, Memristor device) {
        if (text != null) {
            String given = text;
            return Usage.of(spec, () -> Voltage.parse(given));
        }
        return device instanceof Slit slit
                ? new Voltage(Math.round(1e6 * USUAL_FIELD.si() * slit.length().si()) / 1e6)
                : CONICAL;
    }

    /** Adds where a conical channel has no salt left at some place, and whether the voltages asked for go beyond. */
    static void addRange(Result result, Memristor device, double... volts) {
        if (device instanceof ConicalChannel cone) {
            double least = Double.POSITIVE_INFINITY;
            for (double v : volts) {
                least = Math.min(least, cone.leastRelativeConcentration(v));
            }
            result.found("V_depletion_volt", cone.depletionVoltage().si());
            result.found("least_relative_concentration", least);
            if (least < 0) {
                result.note("Beyond V_depletion the linear theory has a negative concentration near the tip: the"
                        + " numbers there are those of the published formula, not of a channel.");
            }
        }
    }
}
