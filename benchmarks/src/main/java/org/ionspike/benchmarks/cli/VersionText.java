package org.ionspike.benchmarks.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** What {@code ionspike --version} prints: the version in the manifest of the jar, and the Java that runs it. */
final class VersionText implements IVersionProvider {
    /** The version of Ionspike; {@code development} when it runs from classes and not from its jar. */
    static String version() {
        return Objects.requireNonNullElse(VersionText.class.getPackage().getImplementationVersion(), "development");
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "ionspike %s (Java %s, %s %s)"
                    .formatted(
                            version(),
                            System.getProperty("java.version"),
                            System.getProperty("os.name"),
                            System.getProperty("os.arch"))
        };
    }
}
