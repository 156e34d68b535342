/** From spikes to classes. */
@NullMarked
package org.ionspike.networks.readout;

import org.jspecify.annotations.NullMarked;
