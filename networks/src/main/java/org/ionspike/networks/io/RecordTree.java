package org.ionspike.networks.io;

public final class RecordTree {
    private RecordTree() {}

    public static <T extends Record> T read(java.nio.file.Path p, T d, String what) {
        throw new IllegalArgumentException("stub");
    }

    public static String toYaml(Record r) {
        return r.toString() + "\n";
    }
}
