package org.ionspike.benchmarks.task;

import org.nd4j.linalg.factory.Nd4j;

/** Loads ND4J, which takes a second or more, while something else is being done. */
final class Nd4jStart {
    private Nd4jStart() {}

    /** Starts loading on a thread of its own; whoever needs ND4J before it is ready waits for it. */
    static void inBackground() {
        var thread = new Thread(() -> Nd4j.ones(2, 2).mmul(Nd4j.ones(2, 2)), "ionspike-nd4j-start");
        thread.setDaemon(true);
        thread.start();
    }
}
