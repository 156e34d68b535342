/** Spike trains and rasters, time first. Depends on units only. */
@NullMarked
package org.ionspike.engine.spikes;

import org.jspecify.annotations.NullMarked;
