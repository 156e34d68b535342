package org.ionspike.engine.neuron;

import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Conductance;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;

/**
 * A channel whose open fraction relaxes to a sigmoid of the voltage in a constant time.
 *
 * <pre>I = g n (v - E),   tau dn/dt = 1 / (1 + e^((V_half - v) / k)) - n</pre>
 *
 * @param conductance g with all open, above 0
 * @param reversal E
 * @param halfOpen V_half, where half is open in the end
 * @param slope k, above 0 for a channel that opens with the voltage, below 0 for one that closes
 * @param time tau, above 0
 */
public record GatedChannel(Conductance conductance, Voltage reversal, Voltage halfOpen, Voltage slope, Time time) {
    public GatedChannel {
        Check.positive("GatedChannel.conductance", conductance);
        Check.finite("GatedChannel.reversal", reversal);
        Check.finite("GatedChannel.halfOpen", halfOpen);
        Check.finite("GatedChannel.slope", slope);
        Check.require(slope.si() != 0, "GatedChannel.slope", slope, "must not be 0");
        Check.positive("GatedChannel.time", time);
    }

    /** Open fraction in the end, at a voltage. */
    public double steadyFraction(double volts) {
        return 1 / (1 + Math.exp((halfOpen.si() - volts) / slope.si()));
    }
}
