/**
 * Labelled data: the sets that ship with ionspike, readers of CSV and IDX files, splits and scaling. Depends on the
 * engine's random streams and units.
 */
@NullMarked
package org.ionspike.datasets;

import org.jspecify.annotations.NullMarked;
