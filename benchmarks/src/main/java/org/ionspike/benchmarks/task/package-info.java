/** What a user asks for: train a network on a data set, evaluate a model. */
@NullMarked
package org.ionspike.benchmarks.task;

import org.jspecify.annotations.NullMarked;
