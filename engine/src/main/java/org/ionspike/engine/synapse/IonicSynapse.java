package org.ionspike.engine.synapse;

import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.nS;

import com.google.auto.service.AutoService;
import org.ionspike.engine.physics.AdsorbedCoverage;
import org.ionspike.engine.physics.Slit;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Conductance;
import org.ionspike.engine.units.Time;

/**
 * A slit whose conductance is a slow weight times a fast, volatile factor.
 *
 * <pre>I = (G_min + (G_max - G_min) w) n_s V,    dn_s/dt: the slit's pair kinetics at divider x V,
 * dw/dt = k_on(V) (1 - w) - k_off(V) w</pre>
 *
 * The weight w is the coverage of the wall by adsorbed ions and changes only under programming pulses; n_s is the
 * mobile fraction of the slit. Only {@code divider} of the voltage falls across the slit. A line held at 0.1 V puts
 * 40 mV on it, where n_s stays within 0.5 % of its rest value of 0.00995: 0.5 to 10 nS are then 5 to 100 pS.
 *
 * <p>The column is a virtual ground, so V is the voltage of the line. Lines of one source share one voltage history,
 * hence one n_s per line. Bounds: w is kept inside [1/64, 63/64], because the pulse that would move it to 0 or 1 is
 * infinitely long. Equation and numbers: our modelling choice (docs/physics.md).
 *
 * @param slit the volatile part
 * @param minConductance G_min, 0 or above
 * @param maxConductance G_max, above {@code minConductance}
 * @param divider share of the voltage on the slit, above 0 to 1
 * @param coverage the kinetics of the weight
 * @param programmingPulse duration of the pulse that makes one change of weight; its voltage follows from
 *     {@code coverage}
 * @param tolerance relative change of n_s on a held line after which its current is computed anew, above 0 to 1
 * @param devices how the devices differ from the ideal one
 */
@AutoService(SynapseModel.class)
public record IonicSynapse(
        Slit slit,
        Conductance minConductance,
        Conductance maxConductance,
        double divider,
        AdsorbedCoverage coverage,
        Time programmingPulse,
        double tolerance,
        DeviceVariability devices)
        implements SynapseModel {

    /** Smallest weight; the largest is 1 minus it. Half a state of a 32-state device. */
    public static final float WEIGHT_MARGIN = 1f / 64;

    public IonicSynapse {
        Check.notNegative("IonicSynapse.minConductance", minConductance);
        Check.require(
                maxConductance.si() > minConductance.si() && Double.isFinite(maxConductance.si()),
                "IonicSynapse.maxConductance",
                maxConductance,
                "must be above minConductance (" + minConductance + ") and finite");
        Check.require(divider > 0 && divider <= 1, "IonicSynapse.divider", divider, "must be above 0 and at most 1");
        Check.positive("IonicSynapse.programmingPulse", programmingPulse);
        Check.require(
                tolerance > 0 && tolerance <= 1, "IonicSynapse.tolerance", tolerance, "must be above 0 and at most 1");
    }

    /** The network preset of physics.md: 0.5 to 10 nS, divider 0.4, coverage memory of an hour, ideal devices. */
    public IonicSynapse() {
        this(Slit.synaptic(), nS(0.5), nS(10), 0.4, AdsorbedCoverage.network(), ms(1), 0.01, DeviceVariability.ideal());
    }

    /** The same synapse with other device variability. */
    public IonicSynapse withDevices(DeviceVariability variability) {
        return new IonicSynapse(
                slit, minConductance, maxConductance, divider, coverage, programmingPulse, tolerance, variability);
    }

    @Override
    public String name() {
        return "ionic-synapse";
    }

    @Override
    public String summary() {
        return "A slit: long-term adsorbed coverage (the weight) times a volatile mobile fraction.";
    }

    /** Conductance in S of an ideal device of the given weight, without the volatile factor. */
    public double conductanceSiemens(double weight) {
        return minConductance.si() + (maxConductance.si() - minConductance.si()) * weight;
    }

    /** Volatile factor of a line that has been at 0 V for long. */
    public double restingFraction() {
        return slit.steadyMobileFraction(0);
    }

    /** Current in A that a full step of the weight from 0 to 1 makes on a rested line held at {@code volts}. */
    public double unitAmperes(double volts) {
        return (maxConductance.si() - minConductance.si()) * restingFraction() * Math.abs(volts);
    }

    @Override
    public IonicSynapseState state(Connectivity connectivity, float[][] weights, RandomStreams streams) {
        return new IonicSynapseState(this, connectivity, weights, streams);
    }
}
