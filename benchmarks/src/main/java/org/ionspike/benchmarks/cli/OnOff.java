package org.ionspike.benchmarks.cli;

/** A switch that is written out. */
enum OnOff {
    /** Yes. */
    ON,
    /** No. */
    OFF
}
