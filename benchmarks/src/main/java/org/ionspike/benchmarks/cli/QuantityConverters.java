package org.ionspike.benchmarks.cli;

import java.util.function.Function;
import org.ionspike.engine.units.Conductance;
import org.ionspike.engine.units.Current;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Lets options take quantities with their unit, such as {@code --duration "16 ms"} or {@code --duration 16ms}. */
final class QuantityConverters {
    private QuantityConverters() {}

    static CommandLine register(CommandLine line) {
        return line.registerConverter(Time.class, converter(Time::parse))
                .registerConverter(Current.class, converter(Current::parse))
                .registerConverter(Voltage.class, converter(Voltage::parse))
                .registerConverter(Conductance.class, converter(Conductance::parse));
    }

    private static <T> ITypeConverter<T> converter(Function<String, T> parse) {
        return text -> {
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        };
    }
}
