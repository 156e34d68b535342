package org.ionspike.benchmarks.task;

import com.google.common.collect.ImmutableMap;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UTFDataFormatException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.ionspike.benchmarks.report.WholeFile;
import org.ionspike.engine.checkpoint.CheckpointException;
import org.ionspike.engine.checkpoint.StateReader;
import org.ionspike.engine.checkpoint.StateWriter;
import org.ionspike.networks.learning.Training;
import org.jspecify.annotations.Nullable;

/**
 * A training on disk between two of its samples: what it was started from, the accuracy so far, the training itself, each
 * with its version and checksum; then the checksum of all (CRC-32C). It lies beside the folder that the model goes into,
 * which keeps the model it may hold until the new one is complete.
 */
public final class TrainingCheckpoint {
    private static final String MAGIC = "ionspike-training";
    private static final int FORMAT = 1;

    private TrainingCheckpoint() {}

    /** The checkpoint of a training whose model goes into a folder: {@code FOLDER.checkpoint}. */
    public static Path of(Path folder) {
        Path whole = folder.toAbsolutePath().normalize();
        return whole.resolveSibling(whole.getFileName() + ".checkpoint");
    }

    /** Writes a checkpoint, which takes the place of one that is there when it is complete and on the disk. */
    static void write(Path file, TrainingOrigin origin, RunningAccuracy accuracy, Training training) {
        SummedFile.write(file, out -> {
            var header = new DataOutputStream(out);
            header.writeUTF(MAGIC);
            header.writeInt(FORMAT);
            header.writeUTF(origin.version());
            header.writeUTF(origin.dataHash());
            writeMap(header, origin.settings());
            writeMap(header, origin.besides());
            header.flush();
            var state = new StateWriter(out);
            accuracy.transfer(state);
            state.finish();
            training.save(out);
        });
    }

    private static void writeMap(DataOutputStream out, Map<String, String> map) throws IOException {
        out.writeInt(map.size());
        for (Map.Entry<String, String> entry : map.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeUTF(entry.getValue());
        }
    }

    private static ImmutableMap<String, String> readMap(DataInputStream in) throws IOException {
        int count = in.readInt();
        var map = ImmutableMap.<String, String>builder();
        for (int k = 0; k < count; k++) {
            map.put(in.readUTF(), in.readUTF());
        }
        return map.buildOrThrow();
    }

    /**
     * What the training of a checkpoint was started from.
     *
     * @throws IllegalArgumentException if the file is missing, damaged or something else
     */
    public static TrainingOrigin origin(Path file) {
        return read(file, TrainingCheckpoint::header);
    }

    /**
     * Takes over the state of a checkpoint.
     *
     * @param accuracy made anew
     * @param training made anew, from what {@link #origin} says
     * @throws IllegalArgumentException if the file is missing, damaged, or of another training
     */
    static void load(Path file, TrainingOrigin ours, RunningAccuracy accuracy, Training training) {
        read(file, in -> {
            TrainingOrigin origin = header(in);
            requireSame(origin, ours);
            var state = new StateReader(in);
            accuracy.transfer(state);
            state.finish();
            training.load(in);
            return origin;
        });
    }

    /**
     * Says what differs between a checkpoint and a training that is to go on from it.
     *
     * @throws IllegalArgumentException if anything does
     */
    public static void requireSame(Path file, TrainingOrigin saved, TrainingOrigin ours) {
        try {
            requireSame(saved, ours);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static void requireSame(TrainingOrigin saved, TrainingOrigin ours) {
        if (!saved.version().equals(ours.version())) {
            throw new IllegalArgumentException("The checkpoint was written by version " + saved.version()
                    + " of Ionspike; this is version " + ours.version()
                    + ". Resume it with the version that wrote it, or start anew.");
        }
        var names = ImmutableMap.<String, String>builder()
                .putAll(saved.settings())
                .putAll(ours.settings())
                .buildKeepingLast()
                .keySet();
        for (String name : names) {
            String theirs = saved.settings().get(name);
            String here = ours.settings().get(name);
            if (theirs == null || !theirs.equals(here)) {
                throw new IllegalArgumentException("The checkpoint was made " + with(name, theirs) + ", not "
                        + with(name, here) + ". Resume it as it began, or start anew without --resume.");
            }
        }
        if (!saved.dataHash().equals(ours.dataHash())) {
            throw new IllegalArgumentException("The data has changed: the training began with content "
                    + start(saved.dataHash()) + ", and it is now " + start(ours.dataHash())
                    + ". Put the former data back, or start anew.");
        }
    }

    private static String with(String name, @Nullable String value) {
        return value == null ? "without " + name : "with " + name + " " + value;
    }

    private static String start(String hash) {
        return hash.substring(0, Math.min(12, hash.length()));
    }

    /** Removes a checkpoint that is of no more use, and what a kill while one was written has left. */
    public static void delete(Path file) {
        WholeFile.delete(file);
    }

    @FunctionalInterface
    private interface Content<T> {
        T from(InputStream in) throws IOException;
    }

    private static <T> T read(Path file, Content<T> content) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(file + ": there is no such checkpoint. Training writes one when it takes"
                    + " more than a minute, or with --checkpoint-every, and removes it when the model is saved.");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            requireKind(file);
            SummedFile.check(file);
            return content.from(in);
        } catch (CheckpointException | IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** A file of another kind is called that, not damaged. */
    private static void requireKind(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String magic = new DataInputStream(in).readUTF();
            if (!magic.equals(MAGIC)) {
                throw new IllegalArgumentException("This is no checkpoint of a training.");
            }
        } catch (EOFException | UTFDataFormatException e) {
            throw new IllegalArgumentException("This is no checkpoint of a training, or it was cut off.", e);
        }
    }

    private static TrainingOrigin header(InputStream stream) throws IOException {
        var in = new DataInputStream(stream);
        in.readUTF();
        int format = in.readInt();
        if (format != FORMAT) {
            throw new IllegalArgumentException("The checkpoint of a training has format " + format
                    + "; this version of Ionspike reads format " + FORMAT
                    + ". Resume it with the version that wrote it.");
        }
        return new TrainingOrigin(in.readUTF(), in.readUTF(), readMap(in), readMap(in));
    }
}
