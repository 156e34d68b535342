/**
 * Workloads of the engine with their measurement: what {@code ionspike bench engine} runs. One class a workload; docs/benchmarks.md
 * says how each is defined, so that it can be repeated with other simulators.
 */
@NullMarked
package org.ionspike.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
