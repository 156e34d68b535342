/**
 * Encoders that turn scaled features into spikes of input lines. Depends on data sets, and on the engine's rasters,
 * random streams and units.
 */
@NullMarked
package org.ionspike.datasets.encoding;

import org.jspecify.annotations.NullMarked;
