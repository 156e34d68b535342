/** Neurons as parts of a network, each derived from or compared with the circuit. Depends on physics and units. */
@NullMarked
package org.ionspike.engine.neuron;

import org.jspecify.annotations.NullMarked;
