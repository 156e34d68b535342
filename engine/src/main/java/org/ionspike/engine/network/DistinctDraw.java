package org.ionspike.engine.network;

import org.apache.commons.rng.UniformRandomProvider;

/** Draws different numbers below a bound, all sets alike, at one draw each (R. W. Floyd, Commun. ACM 30, 754 (1987)). */
final class DistinctDraw {
    private final int[] drawnIn;
    private int round;

    /** Draws from 0 to {@code bound - 1}. */
    DistinctDraw(int bound) {
        drawnIn = new int[bound];
    }

    /**
     * Draws {@code count} numbers into an array from a position on, in no order.
     *
     * @param without a number that is not to be drawn, or -1
     */
    void draw(int count, int without, UniformRandomProvider random, int[] into, int at) {
        round++;
        int choices = without < 0 ? drawnIn.length : drawnIn.length - 1;
        int position = at;
        for (int last = choices - count; last < choices; last++) {
            int chosen = random.nextInt(last + 1);
            if (drawnIn[chosen] == round) {
                chosen = last;
            }
            drawnIn[chosen] = round;
            into[position++] = without >= 0 && chosen >= without ? chosen + 1 : chosen;
        }
    }
}
