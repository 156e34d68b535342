package org.ionspike.datasets.event;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ionspike.datasets.DatasetException;

/**
 * Reads one trial of DVS128-Gesture: a file in AEDAT 3.1 and a table of labels with the columns {@code class} (1 to
 * 11), {@code startTime_usec} and {@code endTime_usec}, one row a gesture. Layout from the README of the data set
 * (A. Amir et al., A Low Power, Fully Event-Based Gesture Recognition System, CVPR 2017); not tried on the files
 * themselves.
 */
public final class GestureReader {
    /** Names of the classes 1 to 11, as in the README; their labels here are 0 to 10. */
    public static final ImmutableList<String> CLASS_NAMES = ImmutableList.of(
            "hand clapping",
            "right hand wave",
            "left hand wave",
            "right arm clockwise",
            "right arm counter clockwise",
            "left arm clockwise",
            "left arm counter clockwise",
            "arm roll",
            "air drums",
            "air guitar",
            "other gestures");

    private static final String HEADER = "class,startTime_usec,endTime_usec";

    private GestureReader() {}

    /**
     * The gestures of a trial in the order of the table: the events from the start of each, which becomes time 0, up to
     * its end, which is not included.
     */
    public static ImmutableList<EventRecording> read(Path aedat, Path labels) {
        List<String> rows = rows(labels);
        EventRecording trial = Aedat31Reader.read(aedat, Aedat2Reader.DVS128);
        var gestures = ImmutableList.<EventRecording>builder();
        for (int row = 1; row < rows.size(); row++) {
            if (rows.get(row).isBlank()) {
                continue;
            }
            int[] cells = cells(labels, row + 1, rows.get(row));
            gestures.add(cut(trial, cells[1], cells[2]).withLabel(cells[0] - 1));
        }
        ImmutableList<EventRecording> all = gestures.build();
        if (all.isEmpty()) {
            throw new DatasetException("File " + labels + " holds no gestures below its header. Fetch it again.");
        }
        return all;
    }

    private static List<String> rows(Path labels) {
        if (!Files.isRegularFile(labels)) {
            throw new DatasetException("File " + labels + " does not exist. Put the labels of the trial there.");
        }
        try {
            List<String> rows = ListFile.lines(labels);
            String first = rows.isEmpty() ? "" : rows.get(0).strip();
            if (!first.equals(HEADER)) {
                throw new DatasetException("File " + labels + ", row 1: '" + first + "' must be '" + HEADER
                        + "'. It is no table of gesture labels.");
            }
            return rows;
        } catch (IOException e) {
            throw EventFile.unreadable(labels, e);
        }
    }

    /** Class, start and end, checked. */
    private static int[] cells(Path labels, int row, String text) {
        String[] parts = text.strip().split(",", -1);
        int[] cells = new int[3];
        try {
            for (int k = 0; k < 3; k++) {
                cells[k] = Integer.parseInt(parts[k].strip());
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new DatasetException(
                    "File " + labels + ", row " + row + ": '" + text + "' must hold three whole numbers, " + HEADER
                            + ".",
                    e);
        }
        if (cells[0] < 1 || cells[0] > CLASS_NAMES.size()) {
            throw new DatasetException("File " + labels + ", row " + row + ": class " + cells[0]
                    + " must lie between 1 and " + CLASS_NAMES.size() + ".");
        }
        if (cells[1] < 0 || cells[2] <= cells[1]) {
            throw new DatasetException("File " + labels + ", row " + row + ": a gesture from " + cells[1] + " us to "
                    + cells[2] + " us must start at 0 us or later and end after its start.");
        }
        return cells;
    }

    private static EventRecording cut(EventRecording trial, int start, int end) {
        var gesture = EventRecording.builder(trial.sensor());
        for (int k = 0; k < trial.size() && trial.t(k) < end; k++) {
            if (trial.t(k) >= start) {
                gesture.add(trial.x(k), trial.y(k), trial.t(k) - start, trial.p(k));
            }
        }
        return gesture.build();
    }
}
