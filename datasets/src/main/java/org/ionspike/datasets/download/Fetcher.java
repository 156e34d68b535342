package org.ionspike.datasets.download;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.ionspike.datasets.DatasetException;

/**
 * Brings data sets to where they belong. A file is received beside its place, under {@code .part}; a download that was cut
 * off goes on where it stopped, from any mirror; only what has the size and the hash of the registry is moved into place.
 * One process at a time fetches a data set; others wait for it.
 */
public final class Fetcher {
    private final DataFolder folder;
    private final boolean offline;
    private final FetchListener listener;

    /**
     * A fetcher.
     *
     * @param offline whether no connection may be opened
     */
    public Fetcher(DataFolder folder, boolean offline, FetchListener listener) {
        this.folder = folder;
        this.offline = offline;
        this.listener = listener;
    }

    /**
     * The folder that holds a data set, verified; what is missing is fetched.
     *
     * @throws DatasetException if it is not here and cannot be fetched, or is not what it should be
     */
    public Path fetch(RemoteDataset set) {
        Path here = folder.find(set).orElseGet(() -> download(set));
        DataFolder.verify(here, set);
        return here;
    }

    private Path download(RemoteDataset set) {
        Path target = folder.of(set);
        List<RemoteFile> missing = set.files().stream()
                .filter(file -> DataFolder.located(target, file).isEmpty())
                .toList();
        if (offline) {
            throw new DatasetException(missing(set, missing, target, "is not here, and --offline opens no connection"));
        }
        try {
            Files.createDirectories(target);
            try (FileChannel channel = FileChannel.open(
                            target.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IOException("the lock of " + target + " was lost");
                }
                for (RemoteFile file : missing) {
                    if (DataFolder.located(target, file).isEmpty()) { // another process may have brought it meanwhile
                        download(set, file, target);
                    }
                }
            }
        } catch (IOException e) {
            throw new DatasetException(
                    "Dataset " + set.name() + ": cannot be stored in " + target + " (" + e
                            + "). Name another folder with --data-dir or IONSPIKE_DATA_DIR.",
                    e);
        }
        return target;
    }

    private void download(RemoteDataset set, RemoteFile file, Path target) throws IOException {
        Path part = target.resolve(file.name() + ".part");
        List<String> failures = new ArrayList<>();
        for (String mirror : set.mirrors()) {
            String address = mirror + file.name();
            for (int attempt = 0; attempt < 2; attempt++) { // the second goes on where the first was cut off
                try {
                    new Transfer(address, file, part, listener).run();
                    Files.move(
                            part,
                            target.resolve(file.name()),
                            StandardCopyOption.ATOMIC_MOVE,
                            StandardCopyOption.REPLACE_EXISTING);
                    return;
                } catch (Transfer.Refused e) {
                    failures.add(address + ": " + e.getMessage());
                    break;
                } catch (ConnectException e) {
                    failures.add(address + ": no connection");
                    break;
                } catch (IOException e) {
                    failures.add(address + ": " + (e.getMessage() == null ? e : e.getMessage()));
                }
            }
        }
        throw new DatasetException(
                missing(set, List.of(file), target, "could not be fetched (" + String.join("; ", failures) + ")"));
    }

    /** What is missing, its size, hash, addresses and folder, so that it can be brought by hand. */
    private static String missing(RemoteDataset set, List<RemoteFile> files, Path target, String why) {
        var message = new StringBuilder("Dataset ")
                .append(set.name())
                .append(' ')
                .append(why)
                .append(". Put into ")
                .append(target)
                .append(':');
        for (RemoteFile file : files) {
            message.append(String.format("%n  %s, %d bytes, SHA-256 %s", file.name(), file.bytes(), file.sha256()));
            set.mirrors().forEach(mirror -> message.append(String.format("%n    %s%s", mirror, file.name())));
        }
        return message.toString();
    }
}
