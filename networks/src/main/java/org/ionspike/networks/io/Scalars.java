package org.ionspike.networks.io;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.ionspike.engine.units.Quantity;

/** Single values of records: numbers, texts, switches, enums and quantities. */
final class Scalars {
    private Scalars() {}

    /** The value as YAML holds it. */
    static Object write(Object value, String name) {
        if (value instanceof Quantity quantity) {
            return QuantityText.of(quantity);
        }
        if (value instanceof Enum<?> constant) {
            return word(constant);
        }
        if (value instanceof Float number) {
            return finiteOrInfinite(decimal(number), name);
        }
        if (value instanceof Double number) {
            return finiteOrInfinite(number, name);
        }
        if (value instanceof String || value instanceof Boolean || value instanceof Integer || value instanceof Long) {
            return value;
        }
        throw new IllegalArgumentException(
                "'" + name + "' is a " + value.getClass().getSimpleName() + ", which a file cannot hold.");
    }

    /** The value of a type that a node gives. */
    static Object read(Class<?> type, YamlNode node) {
        if (type == Quantity.class) {
            return QuantityText.readByUnit(node);
        }
        if (Quantity.class.isAssignableFrom(type)) {
            return QuantityText.read(type.asSubclass(Quantity.class), node);
        }
        if (type == double.class || type == Double.class) {
            return node.number();
        }
        if (type == float.class || type == Float.class) {
            return (float) node.number();
        }
        if (type == int.class || type == Integer.class) {
            return node.integer();
        }
        if (type == long.class || type == Long.class) {
            return node.wholeNumber();
        }
        if (type == boolean.class || type == Boolean.class) {
            return node.oneOf("switch", Map.of("true", true, "false", false));
        }
        if (type == String.class) {
            return node.text();
        }
        if (type.isEnum()) {
            return node.oneOf("such value", words(type));
        }
        throw new IllegalArgumentException("is of type " + type.getSimpleName() + ", which a file cannot hold.");
    }

    /** An enum constant as files write it: lower case with hyphens. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The shortest decimal that is read as the same float, as a double. */
    static double decimal(float value) {
        double shortest = Double.parseDouble(Float.toString(value));
        return (float) shortest == value ? shortest : value;
    }

    private static double finiteOrInfinite(double value, String name) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("'" + name + "' is not a number (NaN); a file cannot hold that.");
        }
        return value;
    }

    private static Map<String, Object> words(Class<?> type) {
        Map<String, Object> words = new LinkedHashMap<>();
        for (Object constant : type.getEnumConstants()) {
            words.put(word((Enum<?>) constant), constant);
        }
        return words;
    }
}
