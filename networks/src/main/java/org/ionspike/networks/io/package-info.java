/**
 * Files: networks and trained models as YAML with units, large arrays as HDF5 beside it.
 *
 * <p>Bad files give a {@link FileFormatException} with a sentence for the user. Models of other packages are found by
 * name through {@code ServiceLoader}; no class name stands in a file.
 */
@NullMarked
package org.ionspike.networks.io;

import org.jspecify.annotations.NullMarked;
