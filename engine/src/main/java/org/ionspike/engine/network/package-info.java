/** The immutable description of a network. May use every package but simulation and monitor. */
@NullMarked
package org.ionspike.engine.network;

import org.jspecify.annotations.NullMarked;
