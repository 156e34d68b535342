package org.ionspike.datasets.download;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How data that is not part of Ionspike is come by.
 *
 * @param folder where it lies and is put
 * @param offline whether no connection may be opened
 * @param listener is told of downloads
 */
public record DataAccess(DataFolder folder, boolean offline, FetchListener listener) {
    /** What is here already, in the folder that was named or the usual one. */
    public static DataAccess offline(Optional<Path> named) {
        return new DataAccess(DataFolder.of(named), true, (file, bytes) -> {});
    }

    /** The folder that holds a data set, verified; see {@link Fetcher#fetch}. */
    public Path fetch(RemoteDataset set) {
        return new Fetcher(folder, offline, listener).fetch(set);
    }
}
