package org.ionspike.networks.io;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.ionspike.engine.network.Network;

/**
 * A network as a YAML file with units, and its large arrays in an HDF5 file beside it. Reading gives exactly the network
 * that was written. The format is described by {@code docs/schema/network-1.schema.json}.
 */
public final class NetworkFile {
    private static final String COMMENT =
            "A network of Ionspike. Parameters that are left out have the defaults of their model.";

    private NetworkFile() {}

    /**
     * Writes a network, and its arrays if it has large ones: of {@code my-net.yaml} into {@code my-net.h5}. Files that
     * are there are replaced once the new ones are complete.
     *
     * @throws IllegalArgumentException if it holds something that could not be read again, such as a model that is not
     *     registered
     * @throws UncheckedIOException if a file cannot be written
     */
    public static void write(Network network, Path yaml) {
        String stem = fileName(yaml).replaceFirst("\\.[^.]*$", "");
        var sink = new ArraySink(stem + ".h5", new ArraysBuilder());
        String text = text(network, sink);
        Path directory = directory(yaml);
        Path arraysInMaking = directory.resolve("." + stem + "-" + UUID.randomUUID() + ".h5");
        Path yamlInMaking = directory.resolve("." + stem + "-" + UUID.randomUUID() + ".yaml");
        try {
            Files.createDirectories(directory);
            Files.writeString(yamlInMaking, text, StandardCharsets.UTF_8);
            if (!sink.arrays().isEmpty()) {
                sink.arrays().write(arraysInMaking);
                replace(arraysInMaking, directory.resolve(sink.fileName()));
            }
            replace(yamlInMaking, yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(yaml + ": cannot be written: " + Place.reason(e) + ".", e);
        } finally {
            arraysInMaking.toFile().delete();
            yamlInMaking.toFile().delete();
        }
    }

    /**
     * Reads a network.
     *
     * @throws FileFormatException if a file is missing or damaged, or what it says makes no network
     */
    public static Network read(Path yaml) {
        YamlNode root = YamlReader.readFormat1(yaml, yaml.toString());
        return NetworkFormat.read(root, new ArraySource(directory(yaml)));
    }

    /**
     * A fingerprint of a network (SHA-256 of what its file would hold): equal for equal networks, different for any other.
     *
     * @throws IllegalArgumentException if the network holds something that cannot be written
     */
    public static HashCode fingerprint(Network network) {
        var sink = new ArraySink("arrays.h5", new ArraysBuilder());
        Hasher hasher = Hashing.sha256().newHasher().putString(text(network, sink), StandardCharsets.UTF_8);
        sink.arrays().hash(hasher);
        return hasher.hash();
    }

    /** The YAML text of a network whose large arrays go into {@code sink}. */
    static String text(Network network, ArraySink sink) {
        return YamlWriter.write(COMMENT, NetworkFormat.write(network, sink));
    }

    private static void replace(Path complete, Path target) throws IOException {
        Files.move(complete, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path directory(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("'" + file + "' is no file name.");
        }
        return parent;
    }

    private static String fileName(Path file) {
        Path name = file.getFileName();
        if (name == null) {
            throw new IllegalArgumentException("'" + file + "' is no file name.");
        }
        return name.toString();
    }
}
