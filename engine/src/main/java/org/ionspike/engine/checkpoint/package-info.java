/** Saving the state of a simulation and loading it again, bit for bit. May use units. */
@NullMarked
package org.ionspike.engine.checkpoint;

import org.jspecify.annotations.NullMarked;
