package org.ionspike.datasets;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opens data files, plain or compressed by gzip, and words what can go wrong. */
final class DataFile {
    private static final int BUFFER_BYTES = 1 << 16;

    private DataFile() {}

    /** The content of a file, decompressed if it begins as gzip does, whatever its name. */
    static InputStream open(Path file) throws IOException {
        var plain = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
        try {
            return isGzip(plain) ? new GZIPInputStream(plain, BUFFER_BYTES) : plain;
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    /** Whether a file begins as gzip does. */
    static boolean isGzip(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file), 16)) {
            return isGzip(in);
        }
    }

    private static boolean isGzip(BufferedInputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip;
    }

    /** The error a user reads when reading the file failed. */
    static DatasetException unreadable(String file, IOException cause) {
        if (cause instanceof CharacterCodingException) {
            return new DatasetException("File " + file + " is not UTF-8 text. Save it as CSV in UTF-8.", cause);
        }
        if (cause instanceof ZipException || cause instanceof EOFException) {
            return new DatasetException(
                    "File " + file + " is a damaged gzip file (" + cause.getMessage() + "). Fetch or pack it again.",
                    cause);
        }
        return new DatasetException(
                "File " + file + " cannot be read (" + cause + "). Check that it exists and may be read.", cause);
    }
}
