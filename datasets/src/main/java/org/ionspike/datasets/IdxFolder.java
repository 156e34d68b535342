package org.ionspike.datasets;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The files of an IDX data set in a folder.
 *
 * @param train images and labels to train on
 * @param test images and labels the publisher set aside
 */
record IdxFolder(Pair train, Optional<Pair> test) {

    /** Images and their labels. */
    record Pair(Path images, Path labels) {}

    /** Finds {@code train-*} and {@code t10k-*} files, or the only pair of files there is. */
    static IdxFolder of(String name, Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new DatasetException("Dataset " + name + ": "
                    + (Files.exists(folder) ? folder + " is a file" : "folder " + folder + " does not exist")
                    + ". Name the folder that holds train-images-idx3-ubyte.gz and train-labels-idx1-ubyte.gz.");
        }
        ImmutableList<String> files = list(folder);
        if (files.stream().noneMatch(file -> file.startsWith("train-") || file.startsWith("t10k-"))) {
            var images = only(folder, files, file -> file.contains("images") && file.contains("idx3"));
            var labels = only(folder, files, file -> file.contains("labels") && file.contains("idx1"));
            if (images.isPresent() && labels.isPresent()) {
                return new IdxFolder(new Pair(images.get(), labels.get()), Optional.empty());
            }
        }
        var train = new Pair(
                require(name, folder, files, "train-images-idx3-ubyte"),
                require(name, folder, files, "train-labels-idx1-ubyte"));
        boolean hasTest = files.stream().anyMatch(file -> file.startsWith("t10k-"));
        return new IdxFolder(
                train,
                hasTest
                        ? Optional.of(new Pair(
                                require(name, folder, files, "t10k-images-idx3-ubyte"),
                                require(name, folder, files, "t10k-labels-idx1-ubyte")))
                        : Optional.empty());
    }

    private static ImmutableList<String> list(Path folder) {
        try (var entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile)
                    .map(path -> String.valueOf(path.getFileName()))
                    .sorted()
                    .collect(ImmutableList.toImmutableList());
        } catch (IOException e) {
            throw DataFile.unreadable(folder.toString(), e);
        }
    }

    private static Optional<Path> only(Path folder, ImmutableList<String> files, Predicate<String> wanted) {
        var found = files.stream().filter(wanted).toList();
        return found.size() == 1 ? Optional.of(folder.resolve(found.get(0))) : Optional.empty();
    }

    /** The plain file if it is there, else the compressed one; both also with a dot before {@code idx}. */
    private static Path require(String name, Path folder, ImmutableList<String> files, String wanted) {
        String dotted = wanted.replace("-idx", ".idx");
        for (String file : ImmutableList.of(wanted, wanted + ".gz", dotted, dotted + ".gz")) {
            if (files.contains(file)) {
                return folder.resolve(file);
            }
        }
        throw new DatasetException("Dataset " + name + ": file " + wanted + ".gz not found in " + folder
                + ". Put it there, or use --dataset digits (ships with ionspike).");
    }
}
