/** Owns all state of a running network and moves it from event to event. */
@NullMarked
package org.ionspike.engine.simulation;

import org.jspecify.annotations.NullMarked;
