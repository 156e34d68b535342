package org.ionspike.benchmarks.sweep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import org.ionspike.datasets.Dataset;
import org.ionspike.engine.synapse.DeviceVariability;
import org.ionspike.engine.units.Time;

/**
 * What all points of a sweep have in common.
 *
 * @param task as on the command line
 * @param draws of the devices of every seed
 * @param baseName name of the base devices, or their file
 * @param base the devices that are varied
 * @param age for how long the trained devices were left without voltage before the test
 * @param model of the network, as in a result of training, without its devices
 */
public record SweepSetup(
        String task,
        Dataset dataset,
        ImmutableList<Long> seeds,
        int draws,
        String baseName,
        DeviceVariability base,
        Time age,
        ObjectNode model) {}
