/** Training: which samples are shown, how often, in which order. */
@NullMarked
package org.ionspike.networks.learning;

import org.jspecify.annotations.NullMarked;
