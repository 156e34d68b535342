/** Prices of hardware, and what counted operations cost by them. */
@NullMarked
package org.ionspike.benchmarks.energy;

import org.jspecify.annotations.NullMarked;
