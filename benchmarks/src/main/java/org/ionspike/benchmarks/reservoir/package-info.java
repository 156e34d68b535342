/** Tasks for a reservoir of ionic memristors, each with the controls that show what the memory of the devices is worth. */
@NullMarked
package org.ionspike.benchmarks.reservoir;

import org.jspecify.annotations.NullMarked;
