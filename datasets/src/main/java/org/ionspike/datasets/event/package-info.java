/**
 * Recordings of events, as of event cameras and silicon cochleas: readers of their files, transforms, and the ways to
 * frames and spikes. Depends on data sets and on the engine's rasters and units.
 */
@NullMarked
package org.ionspike.datasets.event;

import org.jspecify.annotations.NullMarked;
