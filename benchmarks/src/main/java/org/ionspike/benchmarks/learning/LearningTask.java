package org.ionspike.benchmarks.learning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A task of {@code ionspike bench learning}: data, a network and how it is taught, all of it fixed but the seed.
 *
 * <p>A task of your own is a class with a constructor without arguments, named in a file {@code
 * META-INF/services/org.ionspike.benchmarks.learning.LearningTask} of a folder or jar that {@code IONSPIKE_CLASSPATH} names.
 */
public interface LearningTask {
    /** Its name: lower-case letters, digits, dots and hyphens. A folder is called by it. */
    String name();

    /** What it is, in one line. */
    String summary();

    /** What is missing here that it needs, and the way to get it; empty where it can run. */
    default Optional<String> missing(LearningSetting setting) {
        return Optional.empty();
    }

    /**
     * Learns and tests once; the same seed gives the same result. Called by several threads at a time.
     *
     * @return a result of {@code ionspike-result/1}, such as {@code TaskResult.ofTraining} makes
     */
    ObjectNode run(long seed, LearningSetting setting);

    /** The words that run this again for one seed. */
    default String command(long seed) {
        return "ionspike bench learning --tasks " + name() + " --seed " + seed + " --seeds 1";
    }
}
