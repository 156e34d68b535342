package org.ionspike.engine.spikes;

import org.ionspike.engine.units.Check;

/**
 * An encoded sample and the class it belongs to.
 *
 * @param raster the sample as spikes of the input lines
 * @param label index of its class, 0 or above
 */
public record LabelledRaster(SpikeRaster raster, int label) {
    public LabelledRaster {
        Check.atLeast("LabelledRaster.label", label, 0);
    }
}
