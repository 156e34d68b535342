package org.ionspike.engine.physics;

/** What is measured in a particle run; all are pure numbers but {@link #CHAIN_LENGTH}. */
public enum BrownianObservable {
    /** Current over the current of independent ions, {@code <J E> / <E^2>}; not defined without a field. */
    CONDUCTANCE,
    /** Share of ions without another one within 6 nm. */
    FREE_FRACTION,
    /** Mean number of ions of a cluster; single ions count as clusters of one. */
    MEAN_CLUSTER,
    /** Mean number of ions of the cluster that an ion is in. */
    WEIGHT_MEAN_CLUSTER,
    /** Ions of the largest cluster of a snapshot. */
    LARGEST_CLUSTER,
    /** Share of ions in clusters of at least 10. */
    IN_LARGE_CLUSTERS,
    /** Mean squared extent along the field over that across it, of clusters of at least 4 ions. */
    ELONGATION,
    /** Chains per thousand ions: clusters of at least 4 ions whose length is at least three times their width. */
    CHAINS,
    /** Mean number of ions of a chain. */
    CHAIN_IONS,
    /** Mean length of a chain in m, sqrt(12) times the larger radius of gyration. */
    CHAIN_LENGTH,
    /** Mean of cos(2 angle to the field) of the chains: 1 along it, 0 without order, -1 across it. */
    CHAIN_ALIGNMENT,
    /** Mean dx^2 over mean dy^2 of ions of opposite sign closer than 2 nm. */
    PAIR_ANISOTROPY,
    /** Share that is left of the bonds there were at the switch of the field. */
    BONDS_KEPT,
    /** Share still in one cluster, of the pairs of ions that were in one cluster at the switch of the field. */
    PAIRS_KEPT
}
