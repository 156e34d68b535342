/** Neuron models and the kernels that move their state in time. May use physics, spikes, random and units. */
@NullMarked
package org.ionspike.engine.neuron;

import org.jspecify.annotations.NullMarked;
