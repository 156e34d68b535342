/**
 * One page of HTML from files of results: readable from a disk, without network, on a phone. May depend on Jackson and on
 * {@code report}; what it shows is what the files say.
 */
@NullMarked
package org.ionspike.benchmarks.report.html;

import org.jspecify.annotations.NullMarked;
