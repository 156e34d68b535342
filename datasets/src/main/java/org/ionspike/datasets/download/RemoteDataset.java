package org.ionspike.datasets.download;

import java.util.List;

/**
 * A data set that is not part of Ionspike.
 *
 * @param name as on the command line
 * @param title what it holds
 * @param licence terms of use, and how sure they are
 * @param citation creators and publication
 * @param files all of it
 * @param mirrors addresses that a file's name is put behind, in the order in which they are tried
 * @param localFolders where packages of systems install it
 */
public record RemoteDataset(
        String name,
        String title,
        String licence,
        String citation,
        List<RemoteFile> files,
        List<String> mirrors,
        List<String> localFolders) {
    public RemoteDataset {
        files = List.copyOf(files);
        mirrors = List.copyOf(mirrors);
        localFolders = List.copyOf(localFolders);
    }

    /** Size of all files together. */
    public long bytes() {
        return files.stream().mapToLong(RemoteFile::bytes).sum();
    }
}
