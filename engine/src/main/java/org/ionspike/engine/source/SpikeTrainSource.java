package org.ionspike.engine.source;

import org.ionspike.engine.spikes.SpikeRaster;

/**
 * Lines that spike at given times of the simulation.
 *
 * @param name unique in the network
 * @param raster the spikes; times count from the start of the simulation
 */
public record SpikeTrainSource(String name, SpikeRaster raster) implements SpikeSource {
    @Override
    public int lines() {
        return raster.lines();
    }
}
