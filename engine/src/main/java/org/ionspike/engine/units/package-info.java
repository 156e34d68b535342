/** Physical quantities for every boundary of the library: SI inside, text with a unit outside. Depends on nothing. */
@NullMarked
package org.ionspike.engine.units;

import org.jspecify.annotations.NullMarked;
