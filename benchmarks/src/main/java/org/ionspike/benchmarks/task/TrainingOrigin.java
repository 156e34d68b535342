package org.ionspike.benchmarks.task;

import com.google.common.collect.ImmutableMap;

/**
 * What a training was started from; all of it decides what it gives.
 *
 * @param version the version of Ionspike
 * @param dataHash content hash of the data
 * @param settings everything else, by the name of the option that sets it
 */
public record TrainingOrigin(String version, String dataHash, ImmutableMap<String, String> settings) {}
