/** Micro-benchmarks of kernels and of the delivery of events: {@code mvn -Pjmh}; see CONTRIBUTING.md. */
@NullMarked
package org.ionspike.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
