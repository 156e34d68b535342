/** Data sets that are fetched on first use: where they come from, where they lie, and that they are what they should be. */
@NullMarked
package org.ionspike.datasets.download;

import org.jspecify.annotations.NullMarked;
