package org.ionspike.benchmarks.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Pictures of what a network has learnt. */
final class PictureOptions {
    @Option(
            names = "--pictures",
            paramLabel = "FOLDER",
            description =
                    "Draw what the network has learnt: receptive fields, class of each neuron, first spikes, confusion"
                            + " and, when training, accuracy over time; of conv-stdp filters, confusion, accuracy.")
    private @Nullable Path folder;

    @Option(names = "--picture-format", paramLabel = "png|svg", description = "Format of the pictures (default: png).")
    private Format format = Format.PNG;

    /** What pictures are written as. */
    enum Format {
        /** Pixels. */
        PNG,
        /** Lines. */
        SVG
    }

    boolean areWanted() {
        return folder != null;
    }

    /** Draws into a folder. */
    @FunctionalInterface
    interface Drawing {
        /**
         * Draws all there is.
         *
         * @param ending png or svg
         * @return the files
         */
        List<Path> write(Path folder, String ending);
    }

    /** Draws them, if they were asked for. */
    void write(PrintWriter out, Drawing drawing) {
        if (folder != null) {
            List<Path> pictures = drawing.write(folder, format.name().toLowerCase(Locale.ROOT));
            out.printf(
                    "Pictures in %s: %s%n",
                    folder,
                    String.join(
                            ", ",
                            pictures.stream()
                                    .map(file -> String.valueOf(file.getFileName()))
                                    .toList()));
        }
    }
}
