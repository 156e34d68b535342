package org.ionspike.benchmarks.cli;

import com.google.common.base.Splitter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folders and jars of the user's own classes, which the launcher puts on the class path. */
final class OwnClasses {
    /** The variable that names them, separated as in a class path. */
    static final String VARIABLE = "IONSPIKE_CLASSPATH";

    private OwnClasses() {}

    /** What is wrong with a value of the variable: a folder or jar that is not there. The JVM would pass over it. */
    static Optional<String> fault(String classPath, String separator) {
        return Splitter.on(separator)
                .omitEmptyStrings()
                .splitToStream(classPath)
                .filter(entry -> !exists(entry))
                .findFirst()
                .map(entry ->
                        VARIABLE + " names " + entry + ", which is not there. Name the folder that your classes were"
                                + " compiled into (javac -d), or a jar.");
    }

    private static boolean exists(String entry) {
        boolean allJars = entry.endsWith("*");
        Path path = Path.of(allJars ? entry.substring(0, entry.length() - 1) : entry);
        return allJars ? path.toString().isEmpty() || Files.isDirectory(path) : Files.exists(path);
    }
}
