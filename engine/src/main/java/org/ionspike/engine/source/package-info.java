/** Where input comes from: spikes on lines, and currents into groups. May use spikes, random and units. */
@NullMarked
package org.ionspike.engine.source;

import org.jspecify.annotations.NullMarked;
