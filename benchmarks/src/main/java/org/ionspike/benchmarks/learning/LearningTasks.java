package org.ionspike.benchmarks.learning;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.List;
import java.util.ServiceLoader;
import org.ionspike.engine.units.Check;

/** The learning tasks on the class path. */
public final class LearningTasks {
    private LearningTasks() {}

    /** All of them, by name; an error where two have one name. */
    public static ImmutableSortedMap<String, LearningTask> all() {
        var all = ImmutableSortedMap.<String, LearningTask>naturalOrder();
        for (LearningTask task : ServiceLoader.load(LearningTask.class)) {
            Check.require(
                    task.name().matches("[a-z0-9][a-z0-9.-]*"),
                    task.getClass().getName() + ".name",
                    task.name(),
                    "must be of lower-case letters, digits, dots and hyphens, for a folder is called by it");
            all.put(task.name(), task);
        }
        return all.buildOrThrow();
    }

    /** Those of the given names, in their order; an error that lists the known ones where there is none of a name. */
    public static ImmutableList<LearningTask> named(List<String> names) {
        var all = all();
        return names.stream()
                .distinct()
                .map(name -> {
                    LearningTask task = all.get(name);
                    if (task == null) {
                        throw new IllegalArgumentException("No learning task is named '" + name + "'. Known: "
                                + all.keySet() + "; one of your own must be on IONSPIKE_CLASSPATH.");
                    }
                    return task;
                })
                .collect(ImmutableList.toImmutableList());
    }
}
