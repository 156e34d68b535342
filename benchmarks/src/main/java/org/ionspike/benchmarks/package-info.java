/** Command line, tasks, metrics, energy and reports. */
@NullMarked
package org.ionspike.benchmarks;

import org.jspecify.annotations.NullMarked;
