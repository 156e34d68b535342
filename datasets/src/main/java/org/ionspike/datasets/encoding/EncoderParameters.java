package org.ionspike.datasets.encoding;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.Doubles;
import com.google.common.primitives.Ints;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ionspike.engine.units.Frequency;
import org.ionspike.engine.units.Time;
import org.jspecify.annotations.Nullable;

/** Writes and reads the parameters of encoders that are records; components of other types are left as they are. */
final class EncoderParameters {
    private static final ImmutableMap<Class<?>, Function<String, @Nullable Object>> READERS = ImmutableMap.of(
            int.class,
            Ints::tryParse,
            double.class,
            Doubles::tryParse,
            Time.class,
            Time::parse,
            Frequency.class,
            Frequency::parse);

    private EncoderParameters() {}

    static ImmutableMap<String, String> write(Encoder encoder) {
        return parameters(encoder)
                .collect(ImmutableMap.toImmutableMap(
                        RecordComponent::getName, component -> text(value(encoder, component))));
    }

    /** Quantities as people write them, such as {@code 20 ms}, unless that loses digits. */
    private static String text(@Nullable Object value) {
        String text = String.valueOf(value);
        if (value instanceof Time time && !Time.parse(text).equals(time)) {
            return time.si() + " s";
        }
        if (value instanceof Frequency frequency && !Frequency.parse(text).equals(frequency)) {
            return frequency.si() + " Hz";
        }
        return text;
    }

    static Encoder change(Encoder encoder, Map<String, String> changes) {
        for (String name : changes.keySet()) {
            if (parameters(encoder).noneMatch(component -> component.getName().equals(name))) {
                throw new IllegalArgumentException("Encoder " + encoder.name() + " has no parameter '" + name
                        + "'. Known: " + write(encoder).keySet() + ".");
            }
        }
        RecordComponent[] components = components(encoder);
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int k = 0; k < values.length; k++) {
            String text = changes.get(components[k].getName());
            values[k] = text == null ? value(encoder, components[k]) : read(encoder, components[k], text);
        }
        try {
            return encoder.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            Throwables.throwIfUnchecked(Objects.requireNonNull(e.getCause()));
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Encoder " + encoder.name() + " cannot be made anew.", e);
        }
    }

    private static Object read(Encoder encoder, RecordComponent component, String text) {
        String where = "Encoder " + encoder.name() + ", parameter " + component.getName() + ": ";
        var reader = READERS.get(component.getType());
        Object value;
        try {
            value = reader == null ? null : reader.apply(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + e.getMessage(), e);
        }
        if (value == null) {
            throw new IllegalArgumentException(where + "'" + text + "' is not a "
                    + (component.getType() == int.class ? "whole number." : "number, such as 0.5."));
        }
        return value;
    }

    private static Stream<RecordComponent> parameters(Encoder encoder) {
        return Arrays.stream(components(encoder)).filter(component -> READERS.containsKey(component.getType()));
    }

    private static RecordComponent[] components(Encoder encoder) {
        RecordComponent[] components = encoder.getClass().getRecordComponents();
        if (components == null) {
            throw new IllegalStateException("Encoder " + encoder.name()
                    + " is no record. Make it one, or implement parameters and withParameters.");
        }
        return components;
    }

    private static @Nullable Object value(Encoder encoder, RecordComponent component) {
        try {
            return component.getAccessor().invoke(encoder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Encoder " + encoder.name() + " must be public to be written.", e);
        }
    }
}
