/** Reads the reference tables of the test resources. */
@NullMarked
package org.ionspike.engine.reference;

import org.jspecify.annotations.NullMarked;
