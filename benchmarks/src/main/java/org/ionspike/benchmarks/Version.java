package org.ionspike.benchmarks;

import java.util.Objects;

/** The version of Ionspike. */
public final class Version {
    private Version() {}

    /** From the manifest of the jar; {@code development} when it runs from classes. */
    public static String number() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");
    }
}
