package org.ionspike.benchmarks.workload;

import java.util.List;

/** One piece of work whose cost is measured. */
public interface Workload {
    /** Its name, such as {@code "w3-cuba-4000"}; what stands before the first dash chooses it too. */
    String name();

    /** What it is, in one line. */
    String summary();

    /**
     * Measures it.
     *
     * @param repeats how often, after warming up; at least 1
     * @param machine what this machine can do at best, measured when first asked for
     */
    List<Figure> measure(int repeats, MachineLimits machine);
}
