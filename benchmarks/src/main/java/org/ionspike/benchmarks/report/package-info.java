/** How results reach people: terminal text, progress, result files. */
@NullMarked
package org.ionspike.benchmarks.report;

import org.jspecify.annotations.NullMarked;
