package org.ionspike.benchmarks.report;

/** Shows how far a piece of work has come. */
public interface Progress {
    /** Begins a piece of work. */
    void begin(String what, long total, String unit);

    /** So much is done. */
    void at(long done);

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
