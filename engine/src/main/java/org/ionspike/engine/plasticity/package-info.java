/** How weights change, from the waveforms of spikes or from their times. Depends on physics and units. */
@NullMarked
package org.ionspike.engine.plasticity;

import org.jspecify.annotations.NullMarked;
