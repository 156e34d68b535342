/** Rules that change weights and biases, written against the state they change. May use physics, synapse, random and units. */
@NullMarked
package org.ionspike.engine.plasticity;

import org.jspecify.annotations.NullMarked;
