package org.ionspike.networks.io;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A value of a YAML file that knows its place: a map, a list, or a text. Numbers are texts until somebody asks for a
 * number, so nothing is lost before the type is known.
 *
 * @param place where it stands
 * @param value {@code Map<String, YamlNode>}, {@code List<YamlNode>} or {@code String}
 */
public record YamlNode(Place place, Object value) {
    private static final int MOST_SHOWN = 60;

    /** The keys of a map and their values, in the order of the file. */
    @SuppressWarnings("unchecked") // only YamlReader makes nodes, and its maps are of this type
    public Map<String, YamlNode> map() {
        if (value instanceof Map) {
            return (Map<String, YamlNode>) value;
        }
        throw error("must be a map of keys and values, but is " + kind() + ".");
    }

    /** The entries of a list. */
    @SuppressWarnings("unchecked") // only YamlReader makes nodes, and its lists are of this type
    public List<YamlNode> list() {
        if (value instanceof List) {
            return (List<YamlNode>) value;
        }
        throw error("must be a list such as [a, b], but is " + kind() + ".");
    }

    /** Whether it has keys. */
    public boolean isMap() {
        return value instanceof Map;
    }

    /** Whether this is a list. */
    public boolean isList() {
        return value instanceof List;
    }

    /** The text of a single value. */
    public String text() {
        if (value instanceof String text) {
            return text;
        }
        throw error("must be a single value, but is " + kind() + ".");
    }

    /** A whole number in the range of {@code int}. */
    public int integer() {
        long number = wholeNumber();
        if (number != (int) number) {
            throw error("(" + shortened(text()) + ") must lie between " + Integer.MIN_VALUE + " and "
                    + Integer.MAX_VALUE + ".");
        }
        return (int) number;
    }

    /** A whole number. */
    public long wholeNumber() {
        try {
            return Long.parseLong(text());
        } catch (NumberFormatException e) {
            throw error("(" + shortened(text()) + ") must be a whole number, such as 200.");
        }
    }

    /** A number without unit, not NaN; {@code .inf} and {@code -.inf} are infinite. */
    public double number() {
        String text = text();
        if (text.endsWith(".inf") && text.matches("[-+]?\\.inf")) {
            return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        if (!text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")) {
            throw error("(" + shortened(text) + ") must be a number without unit, such as 0.4.");
        }
        double number = Double.parseDouble(text);
        if (Double.isInfinite(number)) {
            throw error("(" + shortened(text) + ") is too large a number.");
        }
        return number;
    }

    /** The value of a key that must be there. */
    public YamlNode required(String key) {
        return optional(key)
                .orElseThrow(() -> error((place.path().isEmpty() ? "the key" : "lacks the key") + " '" + key + "'"
                        + (place.path().isEmpty() ? " is missing." : ". Add it.")));
    }

    /** The value of a key, if it is there. */
    public Optional<YamlNode> optional(String key) {
        return Optional.ofNullable(map().get(key));
    }

    /** Checks that the map has no other keys. */
    public void onlyKeys(Collection<String> known) {
        for (String key : map().keySet()) {
            if (!known.contains(key)) {
                throw placeOf(key)
                        .error("is not known. Known here: "
                                + known.stream().sorted().toList() + ".");
            }
        }
    }

    /** The same map without some keys. */
    YamlNode without(String... keys) {
        var rest = new LinkedHashMap<>(map());
        List.of(keys).forEach(rest::remove);
        return new YamlNode(place, rest);
    }

    /** The value as a text that must be one of several. */
    public <T> T oneOf(String what, Map<String, T> known) {
        T found = known.get(text());
        if (found == null) {
            throw error("('" + shortened(text()) + "') is no " + what + ". Known: "
                    + known.keySet().stream().sorted().collect(Collectors.joining(", ", "[", "]")) + ".");
        }
        return found;
    }

    /** Where a key stands; this place where it is left out. */
    public Place placeOf(String key) {
        return value instanceof Map ? optional(key).map(YamlNode::place).orElse(place.at(key)) : place;
    }

    /** Builds something from what stands here; what its own checks say is given the file and the place. */
    public <T> T build(Supplier<T> construction) {
        return build("", construction);
    }

    /**
     * As {@link #build(Supplier)}, for a type whose checks begin their messages with its name and that of a component, which
     * become the place of that key.
     *
     * @param typeName such as {@code Slit} of {@code Slit.length (0 m) must ...}
     */
    public <T> T build(String typeName, Supplier<T> construction) {
        try {
            return construction.get();
        } catch (FileFormatException alreadyPlaced) {
            throw alreadyPlaced;
        } catch (RuntimeException e) {
            throw new FileFormatException(placed(typeName, Place.reason(e)), e);
        }
    }

    private String placed(String typeName, String message) {
        Matcher own = Pattern.compile(
                        "(?:[A-Z]\\w*\\.)?" + Pattern.quote(typeName) + "(\\.|: )(\\w+)( .*)", Pattern.DOTALL)
                .matcher(message);
        if (!typeName.isEmpty() && own.matches() && (own.group(1).equals(".") || map().containsKey(own.group(2)))) {
            Place component = placeOf(own.group(2));
            return component.file() + ": " + component.path() + own.group(3);
        }
        return place.file() + ": " + (place.path().isEmpty() ? "" : place.path() + ": ") + message;
    }

    /** An error at this place. */
    public FileFormatException error(String sentence) {
        return place.error(sentence);
    }

    private String kind() {
        if (value instanceof String text) {
            return "the text '" + shortened(text) + "'";
        }
        return value instanceof Map ? "a map" : "a list";
    }

    /** A text as messages show it. */
    public static String shortened(String text) {
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "...";
    }
}
