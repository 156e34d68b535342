package org.ionspike.networks.io;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes maps, lists, texts and numbers as YAML that people like to read: short maps and lists on one line, texts in
 * quotes only where they would be taken for something else.
 */
final class YamlWriter {
    private static final int WIDTH = 110;

    private static final String WORD = "[\\p{L}\\p{N}_./^%+:-]*[\\p{L}\\p{N}_./^%+-]";
    private static final Pattern WORDS = Pattern.compile("(?=[\\p{L}/])" + WORD + "( " + WORD + ")*");
    private static final Pattern QUANTITY =
            Pattern.compile("-?(\\d+(\\.\\d+)?([eE][-+]?\\d+)?|inf) (1/)?[\\p{L}/^]+[\\p{L}\\p{N}/^-]*");
    private static final Set<String> TAKEN = Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n");

    private final StringBuilder out = new StringBuilder();

    private YamlWriter() {}

    /** A file with a comment line on top. */
    static String write(String comment, Map<String, Object> root) {
        var writer = new YamlWriter();
        writer.out.append("# ").append(comment).append('\n');
        writer.block(root, "");
        return writer.out.toString();
    }

    private void block(Map<?, ?> map, String indent) {
        map.forEach((key, value) -> {
            out.append(indent).append(text(key.toString())).append(':');
            int room = WIDTH - indent.length() - key.toString().length();
            if (value instanceof Map<?, ?> inner && !fitsOnALine(inner, room)) {
                out.append('\n');
                block(inner, indent + "  ");
            } else {
                out.append(' ');
                flow(value, indent + "  ");
                out.append('\n');
            }
        });
    }

    private static boolean fitsOnALine(Map<?, ?> map, int room) {
        boolean leaf = map.values().stream().noneMatch(value -> value instanceof Map<?, ?> inner && !inner.isEmpty());
        if (!leaf) {
            return false;
        }
        var line = new YamlWriter();
        line.flow(map, "");
        return line.out.length() <= room && line.out.indexOf("\n") < 0;
    }

    private void flow(Object value, String indent) {
        if (value instanceof Map<?, ?> map) {
            out.append('{');
            String between = "";
            for (var entry : map.entrySet()) {
                out.append(between).append(text(entry.getKey().toString())).append(": ");
                flow(entry.getValue(), indent);
                between = ", ";
            }
            out.append('}');
        } else if (value instanceof List<?> list) {
            out.append('[');
            for (int i = 0; i < list.size(); i++) {
                if (i > 0) {
                    out.append(',');
                    out.append(lineLength() > WIDTH - 20 ? "\n" + indent : " ");
                }
                flow(list.get(i), indent);
            }
            out.append(']');
        } else {
            out.append(scalar(value));
        }
    }

    private int lineLength() {
        return out.length() - 1 - out.lastIndexOf("\n");
    }

    private static String scalar(Object value) {
        if (value instanceof Double number) {
            return number(number);
        }
        return value instanceof Number || value instanceof Boolean ? value.toString() : text(value.toString());
    }

    /** A number that reads back as the same double. */
    private static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? ".inf" : "-.inf";
        }
        // the plus sign makes it a number for YAML 1.1 too
        return Double.toString(value).replaceFirst("E(\\d)", "E+$1");
    }

    private static String text(String text) {
        boolean plain = text.length() <= WIDTH
                && (WORDS.matcher(text).matches() || QUANTITY.matcher(text).matches())
                && !TAKEN.contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : quoted(text);
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c >= ' ' && c < 127) {
                quoted.append(c);
            } else {
                quoted.append(String.format("\\u%04x", (int) c));
            }
        }
        return quoted.append('"').toString();
    }
}
