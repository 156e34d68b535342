package org.ionspike.networks.io;

import java.util.LinkedHashMap;
import java.util.Map;

/** Records that are told apart by a key {@code type}; the name of a part is the key above it. */
final class NamedTypes {
    private static final String TYPE = "type";
    private static final String NAME = "name";

    private NamedTypes() {}

    /** The type's word and the components but the name. */
    static <T> Map<String, Object> write(Map<String, Class<? extends T>> types, T part) {
        String word = types.entrySet().stream()
                .filter(entry -> entry.getValue() == part.getClass())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        part.getClass().getSimpleName() + " has no name in files; known: " + types.keySet() + "."))
                .getKey();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(TYPE, word);
        tree.putAll(RecordTree.all((Record) part));
        tree.remove(NAME);
        return tree;
    }

    /** The record of a class, with the components that the file does not give by their names. */
    static <T> T bind(Class<? extends T> type, Map<String, Object> fixed, YamlNode node) {
        return type.cast(RecordTree.bind(type.asSubclass(Record.class), fixed, node.without(TYPE)));
    }
}
