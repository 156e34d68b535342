/**
 * Conventional models on the data, split and scaling of the ionic networks, with everything they compute counted while they
 * run. DL4J trains them; what reads samples afterwards is here, on matrix products of ND4J, so that one path gives answers,
 * counts and times.
 */
@NullMarked
package org.ionspike.benchmarks.baseline;

import org.jspecify.annotations.NullMarked;
