package org.ionspike.engine.monitor;

import java.util.List;

/**
 * A column of a table on disk, or several of one kind that stand side by side.
 *
 * @param name in a NumPy array, one for all
 * @param type of one entry, in the words of NumPy
 * @param bytes of one entry
 * @param each names in CSV, one an entry
 * @param isVector whether a NumPy field of it is an array, even one of a single entry
 */
record Column(String name, String type, int bytes, List<String> each, boolean isVector) {
    /** A number in double precision. */
    static Column number(String name) {
        return new Column(name, "<f8", Double.BYTES, List.of(name), false);
    }

    /** A number in single precision. */
    static Column single(String name) {
        return new Column(name, "<f4", Float.BYTES, List.of(name), false);
    }

    /** A whole number of 32 bits. */
    static Column whole(String name) {
        return new Column(name, "<i4", Integer.BYTES, List.of(name), false);
    }

    /** A text of at most so many bytes of UTF-8, at least one. */
    static Column text(String name, int most) {
        return new Column(name, "|S" + most, most, List.of(name), false);
    }

    /** Numbers in single precision, side by side. */
    static Column singles(String name, List<String> each) {
        return new Column(name, "<f4", Float.BYTES, each, true);
    }

    int rowBytes() {
        return Math.multiplyExact(bytes, each.size());
    }
}
