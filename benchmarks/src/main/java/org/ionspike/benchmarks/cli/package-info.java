/** The command line: the start class, its commands, and how errors and exit codes reach the user. */
@NullMarked
package org.ionspike.benchmarks.cli;

import org.jspecify.annotations.NullMarked;
