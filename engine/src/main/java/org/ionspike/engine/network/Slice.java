package org.ionspike.engine.network;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ionspike.engine.units.Check;

/**
 * The neurons of a group, or the lines of a source, from one index to another, written {@code cells[0:800]}: the first is
 * in it, the last is not. Projections take this text where they take a name.
 */
record Slice(String name, int first, int end) {
    private static final Pattern FORM = Pattern.compile("(.+)\\[(\\d{1,9}):(\\d{1,9})]");

    static boolean isSlice(String text) {
        return FORM.matcher(text).matches();
    }

    static String nameIn(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? form.group(1) : text;
    }

    /** The slice that a text says, of a group or source of a size; all of it if it says none. */
    static Slice of(String what, String text, int size) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return new Slice(text, 0, size);
        }
        int first = Integer.parseInt(form.group(2));
        int end = Integer.parseInt(form.group(3));
        if (first >= end || end > size) {
            Check.require(
                    false,
                    what,
                    text,
                    "must be [first:end] with first below end and end at most the size of '" + form.group(1) + "' ("
                            + size + ")");
        }
        return new Slice(form.group(1), first, end);
    }
}
