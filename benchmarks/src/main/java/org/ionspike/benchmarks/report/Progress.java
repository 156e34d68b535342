package org.ionspike.benchmarks.report;

import java.util.function.Supplier;

/** Shows how far a piece of work has come. */
public interface Progress {
    /** Begins a piece of work. */
    void begin(String what, long total, String unit);

    /**
     * Goes on with a piece of work of which something is done.
     *
     * @param done how much was done before
     */
    default void begin(String what, long done, long total, String unit) {
        begin(what, total, unit);
    }

    /** So much is done. */
    void at(long done);

    /**
     * So much is done.
     *
     * @param note what else to show; asked when it is shown
     */
    default void at(long done, Supplier<String> note) {
        at(done);
    }

    /** The work is finished. */
    void end();

    /** Shows nothing. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void begin(String what, long total, String unit) {
                // nothing is shown
            }

            @Override
            public void at(long done) {
                // nothing is shown
            }

            @Override
            public void end() {
                // nothing is shown
            }
        };
    }
}
