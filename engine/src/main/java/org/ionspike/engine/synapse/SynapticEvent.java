package org.ionspike.engine.synapse;

import org.ionspike.engine.physics.Slit;
import org.ionspike.engine.physics.SpikeWaveform;
import org.ionspike.engine.units.Charge;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Energy;
import org.ionspike.engine.units.Time;

/**
 * What one spike costs and carries on one ideal synapse at rest.
 *
 * <pre>E = integral of G n_s V^2 dt      Q = integral of G n_s V dt      G = G_min + (G_max - G_min) w</pre>
 *
 * The weight is held. Source: our choice; these are outputs of the model.
 *
 * @param headEnergy dissipated during the head
 * @param tailEnergy dissipated during the tail
 * @param headCharge charge of the head
 * @param tailCharge charge of the tail, of its sign
 * @param fractionAfterHead n_s at the end of the head
 */
public record SynapticEvent(
        Energy headEnergy, Energy tailEnergy, Charge headCharge, Charge tailCharge, double fractionAfterHead) {
    /** Exact steps over the tail with the voltage of their middle; the error falls with their square. */
    private static final int TAIL_STEPS = 8000;

    /**
     * The event of a waveform.
     *
     * @param weight 0 to 1
     * @param cut when the tail is over, counted from the end of the head
     */
    public static SynapticEvent of(IonicSynapse synapse, SpikeWaveform waveform, double weight, Time cut) {
        Check.between("SynapticEvent.weight", weight, 0, 1);
        Check.positive("SynapticEvent.cut", cut);
        Slit slit = synapse.slit();
        double siemens = synapse.conductanceSiemens(weight);
        double head = waveform.headDuration().si();
        double volts = waveform.head().si();
        double rest = synapse.restingFraction();
        double headIntegral = slit.mobileFractionIntegral(rest, synapse.divider() * volts, head);
        double afterHead = slit.advance(rest, synapse.divider() * volts, head);
        double n = afterHead;
        double h = cut.si() / TAIL_STEPS;
        double joules = 0;
        double coulombs = 0;
        for (int k = 0; k < TAIL_STEPS; k++) {
            double v = waveform.voltage(head + (k + 0.5) * h);
            double integral = slit.mobileFractionIntegral(n, synapse.divider() * v, h);
            joules += v * v * integral;
            coulombs += v * integral;
            n = slit.advance(n, synapse.divider() * v, h);
        }
        return new SynapticEvent(
                new Energy(siemens * volts * volts * headIntegral),
                new Energy(siemens * joules),
                new Charge(siemens * volts * headIntegral),
                new Charge(siemens * coulombs),
                afterHead);
    }

    /** Energy of head and tail. */
    public Energy energy() {
        return new Energy(headEnergy.si() + tailEnergy.si());
    }
}
