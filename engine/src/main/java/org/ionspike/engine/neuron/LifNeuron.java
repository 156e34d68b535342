package org.ionspike.engine.neuron;

import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.nS;
import static org.ionspike.engine.units.Units.pF;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableList;
import org.ionspike.engine.units.Capacitance;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Conductance;
import org.ionspike.engine.units.Current;
import org.ionspike.engine.units.Quantity;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;

/**
 * The leaky integrate-and-fire neuron.
 *
 * <pre>
 * C dv/dt = -g_L (v - E_L) + I + I_syn      spike when v reaches the threshold, then v = reset for the refractory time
 * delta:                    an impulse of w volts makes v jump by w (not while refractory)
 * exponential current:      I_syn = sum w e^(-t / tau)                 w in A
 * alpha current:            I_syn = sum w (t / tau) e^(1 - t / tau)    w in A, the peak
 * exponential conductance:  I_syn = -g_e (v - E_e) - g_i (v - E_i),  g = sum w e^(-t / tau)    w in S
 * </pre>
 *
 * Steps are exact for delta and current responses, whatever their length; with conductances v takes an exponential Euler
 * step with the conductances at the middle of the step (second order) and the conductances exact ones. Every response
 * has the receptors {@code excitatory} and {@code inhibitory}; the sign of an impulse comes from the polarity of its
 * projection, so an inhibitory current or voltage needs an inhibitory projection, an inhibitory conductance an
 * excitatory one at the receptor {@code inhibitory}.
 *
 * <p>Source: textbook model; exact integration after Rotter and Diesmann, Biol. Cybern. 81, 381 (1999). Defaults: the
 * neuron of Vogels and Abbott, J. Neurosci. 25, 10786 (2005).
 *
 * @param capacitance C, above 0
 * @param leak g_L, above 0
 * @param restingPotential E_L
 * @param threshold above E_L
 * @param reset below the threshold
 * @param refractory time at the reset after a spike, 0 or above; rounded to whole steps
 * @param response what an impulse does
 * @param excitatoryTime tau of the receptor excitatory, above 0
 * @param inhibitoryTime tau of the receptor inhibitory, above 0
 * @param excitatoryPotential E_e, of conductances
 * @param inhibitoryPotential E_i, of conductances
 */
@AutoService(NeuronModel.class)
public record LifNeuron(
        Capacitance capacitance,
        Conductance leak,
        Voltage restingPotential,
        Voltage threshold,
        Voltage reset,
        Time refractory,
        Response response,
        Time excitatoryTime,
        Time inhibitoryTime,
        Voltage excitatoryPotential,
        Voltage inhibitoryPotential)
        implements NeuronModel {

    /** The postsynaptic response to an impulse. */
    public enum Response {
        /** The voltage jumps. */
        DELTA(Voltage.class),
        /** A current that decays. */
        EXPONENTIAL_CURRENT(Current.class),
        /** A current that rises and decays. */
        ALPHA_CURRENT(Current.class),
        /** A conductance that decays. */
        EXPONENTIAL_CONDUCTANCE(Conductance.class);

        private final Class<? extends Quantity> quantity;

        Response(Class<? extends Quantity> quantity) {
            this.quantity = quantity;
        }
    }

    public LifNeuron {
        Check.positive("LifNeuron.capacitance", capacitance);
        Check.positive("LifNeuron.leak", leak);
        Check.finite("LifNeuron.restingPotential", restingPotential);
        Check.finite("LifNeuron.threshold", threshold);
        Check.require(
                threshold.si() > restingPotential.si(),
                "LifNeuron.threshold",
                threshold,
                "must be above restingPotential (" + restingPotential + "), or the neuron fires in every step");
        Check.finite("LifNeuron.reset", reset);
        Check.require(
                reset.si() < threshold.si(), "LifNeuron.reset", reset, "must be below threshold (" + threshold + ")");
        Check.notNegative("LifNeuron.refractory", refractory);
        Check.positive("LifNeuron.excitatoryTime", excitatoryTime);
        Check.positive("LifNeuron.inhibitoryTime", inhibitoryTime);
        Check.finite("LifNeuron.excitatoryPotential", excitatoryPotential);
        Check.finite("LifNeuron.inhibitoryPotential", inhibitoryPotential);
    }

    /** 200 pF, 10 nS, rest and reset at -60 mV, threshold -50 mV, 5 ms refractory; exponential currents, 5 and 10 ms. */
    public LifNeuron() {
        this(Response.EXPONENTIAL_CURRENT);
    }

    /** The default neuron with another response; reversal potentials 0 and -80 mV. */
    public LifNeuron(Response response) {
        this(pF(200), nS(10), mV(-60), mV(-50), mV(-60), ms(5), response, ms(5), ms(10), mV(0), mV(-80));
    }

    @Override
    public String name() {
        return "lif-neuron";
    }

    @Override
    public String summary() {
        return "Leaky integrate-and-fire with delta, exponential or alpha current, or exponential conductance synapses.";
    }

    @Override
    public ImmutableList<Receptor> receptors() {
        return ImmutableList.of(
                new Receptor("excitatory", response.quantity), new Receptor("inhibitory", response.quantity));
    }

    @Override
    public ImmutableList<StateVariable> variables() {
        return switch (response) {
            case DELTA -> ImmutableList.of(StateVariable.voltage());
            case EXPONENTIAL_CURRENT, ALPHA_CURRENT ->
                ImmutableList.of(
                        StateVariable.voltage(),
                        StateVariable.unbounded("iE", "A", "current of the receptor excitatory"),
                        StateVariable.unbounded("iI", "A", "current of the receptor inhibitory"));
            case EXPONENTIAL_CONDUCTANCE ->
                ImmutableList.of(
                        StateVariable.voltage(),
                        StateVariable.notNegative("gE", "S", "conductance of the receptor excitatory"),
                        StateVariable.notNegative("gI", "S", "conductance of the receptor inhibitory"));
        };
    }

    /** Time constant C / g_L of the membrane. */
    public Time membraneTime() {
        return new Time(capacitance.si() / leak.si());
    }

    @Override
    public NeuronKernel kernel(KernelSettings settings) {
        return new SteppedKernel(this, settings, firing(settings), LifDynamics.of(this, settings));
    }

    SteppedKernel.Firing firing(KernelSettings settings) {
        int refractorySteps = (int) Math.round(refractory.si() / settings.step().si());
        return new SteppedKernel.Firing(restingPotential, threshold, reset, refractorySteps);
    }
}
