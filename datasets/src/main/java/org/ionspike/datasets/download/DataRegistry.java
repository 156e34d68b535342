package org.ionspike.datasets.download;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The data sets that can be fetched: files, sizes, hashes, licences and mirrors, from {@code registry.json} beside it. */
public final class DataRegistry {
    private static final ImmutableMap<String, RemoteDataset> SETS = read();

    private DataRegistry() {}

    /** The form of the file. */
    private record Content(int format, List<RemoteDataset> datasets) {}

    private static ImmutableMap<String, RemoteDataset> read() {
        try (InputStream in = DataRegistry.class.getResourceAsStream("registry.json")) {
            Content content = new ObjectMapper().readValue(in, Content.class);
            return content.datasets().stream().collect(ImmutableMap.toImmutableMap(RemoteDataset::name, set -> set));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them, in the order of the registry. */
    public static List<RemoteDataset> all() {
        return SETS.values().asList();
    }

    /** The one of that name. */
    public static Optional<RemoteDataset> named(String name) {
        return Optional.ofNullable(SETS.get(name));
    }
}
