package org.ionspike.benchmarks.report;

import com.google.common.primitives.ImmutableIntArray;
import java.awt.Color;

/** Colours for numbers from 0 to 1 that grow steadily darker or lighter, so that people with any colour vision can order them. */
enum ColorRamp {
    /** White to black. */
    GREY(0xFFFFFF, 0x000000),
    /** White to dark blue. */
    BLUE(0xFFFFFF, 0xC6DBEF, 0x6BAED6, 0x2171B5, 0x08306B);

    private final ImmutableIntArray stops;

    ColorRamp(int... stops) {
        this.stops = ImmutableIntArray.copyOf(stops);
    }

    /** The colour of a value, which is taken to the nearest end where it lies outside. */
    Color at(double value) {
        double place = Math.max(0, Math.min(1, value)) * (stops.length() - 1);
        int below = Math.min(stops.length() - 2, (int) place);
        double share = place - below;
        return new Color(mix(below, share, 16), mix(below, share, 8), mix(below, share, 0));
    }

    private int mix(int below, double share, int shift) {
        int from = (stops.get(below) >> shift) & 0xFF;
        int to = (stops.get(below + 1) >> shift) & 0xFF;
        return (int) Math.round(from + share * (to - from));
    }

    /** Black or white, whichever can be read on the colour of a value. */
    Color ink(double value) {
        Color ground = at(value);
        double light = 0.299 * ground.getRed() + 0.587 * ground.getGreen() + 0.114 * ground.getBlue();
        return light > 140 ? Color.BLACK : Color.WHITE;
    }
}
