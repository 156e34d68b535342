package org.ionspike.datasets.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ionspike.datasets.DatasetException;

/**
 * Where data sets lie, each in a folder of its name: the folder that was named, or {@code IONSPIKE_DATA_DIR}, or the cache of
 * the user ({@code XDG_CACHE_HOME} or {@code ~/.cache}; {@code ~/Library/Caches}; {@code LOCALAPPDATA}).
 *
 * @param root the folder of the folders
 */
public record DataFolder(Path root) {
    private static final String OURS = "ionspike";

    /** The folder for this run. */
    public static DataFolder of(Optional<Path> named) {
        return of(named, System.getenv(), Path.of(System.getProperty("user.home")), System.getProperty("os.name"));
    }

    static DataFolder of(Optional<Path> named, Map<String, String> environment, Path home, String system) {
        if (named.isPresent()) {
            return new DataFolder(named.get());
        }
        String ours = environment.getOrDefault("IONSPIKE_DATA_DIR", "");
        if (!ours.isBlank()) {
            return new DataFolder(Path.of(ours));
        }
        String lower = system.toLowerCase(Locale.ROOT);
        Path cache = home.resolve(".cache");
        if (lower.startsWith("windows")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            cache = local.isBlank() ? home.resolve("AppData").resolve("Local") : Path.of(local);
        } else if (lower.startsWith("mac")) {
            cache = home.resolve("Library").resolve("Caches");
        }
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        return new DataFolder((xdg.isBlank() ? cache : Path.of(xdg)).resolve(OURS));
    }

    /** Where a data set is put. */
    public Path of(RemoteDataset set) {
        return root.resolve(set.name());
    }

    /** Where a data set lies with all its files: here, or where a package of the system has installed it. */
    public Optional<Path> find(RemoteDataset set) {
        if (isComplete(of(set), set)) {
            return Optional.of(of(set));
        }
        return set.localFolders().stream()
                .map(Path::of)
                .filter(folder -> isComplete(folder, set))
                .findFirst();
    }

    private static boolean isComplete(Path folder, RemoteDataset set) {
        return set.files().stream().allMatch(file -> located(folder, file).isPresent());
    }

    /** A file as it was published, or decompressed. */
    static Optional<Path> located(Path folder, RemoteFile file) {
        Path packed = folder.resolve(file.name());
        if (Files.isRegularFile(packed)) {
            return Optional.of(packed);
        }
        Path plain = folder.resolve(file.plainName());
        return Files.isRegularFile(plain) ? Optional.of(plain) : Optional.empty();
    }

    /**
     * Reads all files of a data set and compares them with the registry.
     *
     * @throws DatasetException that names the first file that is something else
     */
    public static void verify(Path folder, RemoteDataset set) {
        for (RemoteFile file : set.files()) {
            Path path = located(folder, file)
                    .orElseThrow(() -> new DatasetException("Dataset " + set.name() + ": file " + file.name()
                            + " not found in " + folder + ". Fetch it with: ionspike data fetch " + set.name()));
            try {
                requireSame(set, file, path);
            } catch (IOException e) {
                throw new DatasetException(
                        "Dataset " + set.name() + ": file " + path + " cannot be read (" + e.getMessage()
                                + "). Remove it and fetch it again.",
                        e);
            }
        }
    }

    private static void requireSame(RemoteDataset set, RemoteFile file, Path path) throws IOException {
        boolean packed = path.toString().endsWith(".gz");
        String found = Checksum.of(path);
        if (found.equals(packed ? file.sha256() : file.plainSha256())) {
            return;
        }
        if (packed && Checksum.ofContent(path).equals(file.plainSha256())) {
            return; // packed anew, as by Debian
        }
        throw new DatasetException(
                "Dataset " + set.name() + ": file " + path + " is not the one of that name (SHA-256 " + found
                        + "; it must be " + (packed ? file.sha256() : file.plainSha256())
                        + "). Remove it and fetch it again; images of your own are idx:FOLDER.");
    }
}
