package org.ionspike.datasets.event;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ionspike.datasets.DatasetException;

/** An HDF5 file of lists of events, and the words for what is wrong with it. Nothing in it is trusted. */
final class HdfEvents implements AutoCloseable {
    private static final int MOST_RECORDINGS = 1_000_000;
    private static final int MOST_CLASSES = 10_000;

    /** The most events of a file; they take 2.4 GB. */
    private static final long MOST_EVENTS = 1L << 28;

    private static final ImmutableSet<Class<?>> WHOLE = ImmutableSet.of(byte.class, short.class, int.class, long.class);

    private final Path path;
    private final HdfFile file;
    private long events;

    private HdfEvents(Path path, HdfFile file) {
        this.path = path;
        this.file = file;
    }

    static HdfEvents open(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new DatasetException("File " + path + (Files.isDirectory(path) ? " is a folder" : " does not exist")
                    + ". Name a file of events.");
        }
        try {
            return new HdfEvents(path, new HdfFile(path));
        } catch (RuntimeException e) {
            throw new DatasetException(
                    "File " + path + " is no HDF5 file or a damaged one (" + e.getMessage() + "). Fetch it again.", e);
        }
    }

    private Dataset dataset(String name) {
        if (guarded(name, () -> file.getByPath(name)) instanceof Dataset found) {
            return found;
        }
        throw wrong(name, "is a group, and it must be a data set");
    }

    /** The class index of each recording. */
    int[] labels() {
        Dataset found = dataset("labels");
        int[] dimensions = dimensions("labels", found);
        if (dimensions.length != 1) {
            throw wrong("labels", "must be one list of whole numbers");
        }
        Object values = read("labels", found, new long[1], dimensions);
        int[] labels = new int[dimensions[0]];
        for (int k = 0; k < labels.length; k++) {
            long label = whole("labels", values, k);
            if (label < 0 || label >= MOST_CLASSES) {
                throw inRow(k, "label " + label + " must lie between 0 and " + (MOST_CLASSES - 1));
            }
            labels[k] = (int) label;
        }
        return labels;
    }

    /** The names in {@code extra/keys}; without them, the numbers up to the highest label. */
    ImmutableList<String> classNames(int[] labels) {
        int needed = Math.max(2, IntStream.of(labels).max().orElse(0) + 1);
        boolean named = guarded(
                "extra",
                () -> file.getChildren().get("extra") instanceof Group extra
                        && extra.getChildren().containsKey("keys"));
        if (!named) {
            return IntStream.range(0, needed).mapToObj(Integer::toString).collect(ImmutableList.toImmutableList());
        }
        Dataset keys = dataset("extra/keys");
        int[] dimensions = dimensions("extra/keys", keys);
        if (!(read("extra/keys", keys, new long[dimensions.length], dimensions) instanceof String[] names)) {
            throw wrong("extra/keys", "must be one list of texts");
        }
        if (names.length < needed || Stream.of(names).distinct().count() < names.length) {
            throw wrong("extra/keys", List.of(names) + " must be different names for the " + needed + " classes");
        }
        return ImmutableList.copyOf(names);
    }

    /** A data set with a list for each recording. */
    Dataset lists(String name, int recordings) {
        Dataset found = dataset(name);
        int[] dimensions = dimensions(name, found);
        if (dimensions.length == 0 || dimensions[0] != recordings) {
            throw wrong(
                    name,
                    "has " + (dimensions.length == 0 ? "no" : dimensions[0]) + " rows, and labels has " + recordings
                            + "; there must be one for each recording");
        }
        if (dimensions.length > 2 || (dimensions.length == 1 && !found.isVariableLength())) {
            throw wrong(name, "must hold a list of numbers for each recording");
        }
        return found;
    }

    private int[] dimensions(String name, Dataset found) {
        int[] dimensions = guarded(name, found::getDimensions);
        double values = 1;
        for (int length : dimensions) {
            values *= length;
        }
        if ((dimensions.length > 0 && dimensions[0] > MOST_RECORDINGS) || values > MOST_EVENTS) {
            throw wrong(
                    name,
                    "promises " + Arrays.toString(dimensions) + " values, more than the " + MOST_EVENTS + " in "
                            + MOST_RECORDINGS + " rows that are read");
        }
        return dimensions;
    }

    /** Some rows of a data set of lists, each an array of numbers. */
    Object[] rows(Dataset lists, int from, int rows, boolean whole) {
        int[] dimensions = lists.getDimensions().clone();
        long[] offset = new long[dimensions.length];
        dimensions[0] = rows;
        offset[0] = from;
        Object[] read = (Object[]) read(lists.getPath().substring(1), lists, offset, dimensions);
        for (int k = 0; k < rows; k++) {
            Class<?> type = read[k].getClass().getComponentType();
            if (!(WHOLE.contains(type) || (!whole && (type == float.class || type == double.class)))) {
                throw inRow(
                        from + k,
                        lists.getPath() + " must hold a list of " + (whole ? "whole numbers" : "numbers")
                                + " of at most 64 bits, signed");
            }
        }
        return read;
    }

    private Object read(String name, Dataset from, long[] offset, int[] dimensions) {
        return guarded(name, () -> from.getData(offset, dimensions));
    }

    /** What a damaged file makes of the library comes in many exceptions. */
    private <T> T guarded(String name, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RuntimeException e) {
            throw new DatasetException(
                    "File " + path + ": /" + name + " is not there or cannot be read (" + e.getMessage()
                            + "). The file must hold spikes/times, spikes/units and labels; fetch it again.",
                    e);
        }
    }

    private long whole(String name, Object values, int k) {
        try {
            return Array.getLong(values, k);
        } catch (IllegalArgumentException e) {
            throw wrong(name, "must be one list of whole numbers of at most 63 bits");
        }
    }

    /** Stops a small file that refers to the same events over and over. */
    void countEvents(List<EventRecording> more) {
        events += more.stream().mapToLong(EventRecording::size).sum();
        if (events > MOST_EVENTS) {
            throw new DatasetException("File " + path + " holds more than the " + MOST_EVENTS
                    + " events that are read from one file. Cut it.");
        }
    }

    private DatasetException wrong(String name, String what) {
        return new DatasetException("File " + path + ": /" + name + " " + what + ".");
    }

    /** An error in one recording. */
    DatasetException inRow(int row, String found) {
        return new DatasetException("File " + path + ", row " + row + ": " + found + ".");
    }

    @Override
    public void close() {
        file.close();
    }
}
