package org.ionspike.engine.source;

import org.ionspike.engine.units.Check;

/**
 * Lines that the user drives: every presentation brings its own raster.
 *
 * @param name unique in the network
 * @param lines number of lines, at least 1
 */
public record InputLines(String name, int lines) implements SpikeSource {
    public InputLines {
        Check.atLeast("InputLines.lines", lines, 1);
    }
}
