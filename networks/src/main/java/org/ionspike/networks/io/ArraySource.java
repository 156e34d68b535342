package org.ionspike.networks.io;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Where the arrays come from that a YAML file refers to as {@code {file: arrays.h5, dataset: /crossbar/weights}}.
 *
 * @param directory the directory of the YAML file; the arrays lie in it too
 */
record ArraySource(Path directory) {
    static final String FILE = "file";
    static final String DATASET = "dataset";

    /** The array of a map that is a reference and nothing else. */
    <A> A readOnly(YamlNode reference, BiFunction<ArraysFile, String, A> reading) {
        reference.onlyKeys(List.of(FILE, DATASET));
        return read(reference, reading);
    }

    /** The array that a map refers to. */
    <A> A read(YamlNode reference, BiFunction<ArraysFile, String, A> reading) {
        return read(reference, DATASET, reading);
    }

    /** The array whose dataset stands under another key of the reference. */
    <A> A read(YamlNode reference, String datasetKey, BiFunction<ArraysFile, String, A> reading) {
        YamlNode file = reference.required(FILE);
        String name = file.text();
        if (name.isBlank() || name.contains("/") || name.contains("\\") || name.equals("..") || name.contains("\0")) {
            throw file.error("('" + YamlNode.shortened(name)
                    + "') must be the plain name of a file in the same directory, such as arrays.h5.");
        }
        YamlNode dataset = reference.required(datasetKey);
        try {
            return reading.apply(new ArraysFile(directory.resolve(name)), dataset.text());
        } catch (FileFormatException e) {
            throw new FileFormatException(
                    reference.place().file() + ": " + dataset.place().path() + ": " + e.getMessage(), e);
        }
    }
}
