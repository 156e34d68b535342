/** Networks that learn: architectures, training, readouts and files. */
@NullMarked
package org.ionspike.networks;

import org.jspecify.annotations.NullMarked;
