package org.ionspike.benchmarks.task;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ionspike.engine.monitor.StateFile;
import org.ionspike.engine.units.Time;

/**
 * What a run keeps beside statistics.
 *
 * @param bin length of the bins of rates and correlations
 * @param keepSpikes whether all spikes stay in memory, for a raster
 * @param states variables of chosen neurons
 * @param keepStates whether their samples stay in memory, for a picture
 * @param interval between two samples of states, weights and energy
 * @param files what is written while the network runs
 */
public record Recording(
        Time bin, boolean keepSpikes, List<StateFile.Choice> states, boolean keepStates, Time interval, Files files) {
    /**
     * Where recordings are written while the network runs.
     *
     * @param projection whose weights are written; empty where none are
     */
    public record Files(
            Optional<Path> spikes,
            Optional<Path> states,
            Optional<Path> weights,
            String projection,
            Optional<Path> energy) {}
}
