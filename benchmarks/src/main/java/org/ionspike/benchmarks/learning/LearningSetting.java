package org.ionspike.benchmarks.learning;

import org.ionspike.benchmarks.task.RunSettings;
import org.ionspike.datasets.download.DataAccess;

/**
 * What a task finds on the machine on which it runs.
 *
 * @param run how it is computed; changes no result
 * @param data how data that does not ship with Ionspike is come by
 */
public record LearningSetting(RunSettings run, DataAccess data) {}
