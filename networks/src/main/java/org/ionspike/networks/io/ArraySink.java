package org.ionspike.networks.io;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Where a YAML file puts its large arrays while it is written.
 *
 * @param fileName name of the HDF5 file beside it
 * @param arrays what goes into that file
 */
record ArraySink(String fileName, ArraysBuilder arrays) {
    /** Up to so many numbers stand in the YAML file itself. */
    static final int FEW = 16;

    /** The part of a dataset's path that stands for a named part of a network. */
    static String segment(String name, int position) {
        return name.matches("[A-Za-z0-9][A-Za-z0-9_-]*") ? name : "part-" + position + "#";
    }

    /** Adds a dataset; gives the reference that stands in the YAML file. */
    Map<String, Object> put(String dataset, Consumer<ArraysBuilder> addition) {
        addition.accept(arrays);
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("file", fileName);
        reference.put("dataset", dataset);
        return reference;
    }
}
