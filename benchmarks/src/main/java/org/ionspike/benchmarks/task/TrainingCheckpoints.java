package org.ionspike.benchmarks.task;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.ionspike.engine.units.Check;

/**
 * Where a training begins and where it leaves its state.
 *
 * @param origin what it is started from
 * @param file where the state is written
 * @param every after how many samples, at least 1; empty for whenever a minute has passed
 * @param resume whether it goes on from the state in the file
 */
public record TrainingCheckpoints(TrainingOrigin origin, Path file, OptionalInt every, boolean resume) {
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    public TrainingCheckpoints {
        if (every.isPresent()) {
            Check.atLeast("checkpoint-every", every.getAsInt(), 1);
        }
    }

    /** Whether a state is due between two samples. */
    boolean isDue(long shown, long nanosSinceTheLast) {
        return every.isPresent() ? shown % every.getAsInt() == 0 : nanosSinceTheLast >= MINUTE;
    }

    /** Whether a state is due after the last sample, as the readout is still to be fitted. */
    boolean isDueAtTheEnd(long nanosSinceTheStart) {
        return every.isPresent() || nanosSinceTheStart >= MINUTE;
    }
}
