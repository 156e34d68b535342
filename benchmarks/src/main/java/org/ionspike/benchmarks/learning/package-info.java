/**
 * Learning tasks that {@code ionspike bench learning} runs, found by name through {@code ServiceLoader}, and the running of them. It
 * uses tasks; reports and command lines use it.
 */
@NullMarked
package org.ionspike.benchmarks.learning;

import org.jspecify.annotations.NullMarked;
