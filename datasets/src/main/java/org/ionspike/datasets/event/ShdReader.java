package org.ionspike.datasets.event;

import com.google.common.collect.ImmutableList;
import io.jhdf.api.Dataset;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.ionspike.datasets.DatasetException;
import org.ionspike.datasets.DatasetInfo;

/**
 * Reads events in the HDF5 layout of the Spiking Heidelberg Digits and Speech Commands: {@code spikes/times} (seconds)
 * and {@code spikes/units} (channels 0 to 699), each with a list a recording, {@code labels}, and {@code extra/keys}
 * with the names of the classes, if it is there. Lists of one length may be a matrix.
 *
 * <p>Times become whole microseconds, rounded; those of the published files are of 16 bits, so at 1 s they are exact to
 * 1 ms only. The layout does not promise an order, so the events of a recording are sorted by time. Tried on files of
 * that layout made for the tests, not on the published ones. Source: B. Cramer et al., The Heidelberg Spiking Data Sets
 * for the Systematic Evaluation of Spiking Neural Networks, IEEE TNNLS 2020, doi:10.1109/TNNLS.2020.3044364.
 */
public final class ShdReader {
    /** 700 channels in a row, of one polarity. */
    public static final SensorShape COCHLEA = new SensorShape(700, 1, 1);

    /** Frames of the data set on the command line: 10 of equal time, our choice. */
    public static final ToFrame DEFAULT_FRAMES = ToFrame.timeBins(10);

    /** Rows that are in memory as the file has them. */
    private static final int ROWS_AT_ONCE = 64;

    private ShdReader() {}

    /** Reads one file, without an official test part; the data set is named after it. */
    public static EventDataset read(Path file) {
        var content = Content.read(file);
        return new EventDataset(
                info(String.valueOf(file.getFileName())),
                content.recordings(),
                content.classNames(),
                OptionalInt.empty());
    }

    /** Reads the training part and the official test part. */
    public static EventDataset read(Path train, Path test) {
        var first = Content.read(train);
        var second = Content.read(test);
        if (!first.classNames().equals(second.classNames())) {
            throw new DatasetException("File " + train + " has the classes " + first.classNames() + ", and " + test
                    + " has " + second.classNames() + ". Use files of one data set.");
        }
        return new EventDataset(
                info(String.valueOf(train.getFileName())),
                ImmutableList.<EventRecording>builder()
                        .addAll(first.recordings())
                        .addAll(second.recordings())
                        .build(),
                first.classNames(),
                OptionalInt.of(first.recordings().size()));
    }

    private static DatasetInfo info(String file) {
        return DatasetInfo.ofUser(file.replaceFirst("\\.(h5|hdf5)$", ""), "spikes of 700 cochlear channels, HDF5");
    }

    /** What a file holds. */
    private record Content(ImmutableList<EventRecording> recordings, ImmutableList<String> classNames) {
        static Content read(Path path) {
            try (var file = HdfEvents.open(path)) {
                int[] labels = file.labels();
                ImmutableList<String> classNames = file.classNames(labels);
                Dataset times = file.lists("spikes/times", labels.length);
                Dataset units = file.lists("spikes/units", labels.length);
                List<EventRecording> recordings = new ArrayList<>();
                for (int from = 0; from < labels.length; from += ROWS_AT_ONCE) {
                    int rows = Math.min(ROWS_AT_ONCE, labels.length - from);
                    Object[] someTimes = file.rows(times, from, rows, false);
                    Object[] someUnits = file.rows(units, from, rows, true);
                    for (int k = 0; k < rows; k++) {
                        recordings.add(recording(file, from + k, someTimes[k], someUnits[k])
                                .withLabel(labels[from + k]));
                    }
                    file.countEvents(recordings.subList(from, from + rows));
                }
                return new Content(ImmutableList.copyOf(recordings), classNames);
            }
        }

        private static EventRecording recording(HdfEvents file, int row, Object times, Object units) {
            int length = Array.getLength(times);
            if (Array.getLength(units) != length) {
                throw file.inRow(
                        row, length + " times and " + Array.getLength(units) + " units; each spike needs both");
            }
            long[] ordered = new long[length]; // time above, unit below
            for (int k = 0; k < length; k++) {
                double seconds = Array.getDouble(times, k);
                long unit = Array.getLong(units, k);
                if (!(seconds >= 0 && seconds <= 1e-6 * Integer.MAX_VALUE)) {
                    throw file.inRow(row, "time " + seconds + " s of spike " + k + " must lie between 0 and 2147 s");
                }
                if (unit < 0 || unit >= COCHLEA.width()) {
                    throw file.inRow(
                            row,
                            "unit " + unit + " of spike " + k + " must lie between 0 and " + (COCHLEA.width() - 1));
                }
                ordered[k] = (Math.round(1e6 * seconds) << 32) | unit;
            }
            Arrays.sort(ordered);
            var events = new EventBuilder(COCHLEA, length);
            for (long event : ordered) {
                events.add((int) event, 0, event >>> 32, 0);
            }
            return events.build();
        }
    }
}
