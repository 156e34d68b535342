/** Figures of merit, named as in NeuroBench where it has a name. */
@NullMarked
package org.ionspike.benchmarks.metric;

import org.jspecify.annotations.NullMarked;
