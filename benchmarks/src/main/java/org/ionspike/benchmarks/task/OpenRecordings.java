package org.ionspike.benchmarks.task;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.monitor.EnergyFile;
import org.ionspike.engine.monitor.FilePlace;
import org.ionspike.engine.monitor.RecordingFile;
import org.ionspike.engine.monitor.SpikeFile;
import org.ionspike.engine.monitor.StateFile;
import org.ionspike.engine.monitor.WeightFile;
import org.ionspike.engine.simulation.Simulation;

/** The files that a run writes while it goes, and how far they have come. */
final class OpenRecordings implements AutoCloseable {
    private final Recording recording;
    private final Map<String, RecordingFile> open = new LinkedHashMap<>();
    private final Map<String, FilePlace> places = new LinkedHashMap<>();
    private final List<String> wentOn = new ArrayList<>();

    OpenRecordings(Recording recording) {
        this.recording = recording;
    }

    /** Opens a file of one kind, at the place that a checkpoint tells if there is one. */
    @FunctionalInterface
    private interface Opening {
        RecordingFile at(Path file, Optional<FilePlace> place);
    }

    /** Begins the files, or goes on in those that the checkpoint knows. */
    void open(Simulation simulation) {
        Recording.Files files = recording.files();
        try {
            open("spikes", files.spikes(), (file, place) -> new SpikeFile(simulation, file, place));
            open("states", files.states(), (file, place) -> {
                return new StateFile(simulation, recording.states(), recording.interval(), file, place);
            });
            open("weights", files.weights(), (file, place) -> {
                return new WeightFile(simulation, files.projection(), recording.interval(), file, place);
            });
            open("energy", files.energy(), (file, place) -> {
                return new EnergyFile(simulation, recording.interval(), file, place);
            });
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void open(String kind, Optional<Path> file, Opening opening) {
        file.ifPresent(path -> {
            Optional<FilePlace> place =
                    java.nio.file.Files.exists(path) ? Optional.ofNullable(places.get(kind)) : Optional.empty();
            open.put(kind, opening.at(path, place));
            if (place.isPresent()) {
                wentOn.add(path.toString());
            }
        });
    }

    /** Files that went on where they were at the checkpoint; all others began anew. */
    List<String> wentOn() {
        return wentOn;
    }

    /** Saves how far the files have come, or loads how far those of the checkpoint had come. */
    void transfer(StateTransfer state) {
        for (String kind : List.of("spikes", "states", "weights", "energy")) {
            RecordingFile file = open.get(kind);
            FilePlace now = file == null ? null : file.place();
            boolean there = state.flag(kind, now != null);
            if (there) {
                long bytes = state.whole(kind + " bytes", now == null ? 0 : now.bytes());
                long checksum = state.whole(kind + " checksum", now == null ? 0 : now.checksum());
                places.put(kind, new FilePlace(bytes, checksum));
            }
        }
    }

    @Override
    public void close() {
        open.values().forEach(RecordingFile::close);
    }
}
