package org.ionspike.benchmarks.task;

import com.google.common.collect.ImmutableMap;

/**
 * What a training was started from.
 *
 * @param version the version of Ionspike
 * @param dataHash content hash of the data
 * @param settings everything else that decides what it gives, by the name of the option that sets it
 * @param besides what may be another when it goes on, such as where the data lies, likewise
 */
public record TrainingOrigin(
        String version, String dataHash, ImmutableMap<String, String> settings, ImmutableMap<String, String> besides) {}
