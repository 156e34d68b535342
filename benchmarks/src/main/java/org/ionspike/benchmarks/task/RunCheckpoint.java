package org.ionspike.benchmarks.task;

import com.google.common.hash.HashCode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.ionspike.engine.checkpoint.CheckpointException;
import org.ionspike.engine.checkpoint.StateReader;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.checkpoint.StateWriter;
import org.ionspike.engine.neuron.Backend;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.networks.io.NetworkFile;

/**
 * The state of a run on disk, in three parts, each with its version and checksum: which network and settings it is of, the
 * simulation, and what its statistics and files had come to; then the checksum of all (CRC-32C).
 */
final class RunCheckpoint {
    private static final int FORMAT = 1;

    private RunCheckpoint() {}

    /**
     * Writes a checkpoint, which takes the place of one that is there when it is complete and on the disk.
     *
     * @param watchers statistics and files, named and in order
     */
    static void write(Path file, Simulation simulation, Consumer<StateTransfer> watchers) {
        SummedFile.write(file, out -> {
            var identity = new StateWriter(out);
            transferIdentity(identity, simulation);
            identity.finish();
            simulation.save(out);
            var watched = new StateWriter(out);
            watchers.accept(watched);
            watched.finish();
        });
    }

    /**
     * Checks the sum over the whole file before anything of it is believed.
     *
     * @throws CheckpointException if the file is no checkpoint, or one of another version
     */
    private static void checkSum(Path file) throws IOException {
        try (InputStream begin = Files.newInputStream(file)) {
            new StateReader(begin); // a file of another kind is called that, not damaged
        }
        SummedFile.check(file);
    }

    /** What is made from a simulation that has been loaded, and loads its own state. */
    @FunctionalInterface
    interface Watching {
        Consumer<StateTransfer> of(Simulation loaded);
    }

    /**
     * Loads a simulation that was made anew, then what watches it.
     *
     * @throws IllegalArgumentException if the file is missing, damaged, of another version, or of another network or other
     *     settings
     */
    static void read(Path file, Simulation simulation, Watching watching) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    file + ": there is no such checkpoint. Write one with --checkpoint FILE.");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            checkSum(file);
            var identity = new StateReader(in);
            transferIdentity(identity, simulation);
            identity.finish();
            simulation.load(in);
            var watched = new StateReader(in);
            watching.of(simulation).accept(watched);
            watched.finish();
        } catch (CheckpointException | IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static void transferIdentity(StateTransfer state, Simulation simulation) {
        state.part("run");
        long format = state.whole("format", FORMAT);
        if (format != FORMAT) {
            throw new IllegalArgumentException(
                    "The checkpoint of a run has format " + format + "; this version of Ionspike" + " reads format "
                            + FORMAT + ". Resume it with the version that wrote it.");
        }
        SimulationSettings settings = simulation.settings();
        long seed = state.whole("seed", settings.streams().seed());
        require(seed == settings.streams().seed(), "seed " + seed, "--seed " + seed);
        boolean ourFused = settings.backend() == Backend.FUSED;
        boolean fused = state.flag("fused", ourFused);
        String word = fused ? "fused" : "vectorized";
        require(fused == ourFused, "backend " + word, "--backend " + word);
        boolean energy = state.flag("energy", settings.energy());
        require(
                energy == settings.energy(),
                "energy " + (energy ? "on" : "off"),
                "--energy " + (energy ? "on" : "off"));
        long[] ours = longs(NetworkFile.fingerprint(simulation.network()));
        long[] theirs = ours.clone();
        state.array("network", theirs);
        if (!Arrays.equals(ours, theirs)) {
            throw new IllegalArgumentException("The checkpoint is of another network than '"
                    + simulation.network().name() + "' as it is now. Resume it with the network it was made from,"
                    + " unchanged.");
        }
    }

    private static void require(boolean holds, String what, String option) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "The checkpoint was made with " + what + ". Resume it with " + option + ".");
        }
    }

    private static long[] longs(HashCode hash) {
        ByteBuffer bytes = ByteBuffer.wrap(hash.asBytes());
        var longs = new long[bytes.remaining() / Long.BYTES];
        Arrays.setAll(longs, k -> bytes.getLong());
        return longs;
    }
}
