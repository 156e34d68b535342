package org.ionspike.datasets;

import org.ionspike.engine.units.Check;

/**
 * What a data set is and where it comes from.
 *
 * @param name short name, as on the command line: {@code digits}
 * @param title what it holds, in a few words
 * @param citation creators and publication
 * @param licence terms of use, and how sure they are
 * @param note what a reader of results must know, such as a split that flatters; may be empty
 */
public record DatasetInfo(String name, String title, String citation, String licence, String note) {
    public DatasetInfo {
        Check.require(!name.isBlank(), "DatasetInfo.name", "'" + name + "'", "must not be blank");
    }

    /** Data of a user, about whose origin ionspike knows only the file. */
    public static DatasetInfo ofUser(String name, String title) {
        return new DatasetInfo(name, title, "not stated (user's own data)", "not stated (user's own data)", "");
    }

    /** The same data with a further sentence in its note. */
    public DatasetInfo withNote(String sentence) {
        return new DatasetInfo(name, title, citation, licence, note.isEmpty() ? sentence : note + " " + sentence);
    }
}
