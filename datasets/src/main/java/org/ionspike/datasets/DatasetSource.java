package org.ionspike.datasets;

/**
 * A data set that is known by name. Implementations have a no-argument constructor and are registered with
 * {@code @AutoService(DatasetSource.class)}; {@link Datasets} finds them.
 */
public interface DatasetSource {
    /** The line of the listing, known without reading the samples. */
    DatasetSummary summary();

    /** Reads the data set. */
    Dataset load();

    /** Short name, as on the command line. */
    default String name() {
        return summary().name();
    }
}
