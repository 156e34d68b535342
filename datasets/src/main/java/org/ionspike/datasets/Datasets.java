package org.ionspike.datasets;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.ServiceLoader;
import org.ionspike.datasets.download.DataAccess;
import org.ionspike.datasets.download.DataRegistry;
import org.ionspike.datasets.download.RemoteDataset;
import org.ionspike.datasets.event.Nmnist;
import org.ionspike.datasets.event.ShdReader;

/** The data sets that can be asked for by a text: those known by name, and the user's own files. */
public final class Datasets {
    private static final String CSV = "csv:";
    private static final String IDX = "idx:";
    private static final String NMNIST = "nmnist:";
    private static final String SHD = "shd:";

    /** Forms that a path follows, and what to write. */
    private static final ImmutableMap<String, String> FORMS = ImmutableMap.of(
            CSV, "file. Write csv:FILE, such as csv:flowers.csv.",
            IDX, "folder. Write idx:DIR, such as idx:data/mnist.",
            NMNIST, "folder. Write nmnist:FOLDER, such as nmnist:data/nmnist.",
            SHD, "file. Write shd:FILE, such as shd:data/shd_train.h5.");

    private static final ImmutableSortedMap<String, DatasetSource> SOURCES =
            ServiceLoader.load(DatasetSource.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .collect(ImmutableSortedMap.toImmutableSortedMap(
                            Comparator.naturalOrder(), DatasetSource::name, source -> source));

    private Datasets() {}

    /** The forms that a path of the user's follows: {@code csv:} and the like. */
    public static ImmutableList<String> forms() {
        return FORMS.keySet().asList();
    }

    /** Names of the known data sets, in alphabetical order. */
    public static ImmutableList<String> names() {
        return SOURCES.keySet().asList();
    }

    /** One line for each known data set, in alphabetical order; reads no samples. */
    public static ImmutableList<DatasetSummary> list() {
        return SOURCES.values().stream().map(DatasetSource::summary).collect(ImmutableList.toImmutableList());
    }

    /** Resolves a text with CSV options found out from the file. */
    public static Dataset resolve(String text) {
        return resolve(text, new CsvOptions());
    }

    /** Resolves a text; data that does not ship with Ionspike must lie in the usual folder already. */
    public static Dataset resolve(String text, CsvOptions options) {
        return resolve(text, options, DataAccess.offline(Optional.empty()));
    }

    /**
     * The data set meant by a text: a known name, {@code csv:FILE}, {@code idx:DIR}, {@code nmnist:FOLDER} or
     * {@code shd:FILE}. There is no fallback to other data. Events come as frames: {@link Nmnist#DEFAULT_FRAMES},
     * {@link ShdReader#DEFAULT_FRAMES}.
     *
     * @param options how a CSV file is read; not looked at for other data
     * @param access how data that does not ship with Ionspike is come by
     */
    public static Dataset resolve(String text, CsvOptions options, DataAccess access) {
        if (text.startsWith(CSV)) {
            return CsvReader.read(path(text, CSV), options);
        }
        if (text.startsWith(IDX)) {
            return IdxReader.read(path(text, IDX));
        }
        if (text.startsWith(NMNIST)) {
            return Nmnist.frames(path(text, NMNIST), Nmnist.DEFAULT_FRAMES);
        }
        if (text.startsWith(SHD)) {
            return ShdReader.read(path(text, SHD)).toDataset(ShdReader.DEFAULT_FRAMES);
        }
        if (text.equals("nmnist")) {
            return Nmnist.frames(Nmnist.locate(access.folder().root()), Nmnist.DEFAULT_FRAMES);
        }
        Optional<RemoteDataset> remote = DataRegistry.named(text);
        if (remote.isPresent()) {
            RemoteDataset set = remote.get();
            var info = new DatasetInfo(set.name(), set.title(), set.citation(), set.licence(), "");
            return IdxReader.read(info, access.fetch(set));
        }
        DatasetSource source = SOURCES.get(text);
        if (source == null) {
            throw new IllegalArgumentException("No data set is named '" + text + "'. Known: " + names() + ", "
                    + DataRegistry.all().stream().map(RemoteDataset::name).toList()
                    + " fetched on first use, nmnist in the data folder; csv:FILE for a table of your own, idx:DIR for a"
                    + " folder of IDX images, nmnist:FOLDER for recordings of N-MNIST and shd:FILE for HDF5 of the"
                    + " layout of SHD.");
        }
        return source.load();
    }

    private static Path path(String text, String form) {
        String path = text.substring(form.length());
        if (path.isBlank()) {
            throw new IllegalArgumentException("The data set '" + text + "' names no " + FORMS.get(form));
        }
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(
                    "The data set '" + text + "' is no valid path: " + e.getReason() + ".", e);
        }
    }
}
