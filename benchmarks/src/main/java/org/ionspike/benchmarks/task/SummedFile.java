package org.ionspike.benchmarks.task;

import com.google.common.io.ByteStreams;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.ionspike.benchmarks.report.WholeFile;

/** A checkpoint on disk that ends with the checksum of all before (CRC-32C), and is never seen half-written. */
final class SummedFile {
    private SummedFile() {}

    /** Writes one, which takes the place of one that is there when it is complete and on the disk. */
    static void write(Path file, WholeFile.Content content) {
        WholeFile.write(file, "checkpoint", raw -> {
            var out = new CheckedOutputStream(raw, new CRC32C());
            content.writeTo(out);
            new DataOutputStream(raw).writeLong(out.getChecksum().getValue());
        });
    }

    /**
     * Checks the sum over the whole file, before anything of it is believed.
     *
     * @throws IllegalArgumentException if it does not hold
     */
    static void check(Path file) throws IOException {
        long content = Files.size(file) - Long.BYTES;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            var summed = new CheckedInputStream(ByteStreams.limit(in, Math.max(0, content)), new CRC32C());
            ByteStreams.exhaust(summed);
            if (content < 0
                    || new DataInputStream(in).readLong()
                            != summed.getChecksum().getValue()) {
                throw new IllegalArgumentException(
                        "The checkpoint is damaged or was cut off: its checksum does not hold."
                                + " Resume from another one, or start anew.");
            }
        }
    }
}
