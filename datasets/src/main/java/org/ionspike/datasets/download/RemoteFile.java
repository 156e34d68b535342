package org.ionspike.datasets.download;

/**
 * A file of a data set as its publisher has it.
 *
 * @param name file name, ending in {@code .gz}
 * @param bytes its size
 * @param sha256 hash of its bytes, in hexadecimal digits
 * @param plainSha256 hash of what it holds when decompressed, by which copies that were packed anew are known
 */
public record RemoteFile(String name, long bytes, String sha256, String plainSha256) {
    /** The name of the decompressed file. */
    String plainName() {
        return name.substring(0, name.length() - ".gz".length());
    }
}
