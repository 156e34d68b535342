package org.ionspike.benchmarks.energy;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what was probably meant by a misspelt name. */
final class NearestName {
    private NearestName() {}

    /** {@code " Did you mean 'mac-int8'?"}, or nothing where no known name is similar. */
    static String hint(String name, Collection<String> known) {
        return of(name, known).map(near -> " Did you mean '" + near + "'?").orElse("");
    }

    /** The known name with the fewest letters inserted, removed or replaced, if less than half of the letters are. */
    static Optional<String> of(String name, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt((String other) -> distance(name, other))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(near -> 2 * distance(name, near) < Math.max(name.length(), near.length()));
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
