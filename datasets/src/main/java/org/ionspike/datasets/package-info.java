/** Data sets and the encoders that turn samples into spikes. */
@NullMarked
package org.ionspike.datasets;

import org.jspecify.annotations.NullMarked;
