package org.ionspike.datasets.download;

/** Is told how far a download has come. */
@FunctionalInterface
public interface FetchListener {
    /** So many bytes of a file are here. */
    void received(RemoteFile file, long bytes);
}
