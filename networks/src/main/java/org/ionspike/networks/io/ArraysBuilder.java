package org.ionspike.networks.io;

import com.google.common.base.Splitter;
import com.google.common.hash.Hasher;
import io.jhdf.HdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects arrays by path and writes them as one HDF5 file; groups are made as needed. Empty arrays are refused. */
public final class ArraysBuilder {
    private final Map<String, Object> arrays = new LinkedHashMap<>();

    /** Adds a matrix whose rows have one length. */
    public void put(String dataset, float[][] matrix) {
        int[] lengths = Arrays.stream(matrix).mapToInt(row -> row.length).toArray();
        add(dataset, requireRectangle(dataset, lengths, matrix));
    }

    /** Adds a matrix whose rows have one length. */
    public void put(String dataset, int[][] matrix) {
        int[] lengths = Arrays.stream(matrix).mapToInt(row -> row.length).toArray();
        add(dataset, requireRectangle(dataset, lengths, matrix));
    }

    /** Adds a list. */
    public void put(String dataset, float[] list) {
        requireSome(dataset, list.length);
        add(dataset, list);
    }

    /** Adds a list. */
    public void put(String dataset, double[] list) {
        requireSome(dataset, list.length);
        add(dataset, list);
    }

    /** Adds a list. */
    public void put(String dataset, int[] list) {
        requireSome(dataset, list.length);
        add(dataset, list);
    }

    /** Whether nothing was added. */
    public boolean isEmpty() {
        return arrays.isEmpty();
    }

    /** Adds all that was added to a hash: paths, shapes and values. */
    void hash(Hasher hasher) {
        arrays.forEach((path, values) -> {
            hasher.putString(path, StandardCharsets.UTF_8);
            hashValues(hasher, values);
        });
    }

    private static void hashValues(Hasher hasher, Object values) {
        int length = Array.getLength(values);
        hasher.putInt(length);
        if (values instanceof float[] floats) {
            for (float value : floats) {
                hasher.putFloat(value);
            }
        } else if (values instanceof double[] doubles) {
            for (double value : doubles) {
                hasher.putDouble(value);
            }
        } else if (values instanceof int[] ints) {
            for (int value : ints) {
                hasher.putInt(value);
            }
        } else {
            for (Object row : (Object[]) values) {
                hashValues(hasher, row);
            }
        }
    }

    /**
     * Writes what was added, over a file that is there.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    public void write(Path file) {
        try (var hdf = HdfFile.write(file)) {
            Map<String, WritableGroup> groups = new HashMap<>();
            groups.put("", hdf);
            arrays.forEach((path, values) -> {
                int cut = path.lastIndexOf('/');
                group(path.substring(0, cut), groups).putDataset(path.substring(cut + 1), values);
            });
        } catch (RuntimeException e) {
            throw new UncheckedIOException(file + ": cannot be written: " + Place.reason(e) + ".", new IOException(e));
        }
    }

    private static WritableGroup group(String path, Map<String, WritableGroup> groups) {
        WritableGroup known = groups.get(path);
        if (known != null) {
            return known;
        }
        int cut = path.lastIndexOf('/');
        WritableGroup made = group(path.substring(0, cut), groups).putGroup(path.substring(cut + 1));
        groups.put(path, made);
        return made;
    }

    private void add(String dataset, Object values) {
        List<String> parts = Splitter.on('/').splitToList(dataset);
        if (parts.size() < 2
                || !parts.get(0).isEmpty()
                || parts.stream().skip(1).anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("Dataset '" + dataset + "' must be a path such as '/crossbar/weights'.");
        }
        if (arrays.putIfAbsent(dataset, values) != null) {
            throw new IllegalArgumentException("Dataset '" + dataset + "' is given twice.");
        }
    }

    private static <T> T requireRectangle(String dataset, int[] lengths, T matrix) {
        requireSome(dataset, lengths.length == 0 ? 0 : lengths[0]);
        for (int i = 0; i < lengths.length; i++) {
            if (lengths[i] != lengths[0]) {
                throw new IllegalArgumentException("Dataset '" + dataset + "': row " + i + " has " + lengths[i]
                        + " entries, the first has " + lengths[0] + "; all rows must have one length.");
            }
        }
        return matrix;
    }

    private static void requireSome(String dataset, int count) {
        if (count == 0) {
            throw new IllegalArgumentException(
                    "Dataset '" + dataset + "' is empty; HDF5 files here hold no empty arrays.");
        }
    }
}
