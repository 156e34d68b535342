package org.ionspike.datasets.event;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.DatasetException;
import org.ionspike.datasets.DatasetInfo;

/**
 * N-MNIST, the digits of MNIST before an event camera that moves in three saccades of 100 ms: 34x34 pixels, OFF and ON.
 * Folders are read in two layouts: the published one, {@code Train/0/00002.bin} to {@code Test/9/...}, class by class
 * and there by name; and one with lists, {@code train1K.txt} and {@code test100.txt}, whose rows give the number of a
 * file {@code K.bs2} or {@code K.bin} and its class.
 *
 * <p>Source: G. Orchard et al., Converting Static Image Datasets to Spiking Neuromorphic Datasets Using Saccades,
 * Frontiers in Neuroscience 9:437, 2015, doi:10.3389/fnins.2015.00437.
 */
public final class Nmnist {
    /** Frames of the data set on the command line: one, of all events. */
    public static final ToFrame DEFAULT_FRAMES = ToFrame.timeBins(1);

    private static final int CLASSES = 10;
    private static final ImmutableList<String> CLASS_NAMES =
            IntStream.range(0, CLASSES).mapToObj(Integer::toString).collect(ImmutableList.toImmutableList());
    private static final String TRAIN_LIST = "train1K.txt";
    private static final String TEST_LIST = "test100.txt";

    private final Path folder;
    private final ImmutableList<Path> files;
    private final ImmutableIntArray labels;
    private final OptionalInt trainCount;

    private Nmnist(Path folder, ImmutableList<Labelled> train, ImmutableList<Labelled> test) {
        this.folder = folder;
        var all = ImmutableList.<Labelled>builder().addAll(train).addAll(test).build();
        files = all.stream().map(Labelled::file).collect(ImmutableList.toImmutableList());
        labels = ImmutableIntArray.copyOf(all.stream().mapToInt(Labelled::label));
        trainCount = test.isEmpty() ? OptionalInt.empty() : OptionalInt.of(train.size());
    }

    private record Labelled(Path file, int label) {}

    /** Reads all recordings of a folder into memory; the published 70 000 take 2.6 GB. */
    public static EventDataset read(Path folder) {
        var found = in(folder);
        var recordings = IntStream.range(0, found.files.size())
                .mapToObj(found::recording)
                .collect(ImmutableList.toImmutableList());
        return new EventDataset(found.info(), recordings, CLASS_NAMES, found.trainCount);
    }

    /** Reads the frames of all recordings of a folder; the recordings themselves are not kept. */
    public static Dataset frames(Path folder, ToFrame toFrame) {
        var found = in(folder);
        return FrameDataset.of(found.info(), found.labels, CLASS_NAMES, found.trainCount, found::recording, toFrame);
    }

    /** The folder {@code nmnist} of all data, or else {@code nmnist-small}; the data set is named after it. */
    public static Path locate(Path root) {
        Path whole = root.resolve("nmnist");
        Path small = root.resolve("nmnist-small");
        if (Files.isDirectory(whole)) {
            return whole;
        }
        if (Files.isDirectory(small)) {
            return small;
        }
        throw new DatasetException("Dataset nmnist: no folder nmnist or nmnist-small in " + root
                + ". It is not fetched by Ionspike. Take Train.zip and Test.zip from"
                + " https://data.mendeley.com/datasets/468j46mzdv and unpack them into " + whole
                + ", or name your folder: nmnist:FOLDER.");
    }

    private EventRecording recording(int index) {
        return AerReader.read(files.get(index), AerReader.NMNIST).withLabel(labels.get(index));
    }

    private DatasetInfo info() {
        int train = trainCount.orElse(files.size());
        return new DatasetInfo(
                String.valueOf(folder.toAbsolutePath().normalize().getFileName()),
                "N-MNIST, saccades over handwritten digits, 34x34x2, " + train + " + " + (files.size() - train),
                "G. Orchard, A. Jayawant, G. K. Cohen, N. Thakor: Converting Static Image Datasets to Spiking Neuromorphic"
                        + " Datasets Using Saccades. Frontiers in Neuroscience 9:437, 2015."
                        + " doi:10.3389/fnins.2015.00437",
                "CC BY-SA 4.0 (as quoted by others; not checked online)",
                "");
    }

    private static Nmnist in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new DatasetException("Dataset nmnist: "
                    + (Files.exists(folder) ? folder + " is a file" : "folder " + folder + " does not exist")
                    + ". Name the folder that holds Train and Test, or " + TRAIN_LIST + ".");
        }
        var train = part(folder, "Train", TRAIN_LIST);
        if (train.isEmpty()) {
            throw new DatasetException("Dataset nmnist: folder " + folder + " holds no recordings: neither "
                    + TRAIN_LIST + " nor Train/0 to Train/9 with .bin files. Name the folder that does.");
        }
        return new Nmnist(folder, train, part(folder, "Test", TEST_LIST));
    }

    /** The recordings of one part; none if the folder has neither form of it. */
    private static ImmutableList<Labelled> part(Path folder, String subfolder, String list) {
        if (Files.isRegularFile(folder.resolve(list))) {
            return ListFile.read(folder.resolve(list), CLASSES).stream()
                    .map(entry -> new Labelled(listed(folder, list, entry), entry.label()))
                    .collect(ImmutableList.toImmutableList());
        }
        var found = ImmutableList.<Labelled>builder();
        for (int label = 0; label < CLASSES; label++) {
            Path ofClass = folder.resolve(subfolder).resolve(Integer.toString(label));
            if (Files.isDirectory(ofClass)) {
                for (Path file : binaries(ofClass)) {
                    found.add(new Labelled(file, label));
                }
            }
        }
        return found.build();
    }

    private static Path listed(Path folder, String list, ListFile.Entry entry) {
        return List.of(entry.sample() + ".bs2", entry.sample() + ".bin").stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() ->
                        new DatasetException("File " + folder.resolve(list) + ", row " + entry.line() + ": recording "
                                + entry.sample() + ".bs2 is not in the folder. Put it there or remove the row."));
    }

    private static List<Path> binaries(Path folder) {
        try (var entries = Files.list(folder)) {
            return entries.filter(path -> path.toString().endsWith(".bin"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw EventFile.unreadable(folder, e);
        }
    }
}
