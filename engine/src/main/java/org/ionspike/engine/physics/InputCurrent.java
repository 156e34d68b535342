package org.ionspike.engine.physics;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Current;
import org.ionspike.engine.units.CurrentRate;
import org.ionspike.engine.units.Time;

/**
 * A current given in pieces that are constant or rise linearly; it may jump between them.
 *
 * @param pieces in order of their starts; the first starts at 0, the last lasts for ever
 */
public record InputCurrent(List<Piece> pieces) {
    /**
     * One piece: I = level + slope (t - start).
     *
     * @param start when it begins
     * @param level current at its beginning
     * @param slope change per time while it lasts
     */
    public record Piece(Time start, Current level, CurrentRate slope) {
        public Piece {
            Check.notNegative("InputCurrent.start", start);
            Check.finite("InputCurrent.level", level);
            Check.finite("InputCurrent.slope", slope);
        }

        double at(double seconds) {
            return level.si() + slope.si() * (seconds - start.si());
        }
    }

    public InputCurrent {
        pieces = ImmutableList.copyOf(pieces);
        Check.atLeast("InputCurrent.pieces", pieces.size(), 1);
        Check.require(
                pieces.get(0).start().si() == 0,
                "InputCurrent.start",
                pieces.get(0).start(),
                "must be 0 s at first");
        for (int k = 1; k < pieces.size(); k++) {
            Check.require(
                    pieces.get(k).start().si() > pieces.get(k - 1).start().si(),
                    "InputCurrent.start",
                    pieces.get(k).start(),
                    "must lie after the start of the piece before, "
                            + pieces.get(k - 1).start());
        }
    }

    /** A current that never changes. */
    public static InputCurrent constant(Current level) {
        return ramp(level, new CurrentRate(0));
    }

    /** A current that rises linearly from time 0. */
    public static InputCurrent ramp(Current level, CurrentRate slope) {
        return new InputCurrent(ImmutableList.of(new Piece(new Time(0), level, slope)));
    }

    /** This current until {@code start}, and a constant one from then on. */
    public InputCurrent then(Time start, Current level) {
        return then(start, level, new CurrentRate(0));
    }

    /** This current until {@code start}, and one from then on that begins at {@code level} and rises linearly. */
    public InputCurrent then(Time start, Current level, CurrentRate slope) {
        return new InputCurrent(ImmutableList.<Piece>builder()
                .addAll(pieces)
                .add(new Piece(start, level, slope))
                .build());
    }

    /** The current in A at a time; at a jump, the one after it. */
    public double amperesAt(double seconds) {
        Piece current = pieces.get(0);
        for (Piece piece : pieces) {
            if (piece.start().si() <= seconds) {
                current = piece;
            }
        }
        return current.at(seconds);
    }
}
