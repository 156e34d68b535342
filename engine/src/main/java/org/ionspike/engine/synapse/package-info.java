/** Synapse models: what a device conducts, how it is programmed, how devices differ. May use physics, random and units. */
@NullMarked
package org.ionspike.engine.synapse;

import org.jspecify.annotations.NullMarked;
