package org.ionspike.benchmarks.task;

import java.nio.file.Path;
import java.util.Optional;
import org.ionspike.engine.units.Time;

/**
 * Where a run begins and where it leaves its state.
 *
 * @param resume a checkpoint to go on from
 * @param file where the state is written, at the end and at every interval
 * @param every the interval, a multiple of the time step; the end only where there is none
 */
public record Checkpoints(Optional<Path> resume, Optional<Path> file, Optional<Time> every) {
    /** A run from the start that leaves nothing. */
    public static final Checkpoints NONE = new Checkpoints(Optional.empty(), Optional.empty(), Optional.empty());
}
