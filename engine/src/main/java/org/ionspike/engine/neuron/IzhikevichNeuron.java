package org.ionspike.engine.neuron;

import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.nS;
import static org.ionspike.engine.units.Units.pA;
import static org.ionspike.engine.units.Units.pF;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableList;
import java.util.List;
import org.ionspike.engine.units.Capacitance;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Conductance;
import org.ionspike.engine.units.Current;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;

/**
 * The quadratic neuron with recovery of Izhikevich, in physical units.
 *
 * <pre>
 * C dv/dt = g (v - v_r) (v - v_t) / (v_t - v_r) - u + I + I_syn
 * tau_u du/dt = b (v - v_r) - u
 * spike when v reaches v_peak; then v = reset, u += recoveryStep
 * </pre>
 *
 * Izhikevich writes k = g / (v_t - v_r) and a = 1 / tau_u. State: {@code v}, {@code u} in A, and that of the receptors. A step
 * is Heun's (second order between spikes); spikes take effect at the end of their step. A step longer than the membrane
 * needs to grow e-fold at v_peak, or than tau_u, is refused.
 *
 * <p>Source: Izhikevich, IEEE Trans. Neural Netw. 14, 1569 (2003); in physical units Izhikevich, Dynamical Systems in
 * Neuroscience, MIT Press 2007, chapter 8. Defaults: the regular spiking neuron given there. The receptors are ours.
 *
 * @param capacitance C, above 0
 * @param leak g, slope of the current at rest, above 0
 * @param restingPotential v_r
 * @param instantaneousThreshold v_t, above v_r
 * @param peak v_peak, above v_t
 * @param reset below v_peak
 * @param recoveryTime tau_u, above 0
 * @param recoverySlope b, any sign
 * @param recoveryStep what a spike adds to u
 * @param synapses what impulses do
 */
@AutoService(NeuronModel.class)
public record IzhikevichNeuron(
        Capacitance capacitance,
        Conductance leak,
        Voltage restingPotential,
        Voltage instantaneousThreshold,
        Voltage peak,
        Voltage reset,
        Time recoveryTime,
        Conductance recoverySlope,
        Current recoveryStep,
        ExponentialReceptors synapses)
        implements NeuronModel {
    public IzhikevichNeuron {
        Check.positive("IzhikevichNeuron.capacitance", capacitance);
        Check.positive("IzhikevichNeuron.leak", leak);
        Check.finite("IzhikevichNeuron.restingPotential", restingPotential);
        Check.finite("IzhikevichNeuron.instantaneousThreshold", instantaneousThreshold);
        Check.require(
                instantaneousThreshold.si() > restingPotential.si(),
                "IzhikevichNeuron.instantaneousThreshold",
                instantaneousThreshold,
                "must be above restingPotential (" + restingPotential + ")");
        Check.finite("IzhikevichNeuron.peak", peak);
        Check.require(
                peak.si() > instantaneousThreshold.si(),
                "IzhikevichNeuron.peak",
                peak,
                "must be above instantaneousThreshold (" + instantaneousThreshold + ")");
        Check.finite("IzhikevichNeuron.reset", reset);
        Check.require(reset.si() < peak.si(), "IzhikevichNeuron.reset", reset, "must be below peak (" + peak + ")");
        Check.positive("IzhikevichNeuron.recoveryTime", recoveryTime);
        Check.finite("IzhikevichNeuron.recoverySlope", recoverySlope);
        Check.require(
                recoverySlope.si() > -leak.si(),
                "IzhikevichNeuron.recoverySlope",
                recoverySlope,
                "must be above -leak (" + new Conductance(-leak.si()) + "), or rest is not stable");
        Check.finite("IzhikevichNeuron.recoveryStep", recoveryStep);
    }

    /** Regular spiking: 100 pF, 14 nS (k = 0.7 nS/mV), -60, -40, 35, -50 mV, 33.3 ms (a = 0.03 / ms), -2 nS, 100 pA. */
    public IzhikevichNeuron() {
        this(
                pF(100),
                nS(14),
                mV(-60),
                mV(-40),
                mV(35),
                mV(-50),
                new Time(1e-3 / 0.03),
                nS(-2),
                pA(100),
                new ExponentialReceptors(ExponentialReceptors.Kind.CURRENT));
    }

    @Override
    public String name() {
        return "izhikevich-neuron";
    }

    @Override
    public String summary() {
        return "Quadratic membrane with recovery and reset: regular, fast and bursting spikes.";
    }

    @Override
    public ImmutableList<Receptor> receptors() {
        return synapses.receptors();
    }

    /** The longest step: the membrane grows e-fold in it at v_peak, and u decays by less than that. */
    public Time longestStep() {
        double span = instantaneousThreshold.si() - restingPotential.si();
        double steepness = 2 * peak.si() - restingPotential.si() - instantaneousThreshold.si();
        return new Time(Math.min(recoveryTime.si(), capacitance.si() * span / (leak.si() * steepness)));
    }

    @Override
    public ImmutableList<StateVariable> variables() {
        return synapses.variablesWith(List.of(StateVariable.unbounded("u", "A", "recovery current")));
    }

    @Override
    public void checkStep(Time step) {
        LongestStep.check(this, step, longestStep(), "the membrane grows more than e-fold at peak, or u swings");
    }

    @Override
    public NeuronKernel kernel(KernelSettings settings) {
        checkStep(settings.step());
        var firing = new SteppedKernel.Firing(restingPotential, peak, reset, 0);
        var state = new ReceptorState(synapses, settings, restingPotential.si(), leak.si());
        return new SteppedKernel(
                this,
                settings,
                firing,
                settings.backend() == Backend.FUSED
                        ? new FusedIzhikevich(this, settings, state)
                        : new VectorizedIzhikevich(this, settings, state));
    }
}
