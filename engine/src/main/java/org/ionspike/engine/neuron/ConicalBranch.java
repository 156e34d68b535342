package org.ionspike.engine.neuron;

import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Length;
import org.ionspike.engine.units.Voltage;

/**
 * Equal conical channels side by side, in series with a battery, between the membrane of a {@link ConicalChannelNeuron}
 * and ground.
 *
 * <pre>I = cones G_0 g (v - E),   tau dg/dt = g_inf(u) - g,   u = v - E (tip at the membrane) or E - v (base)</pre>
 *
 * @param length L of each; G_0 falls with 1 / L, tau = L^2 / (12 D) grows with its square
 * @param cones how many, 1 or more
 * @param battery E, the membrane voltage at which no current flows
 * @param atMembrane the end that is on the side of the membrane; turns the sign of the voltage on the cones
 */
public record ConicalBranch(Length length, int cones, Voltage battery, End atMembrane) {
    /** An end of a cone. */
    public enum End {
        /** The narrow one: conducts better above the battery than below. */
        TIP,
        /** The wide one: conducts better below. */
        BASE
    }

    public ConicalBranch {
        Check.positive("ConicalBranch.length", length);
        Check.atLeast("ConicalBranch.cones", cones, 1);
        Check.finite("ConicalBranch.battery", battery);
    }

    /** The voltage on its cones, tip minus base, in V. */
    double onCones(double membraneVolts) {
        return sign() * (membraneVolts - battery.si());
    }

    /** 1 with the tip at the membrane, -1 with the base. */
    int sign() {
        return atMembrane == End.TIP ? 1 : -1;
    }
}
