/** Random streams derived by name from one seed, so that adding a part changes no other part. Depends on nothing. */
@NullMarked
package org.ionspike.engine.random;

import org.jspecify.annotations.NullMarked;
