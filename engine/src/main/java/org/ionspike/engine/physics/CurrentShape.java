package org.ionspike.engine.physics;

import java.util.ArrayList;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Current;
import org.ionspike.engine.units.CurrentRate;
import org.ionspike.engine.units.Time;

/** Input currents of common experiments: step, ramp, train of pulses, noise. All are 0 outside their time. */
public final class CurrentShape {
    /** Most pieces of one input; the reference integrator restarts at each. */
    private static final double MOST_PIECES = 100_000;

    private static final Current NONE = new Current(0);

    private CurrentShape() {}

    /** A held current. */
    public static InputCurrent step(Time start, Time duration, Current level) {
        return from(start, duration, level, new CurrentRate(0)).then(end(start, duration), NONE);
    }

    /** A current that rises linearly from 0 to {@code peak} over the duration. */
    public static InputCurrent ramp(Time start, Time duration, Current peak) {
        Check.positive("CurrentShape.duration", duration);
        return from(start, duration, NONE, new CurrentRate(peak.si() / duration.si()))
                .then(end(start, duration), NONE);
    }

    /**
     * Rectangular pulses, the first at {@code start}, until the duration is over.
     *
     * @param width duration of a pulse, below {@code interval}
     * @param interval from the start of a pulse to the start of the next
     */
    public static InputCurrent pulses(Time start, Time duration, Current level, Time width, Time interval) {
        Check.positive("CurrentShape.width", width);
        Check.require(
                interval.si() > width.si() && Double.isFinite(interval.si()),
                "CurrentShape.interval",
                interval,
                "must be above the width of a pulse (" + width + ") and finite");
        double end = end(start, duration).si();
        checkPieces(2 * duration.si() / interval.si(), "interval", interval);
        InputCurrentBuilder input = new InputCurrentBuilder();
        for (int k = 0; ; k++) {
            double on = start.si() + k * interval.si();
            if (on >= end) {
                break;
            }
            input.add(on, level);
            input.add(Math.min(end, on + width.si()), NONE);
        }
        return input.build();
    }

    /**
     * A mean current with Gaussian noise that is drawn anew at every interval and held in between.
     *
     * @param mean mean of the current
     * @param deviation standard deviation of the held values, 0 or above
     * @param interval time for which a value is held, above 0
     * @param random what is drawn from
     */
    public static InputCurrent noise(
            Time start, Time duration, Current mean, Current deviation, Time interval, UniformRandomProvider random) {
        Check.notNegative("CurrentShape.deviation", deviation);
        Check.positive("CurrentShape.interval", interval);
        double end = end(start, duration).si();
        checkPieces(duration.si() / interval.si(), "interval", interval);
        var gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        InputCurrentBuilder input = new InputCurrentBuilder();
        for (int k = 0; start.si() + k * interval.si() < end; k++) {
            input.add(start.si() + k * interval.si(), new Current(mean.si() + deviation.si() * gaussian.sample()));
        }
        input.add(end, NONE);
        return input.build();
    }

    private static void checkPieces(double pieces, String name, Time value) {
        Check.require(
                pieces <= MOST_PIECES,
                "CurrentShape." + name,
                value,
                "makes more than " + (int) MOST_PIECES + " pieces; take a longer one or a shorter duration");
    }

    private static Time end(Time start, Time duration) {
        Check.notNegative("CurrentShape.start", start);
        Check.positive("CurrentShape.duration", duration);
        return new Time(start.si() + duration.si());
    }

    private static InputCurrent from(Time start, Time duration, Current level, CurrentRate slope) {
        end(start, duration);
        return start.si() == 0
                ? InputCurrent.ramp(level, slope)
                : InputCurrent.constant(NONE).then(start, level, slope);
    }

    /** Pieces in order; a piece at the time of the last one replaces it. */
    private static final class InputCurrentBuilder {
        private final ArrayList<InputCurrent.Piece> pieces = new ArrayList<>();

        InputCurrentBuilder() {
            add(0, NONE);
        }

        void add(double seconds, Current level) {
            var piece = new InputCurrent.Piece(new Time(seconds), level, new CurrentRate(0));
            int last = pieces.size() - 1;
            if (last >= 0 && pieces.get(last).start().si() == seconds) {
                pieces.set(last, piece);
            } else {
                pieces.add(piece);
            }
        }

        InputCurrent build() {
            return new InputCurrent(pieces);
        }
    }
}
