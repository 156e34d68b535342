/** Ionic networks against conventional models on one split: accuracy, operations, joules. */
@NullMarked
package org.ionspike.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
