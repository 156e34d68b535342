package org.ionspike.engine.physics;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;

/**
 * Where the ions of a slit are, and which cluster each is in; one entry per ion, cations first.
 *
 * @param x place along the field in m, from 0 to the side of the box
 * @param y place across the field in m, from 0 to the side of the box
 * @param valence signed, such as 2 and -2
 * @param cluster number of the first ion of the cluster that the ion is in; a single ion is its own cluster
 */
public record IonSnapshot(
        ImmutableDoubleArray x, ImmutableDoubleArray y, ImmutableIntArray valence, ImmutableIntArray cluster) {}
