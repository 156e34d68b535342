package org.ionspike.networks.io;

import com.google.common.collect.ImmutableList;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ionspike.engine.units.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * Records as trees of maps, lists and values, and back. The keys are the names of the components; nested records are
 * nested maps, quantities are texts with their unit, enums are lower case with hyphens, an empty {@code Optional} is
 * left out. What is read is merged over defaults, and the record's own constructor checks it.
 */
public final class RecordTree {
    private RecordTree() {}

    /**
     * Reads a record from a YAML file; components that the file leaves out keep their defaults. The file may begin with
     * {@code format: 1}.
     *
     * @param yaml the file
     * @param defaults the record whose components the file changes
     * @param what what messages call the file, such as {@code "device file"}
     * @throws FileFormatException if the file is missing, is not YAML, has unknown keys or values the record refuses
     */
    public static <T extends Record> T read(Path yaml, T defaults, String what) {
        YamlNode root = YamlReader.read(yaml, what + " " + yaml);
        return bind(typeOf(defaults), defaults, Map.of(), YamlReader.checkedFormat(root));
    }

    /** All components of a record as YAML, with units, under a comment line. */
    public static String toYaml(String comment, Record record) {
        return YamlWriter.write(comment, all(record));
    }

    /** All components of a record. */
    static Map<String, Object> all(Record record) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = value(component, record);
            if (!value.equals(Optional.empty())) {
                tree.put(component.getName(), leaf(value, component.getName()));
            }
        }
        return tree;
    }

    /** A record without defaults: the file must give every component that is not fixed. */
    static <T extends Record> T bind(Class<T> type, Map<String, Object> fixed, YamlNode node) {
        return bind(type, null, fixed, node);
    }

    /**
     * A record from what a file gives, and defaults for the rest.
     *
     * @param defaults values of what the file leaves out; null if it must give everything
     * @param fixed components that come from elsewhere and are no keys of the file
     */
    static <T extends Record> T bind(Class<T> type, @Nullable T defaults, Map<String, Object> fixed, YamlNode node) {
        RecordComponent[] components = type.getRecordComponents();
        Set<String> known = Arrays.stream(components)
                .map(RecordComponent::getName)
                .filter(name -> !fixed.containsKey(name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        node.onlyKeys(known);
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            Object fallback = defaults == null ? null : value(components[i], defaults);
            if (fixed.containsKey(name)) {
                values[i] = fixed.get(name);
            } else if (node.optional(name).isPresent()) {
                values[i] = convert(components[i].getGenericType(), fallback, node.required(name));
            } else if (fallback != null) {
                values[i] = fallback;
            } else if (components[i].getType() == Optional.class) {
                values[i] = Optional.empty();
            } else {
                node.required(name);
            }
        }
        return node.build(type.getSimpleName(), () -> construct(type, components, values));
    }

    /** The class of a record instance. */
    @SuppressWarnings("unchecked") // the class of a T
    static <T extends Record> Class<T> typeOf(T record) {
        return (Class<T>) record.getClass();
    }

    private static Object leaf(Object value, String name) {
        if (value instanceof Optional<?> optional) {
            return leaf(optional.orElseThrow(), name);
        }
        if (isTree(value)) {
            return all((Record) value);
        }
        return value instanceof List<?> list
                ? list.stream().map(entry -> leaf(entry, name)).toList()
                : Scalars.write(value, name);
    }

    private static boolean isTree(Object value) {
        return value instanceof Record && !(value instanceof Quantity);
    }

    private static Object convert(Type type, @Nullable Object fallback, YamlNode node) {
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            Type argument = generic.getActualTypeArguments()[0];
            if (raw == Optional.class) {
                return Optional.of(convert(argument, null, node));
            }
            if (raw.isAssignableFrom(ImmutableList.class)) {
                return node.list().stream()
                        .map(entry -> convert(argument, null, entry))
                        .collect(ImmutableList.toImmutableList());
            }
        }
        if (type instanceof Class<?> raw) {
            if (raw.isRecord() && !Quantity.class.isAssignableFrom(raw)) {
                return nested(raw.asSubclass(Record.class), fallback, node);
            }
            return Scalars.read(raw, node);
        }
        throw new IllegalStateException("A record component of type " + type.getTypeName() + " cannot be in a file.");
    }

    private static <T extends Record> T nested(Class<T> type, @Nullable Object fallback, YamlNode node) {
        return bind(type, fallback == null ? null : type.cast(fallback), Map.of(), node);
    }

    private static Object value(RecordComponent component, Record record) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read component '" + component.getName() + "'.", e);
        }
    }

    private static <T extends Record> T construct(Class<T> type, RecordComponent[] components, Object[] values) {
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<T> canonical = type.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return canonical.newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot build a " + type.getSimpleName() + ".", e);
        }
    }
}
