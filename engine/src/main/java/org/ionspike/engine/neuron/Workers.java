package org.ionspike.engine.neuron;

import java.util.function.IntConsumer;

/** Threads that share the work of one step. What each does depends on its part alone, so results do not depend on them. */
public interface Workers {
    /** One thread, the caller. */
    Workers ALONE = new Workers() {
        @Override
        public int count() {
            return 1;
        }

        @Override
        public void each(IntConsumer work) {
            work.accept(0);
        }
    };

    /** Number of parts. */
    int count();

    /** Has the work done for every part, 0 to {@code count() - 1}, in no order, and returns when all of it is done. */
    void each(IntConsumer work);

    /** Where a part of so many things begins, a multiple of {@code grain}; part {@link #count} is their end. */
    default int begin(int part, int size, int grain) {
        if (part == count()) {
            return size;
        }
        long even = (long) size * part / count();
        return (int) (even / grain * grain);
    }
}
