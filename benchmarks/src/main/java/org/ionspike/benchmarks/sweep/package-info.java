/**
 * How well a task is learnt as its devices become less ideal, one effect at a time. Reports and command lines use it; it uses
 * tasks.
 */
@NullMarked
package org.ionspike.benchmarks.sweep;

import org.jspecify.annotations.NullMarked;
