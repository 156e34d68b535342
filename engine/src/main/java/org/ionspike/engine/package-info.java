/** Devices, neurons, synapses, plasticity and the event-driven simulation. */
@NullMarked
package org.ionspike.engine;

import org.jspecify.annotations.NullMarked;
