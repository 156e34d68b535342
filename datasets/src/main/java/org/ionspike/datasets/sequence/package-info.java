/** Data in time: series, and sequences with a label. */
@NullMarked
package org.ionspike.datasets.sequence;

import org.jspecify.annotations.NullMarked;
