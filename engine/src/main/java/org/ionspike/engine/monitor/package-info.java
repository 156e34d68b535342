/** What a simulation shows while and after it runs; costs nothing when absent. May use simulation. */
@NullMarked
package org.ionspike.engine.monitor;

import org.jspecify.annotations.NullMarked;
