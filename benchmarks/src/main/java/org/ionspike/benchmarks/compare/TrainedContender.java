package org.ionspike.benchmarks.compare;

import com.google.common.collect.ImmutableList;
import org.ionspike.benchmarks.task.TrainSettings;
import org.ionspike.benchmarks.task.TrainedTask;

/**
 * What training a contender for one seed gave.
 *
 * @param name of the contender
 * @param settings of its training
 * @param task the trained network with its test
 * @param runs the network with each precision of its readout
 */
public record TrainedContender(String name, TrainSettings settings, TrainedTask task, ImmutableList<ModelRun> runs) {}
