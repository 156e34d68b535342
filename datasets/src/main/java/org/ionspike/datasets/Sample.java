package org.ionspike.datasets;

import com.google.common.primitives.ImmutableDoubleArray;

/**
 * One sample of a data set.
 *
 * @param features its values in the units of the data set, one per feature
 * @param label index of its class
 */
public record Sample(ImmutableDoubleArray features, int label) {}
