package org.ionspike.engine.physics;

import org.ionspike.engine.units.Time;

/** A particle run has lost an ion: its place is no longer a finite number. */
public final class NonFiniteIonException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Names the step and the ion (counted from 0, cations first). */
    public NonFiniteIonException(long step, int ion, Time length) {
        super("The place of ion " + ion + " is not finite after step " + step + " of " + length
                + ". Use a shorter step or a weaker field.");
    }
}
