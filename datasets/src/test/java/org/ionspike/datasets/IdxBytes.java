package org.ionspike.datasets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** Makes IDX files for tests. */
final class IdxBytes {
    static final int IMAGES = 0x803;
    static final int LABELS = 0x801;

    private IdxBytes() {}

    static byte[] images(int count, int rows, int columns) {
        byte[] values = new byte[count * rows * columns];
        for (int k = 0; k < values.length; k++) {
            values[k] = (byte) (37 * k);
        }
        return file(IMAGES, values, count, rows, columns);
    }

    static byte[] labels(int... labels) {
        byte[] values = new byte[labels.length];
        for (int k = 0; k < values.length; k++) {
            values[k] = (byte) labels[k];
        }
        return file(LABELS, values, labels.length);
    }

    static byte[] file(int magic, byte[] values, int... sizes) {
        var buffer = ByteBuffer.allocate(4 + 4 * sizes.length + values.length).putInt(magic);
        for (int size : sizes) {
            buffer.putInt(size);
        }
        return buffer.put(values).array();
    }

    static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return packed.toByteArray();
    }
}
