package org.ionspike.benchmarks.cli;

import org.ionspike.benchmarks.Version;
import picocli.CommandLine.IVersionProvider;

/** What {@code ionspike --version} prints: the version in the manifest of the jar, and the Java that runs it. */
final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "ionspike %s (Java %s, %s %s)"
                    .formatted(
                            Version.number(),
                            System.getProperty("java.version"),
                            System.getProperty("os.name"),
                            System.getProperty("os.arch"))
        };
    }
}
