/** Ionic devices: slits and conical channels, the two-slit circuit and its reference integrator, adsorbed coverage. Depends on units. */
@NullMarked
package org.ionspike.engine.physics;

import org.jspecify.annotations.NullMarked;
