package org.ionspike.networks.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Puts a complete directory in the place of another. The new one is made beside the old one and takes its name in the
 * end; a run that is killed leaves the old one, or the new one, never a mixture.
 *
 * @param target the directory to be made or replaced
 * @param parent where it lies
 * @param name its name
 */
record DirectorySwap(Path target, Path parent, String name) {
    /** A swap for a directory that may exist; a link is followed. */
    static DirectorySwap of(Path directory) throws IOException {
        Path target = Files.exists(directory)
                ? directory.toRealPath()
                : directory.toAbsolutePath().normalize();
        Path parent = target.getParent();
        Path name = target.getFileName();
        if (parent == null || name == null) {
            throw new IllegalArgumentException("'" + directory + "' cannot be replaced. Choose another directory.");
        }
        return new DirectorySwap(target, parent, name.toString());
    }

    /** A new, empty directory beside the target. */
    Path temporary() throws IOException {
        Files.createDirectories(parent);
        return Files.createDirectory(parent.resolve("." + name + ".new-" + UUID.randomUUID()));
    }

    /**
     * Gives a complete directory the target's name. Files of the former directory that are not of {@code ours} are
     * taken over; the rest of it is removed.
     */
    void replaceBy(Path complete, Set<String> ours) throws IOException {
        if (!Files.exists(target)) {
            Files.move(complete, target);
            return;
        }
        Path shell = Files.createDirectory(parent.resolve("." + name + ".old-" + UUID.randomUUID()));
        Path aside = shell.resolve(name);
        try {
            Files.move(target, aside);
            try {
                Files.move(complete, target);
            } catch (IOException e) {
                Files.move(aside, target);
                throw e;
            }
        } catch (IOException e) {
            delete(shell);
            throw e;
        }
        for (Path entry : entries(aside)) {
            Path fileName = entry.getFileName();
            if (fileName != null && !ours.contains(fileName.toString())) {
                Files.move(entry, target.resolve(fileName));
            }
        }
        delete(shell);
    }

    /** What an interrupted run put aside; empty when there is nothing. */
    List<Path> leftAside() {
        try (Stream<Path> siblings = Files.list(parent)) {
            return siblings.filter(path -> path.toString()
                            .startsWith(parent.resolve("." + name + ".old-").toString()))
                    .map(path -> path.resolve(name))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static List<Path> entries(Path directory) throws IOException {
        try (Stream<Path> list = Files.list(directory)) {
            return list.toList();
        }
    }

    /** Removes a directory and all that is in it; links are removed, not followed. */
    static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
