package org.ionspike.engine.physics;

import com.google.common.collect.ImmutableMap;
import org.ionspike.engine.physics.BrownianRun.Estimate;

/**
 * How long the ions remember: what became of the clusters there were when the field was switched (or, if it was not,
 * when the measurement began).
 *
 * <p>Survival times are those at which the share has fallen to 1/e, linear between snapshots; NaN where fewer than two
 * replicas came so far. A bond that broke and closed again counts as kept.
 *
 * <p>Relaxation times are integrals, {@code sum (x(t) - x_end) / (x_0 - x_end) dt} over the blocks after the switch:
 * x_0 the mean before it, x_end that of the last quarter. For an exponential much shorter than the series it is the time
 * constant. Errors by leaving out one replica after the other. Empty unless blocks lie before and at least eight after
 * the switch. A change that is not larger than its noise gives an error as large as the value, or larger.
 *
 * @param bondSurvival in s, of bonds
 * @param pairSurvival in s, of two ions being in one cluster
 * @param relaxation in s, of the means of a block
 */
public record BrownianMemory(
        Estimate bondSurvival, Estimate pairSurvival, ImmutableMap<BrownianObservable, Estimate> relaxation) {}
