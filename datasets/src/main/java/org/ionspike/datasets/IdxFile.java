package org.ionspike.datasets;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One file of the IDX format of the MNIST images and labels: a big-endian magic number 0x000008nn (unsigned bytes in
 * nn dimensions), nn sizes of four bytes, then the values. Source: Y. LeCun, C. Cortes, C. Burges, The MNIST database.
 *
 * @param path where it is
 * @param count number of images or labels
 * @param rows rows of an image; 1 for labels
 * @param columns columns of an image; 1 for labels
 * @param headBytes bytes ahead of the first value
 */
record IdxFile(Path path, int count, int rows, int columns, int headBytes) {
    private static final int IMAGES = 0x00000803;
    private static final int LABELS = 0x00000801;

    /** Deflate makes data at most about 1032 times smaller, so a shorter file cannot hold what its head promises. */
    private static final long MOST_GZIP_RATIO = 1032;

    /** Reads the head of a file of images. */
    static IdxFile images(Path path) {
        return head(path, IMAGES, "images", "labels");
    }

    /** Reads the head of a file of labels. */
    static IdxFile labels(Path path) {
        return head(path, LABELS, "labels", "images");
    }

    private static IdxFile head(Path path, int wanted, String kind, String otherKind) {
        int dimensions = wanted & 0xff;
        int headBytes = 4 + 4 * dimensions;
        try (var in = new DataInputStream(DataFile.open(path))) {
            int magic = in.readInt();
            if (magic != wanted) {
                boolean other = magic == IMAGES || magic == LABELS;
                throw new DatasetException(String.format(
                        "File %s begins with the magic number 0x%08x, and IDX %s begin with 0x%08x. %s",
                        path,
                        magic,
                        kind,
                        wanted,
                        other
                                ? "It holds " + otherKind + "; swap the two files."
                                : "It is no IDX file of unsigned bytes; fetch it again."));
            }
            int[] sizes = {0, 1, 1};
            for (int k = 0; k < dimensions; k++) {
                sizes[k] = in.readInt();
                if (sizes[k] < 1) {
                    throw new DatasetException("File " + path + " gives " + sizes[k] + " as the size of dimension "
                            + (k + 1) + ", which must be 1 or above. It holds nothing or is damaged; fetch it again.");
                }
            }
            var file = new IdxFile(path, sizes[0], sizes[1], sizes[2], headBytes);
            file.checkSize();
            return file;
        } catch (EOFException e) {
            throw new DatasetException(
                    "File " + path + " ends inside its head of " + headBytes
                            + " bytes. It is empty or truncated; fetch it again.",
                    e);
        } catch (IOException e) {
            throw DataFile.unreadable(path.toString(), e);
        }
    }

    /** Refuses before memory is taken what the file cannot hold or an array cannot. */
    private void checkSize() throws IOException {
        long values = values();
        if (values < 0) {
            throw new DatasetException("File " + path + " promises " + count + " x " + rows + " x " + columns
                    + " values, more than the " + FeatureTable.MOST_VALUES + " one data set can hold. Its head is "
                    + "damaged or it must be cut.");
        }
        long bytes = Files.size(path);
        boolean gzip = DataFile.isGzip(path);
        if (bytes * (gzip ? MOST_GZIP_RATIO : 1) < headBytes + values) {
            long found = bytes;
            if (gzip) {
                try (var in = DataFile.open(path)) {
                    found = drain(in);
                }
            }
            throw truncated(found);
        }
    }

    /** Values of one image; 1 for labels. */
    int valuesEach() {
        return rows * columns;
    }

    /** All values, or -1 where they are too many for an array. */
    private long values() {
        long image = (long) rows * columns;
        return image > FeatureTable.MOST_VALUES || image * count > FeatureTable.MOST_VALUES ? -1 : image * count;
    }

    private DatasetException truncated(long found) {
        return new DatasetException("File " + path + " is truncated: " + (headBytes + values())
                + " bytes expected after decompression, " + found + " found. Fetch it again.");
    }

    /** Reads all values to a place in an array and checks that the file ends with them. */
    void readInto(byte[] values, int offset) {
        try (InputStream in = DataFile.open(path)) {
            in.skipNBytes(headBytes);
            int wanted = Math.toIntExact(values());
            int read = readUpTo(in, values, offset, wanted);
            if (read < wanted) {
                throw truncated((long) headBytes + read);
            }
            long trailing = drain(in);
            if (trailing > 0) {
                throw new DatasetException("File " + path + " has " + trailing + " bytes behind the "
                        + (headBytes + values()) + " its head promises. Its head is damaged or it is another file; "
                        + "fetch it again.");
            }
        } catch (IOException e) {
            throw DataFile.unreadable(path.toString(), e);
        }
    }

    /** Reads up to the end, also to one that comes too early for gzip; the number of bytes read. */
    private static int readUpTo(InputStream in, byte[] values, int offset, int wanted) throws IOException {
        int read = 0;
        try {
            while (read < wanted) {
                int more = in.read(values, offset + read, wanted - read);
                if (more < 0) {
                    break;
                }
                read += more;
            }
        } catch (EOFException truncatedGzip) {
            return read;
        }
        return read;
    }

    private static long drain(InputStream in) throws IOException {
        return in.transferTo(OutputStream.nullOutputStream());
    }
}
