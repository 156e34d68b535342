package org.ionspike.networks.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.ionspike.engine.network.Network;
import org.ionspike.networks.readout.Readout;

/**
 * A trained model as a directory: {@code model.yaml} (what it is), {@code network.yaml} (the network), {@code arrays.h5}
 * (weights, biases, readout) and {@code result.json} (what it achieved). Loading gives exactly what was saved. The
 * format is described by {@code docs/schema/model-1.schema.json}.
 */
public final class ModelDirectory {
    private static final String MODEL = "model.yaml";
    private static final String NETWORK = "network.yaml";
    private static final String ARRAYS = "arrays.h5";
    private static final String RESULT = "result.json";
    private static final Set<String> FILES = Set.of(MODEL, NETWORK, ARRAYS, RESULT);

    private static final String COMMENT = "A trained model of Ionspike; the network is in " + NETWORK + ".";

    private ModelDirectory() {}

    /**
     * Saves a model. A model that is there is replaced when the new one is complete, and not before; other files in its
     * directory stay.
     *
     * @throws FileFormatException if there is something else than a model in that place
     * @throws IllegalArgumentException if the model holds something that could not be loaded again
     * @throws UncheckedIOException if the files cannot be written
     */
    public static void save(Path directory, SavedModel model) {
        requireReplaceable(directory);
        var sink = new ArraySink(ARRAYS, new ArraysBuilder());
        String network = NetworkFile.text(model.network(), sink);
        String description = YamlWriter.write(COMMENT, ModelFormat.write(model.description(), model.readout(), sink));
        try {
            DirectorySwap swap = DirectorySwap.of(directory);
            Path temporary = swap.temporary();
            try {
                sink.arrays().write(temporary.resolve(ARRAYS));
                Files.writeString(temporary.resolve(NETWORK), network, StandardCharsets.UTF_8);
                Files.writeString(temporary.resolve(MODEL), description, StandardCharsets.UTF_8);
                Files.writeString(
                        temporary.resolve(RESULT), model.result().toPrettyString() + "\n", StandardCharsets.UTF_8);
                swap.replaceBy(temporary, FILES);
            } finally {
                if (Files.exists(temporary)) {
                    DirectorySwap.delete(temporary);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(directory + ": cannot be written: " + Place.reason(e) + ".", e);
        }
    }

    /**
     * Loads a model.
     *
     * @throws FileFormatException if there is none, or a part of it is missing or damaged
     */
    public static SavedModel load(Path directory) {
        YamlNode root = model(directory);
        var arrays = new ArraySource(directory);
        ModelDescription description = ModelFormat.readDescription(root, arrays);
        Readout readout = ModelFormat.readReadout(root, arrays);
        requirePart(directory, NETWORK);
        Network network = NetworkFile.read(directory.resolve(NETWORK));
        JsonNode result = result(directory);
        return root.build(() -> new SavedModel(description, network, readout, result));
    }

    /**
     * Loads only what {@code model.yaml} says, for lists of models.
     *
     * @throws FileFormatException if there is no model, or a part of it is missing or damaged
     */
    public static ModelDescription describe(Path directory) {
        return ModelFormat.readDescription(model(directory), new ArraySource(directory));
    }

    /** Whether a directory holds a model, complete or not. */
    public static boolean isModel(Path directory) {
        return Files.isRegularFile(directory.resolve(MODEL));
    }

    private static YamlNode model(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new FileFormatException(directory + ": there is no such model directory." + hint(directory));
        }
        requirePart(directory, MODEL);
        Path file = directory.resolve(MODEL);
        return YamlReader.readFormat1(file, file.toString());
    }

    private static String hint(Path directory) {
        try {
            List<Path> aside = DirectorySwap.of(directory).leftAside();
            return aside.isEmpty()
                    ? ""
                    : " A save that was interrupted left the former model at " + aside.get(aside.size() - 1)
                            + "; move it back to use it.";
        } catch (IOException | IllegalArgumentException e) {
            return "";
        }
    }

    private static void requirePart(Path directory, String name) {
        if (!Files.isRegularFile(directory.resolve(name))) {
            throw new FileFormatException(directory + ": is not a complete model directory: " + name
                    + " is missing. Train the model again, or give the directory that 'train' wrote.");
        }
    }

    private static JsonNode result(Path directory) {
        requirePart(directory, RESULT);
        Path file = directory.resolve(RESULT);
        try {
            JsonNode result = new ObjectMapper().readTree(file.toFile());
            if (result.isMissingNode()) {
                throw new FileFormatException(file + ": the file is empty.");
            }
            return result;
        } catch (JsonProcessingException e) {
            throw new FileFormatException(
                    file + ": cannot be read as JSON (line "
                            + (e.getLocation() == null ? 0 : e.getLocation().getLineNr()) + ").",
                    e);
        } catch (IOException e) {
            throw new FileFormatException(file + ": cannot be read: " + Place.reason(e) + ".", e);
        }
    }

    /**
     * Checks that a model can be saved in a place: that there is nothing, an empty directory or a model.
     *
     * @throws FileFormatException if there is something else
     */
    public static void requireReplaceable(Path directory) {
        if (!Files.exists(directory) || isModel(directory)) {
            return;
        }
        boolean empty = false;
        if (Files.isDirectory(directory)) {
            try (var entries = Files.list(directory)) {
                empty = entries.findAny().isEmpty();
            } catch (IOException e) {
                throw new UncheckedIOException(directory + ": cannot be read: " + Place.reason(e) + ".", e);
            }
        }
        if (!empty) {
            throw new FileFormatException(directory + ": is not replaced, because it is no Ionspike model (it holds no "
                    + MODEL + "). Choose another directory, or remove it first.");
        }
    }
}
