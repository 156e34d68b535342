/** Networks by name: functions from parameters to a network description. */
@NullMarked
package org.ionspike.networks.architecture;

import org.jspecify.annotations.NullMarked;
