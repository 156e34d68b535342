/** Tests of files. */
@NullMarked
package org.ionspike.networks.io;

import org.jspecify.annotations.NullMarked;
