package org.ionspike.engine.neuron;

import static org.ionspike.engine.units.Units.kelvin;
import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.nS;
import static org.ionspike.engine.units.Units.pF;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableList;
import java.util.List;
import org.ionspike.engine.units.Capacitance;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Conductance;
import org.ionspike.engine.units.Temperature;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;

/**
 * The squid axon's membrane of Hodgkin and Huxley.
 *
 * <pre>
 * C dv/dt = I + I_syn - g_Na m^3 h (v - E_Na) - g_K n^4 (v - E_K) - g_L (v - E_L)
 * dx/dt = phi (alpha_x(v) (1 - x) - beta_x(v) x)     x = m, h, n     phi = 3^((T - 279.45 K) / 10 K)
 * </pre>
 *
 * Rates: {@link HodgkinHuxleyRates}. State: {@code v}, {@code m}, {@code h}, {@code n}, and that of the receptors. Exponential
 * Euler steps, gates and voltage half a step apart (second order): the gates are those of half a step later than v. A spike is
 * an upward crossing of the threshold; there is no reset. Steps above 0.1 ms / phi are refused.
 *
 * <p>Source: Hodgkin and Huxley, J. Physiol. 117, 500 (1952), with the voltage counted inside minus outside and rest near -65
 * mV. Defaults: their conductances per area on 1e-4 cm^2. The receptors are ours.
 *
 * @param capacitance C, above 0
 * @param sodium g_Na, above 0
 * @param potassium g_K, above 0
 * @param leak g_L, above 0
 * @param sodiumPotential E_Na
 * @param potassiumPotential E_K
 * @param leakPotential E_L
 * @param temperature T; the rates grow threefold in 10 K
 * @param threshold a spike is an upward crossing of it; above the resting voltage
 * @param synapses what impulses do
 */
@AutoService(NeuronModel.class)
public record HodgkinHuxleyNeuron(
        Capacitance capacitance,
        Conductance sodium,
        Conductance potassium,
        Conductance leak,
        Voltage sodiumPotential,
        Voltage potassiumPotential,
        Voltage leakPotential,
        Temperature temperature,
        Voltage threshold,
        ExponentialReceptors synapses)
        implements NeuronModel {
    private static final double LONGEST_STEP = 1e-4;

    public HodgkinHuxleyNeuron {
        Check.positive("HodgkinHuxleyNeuron.capacitance", capacitance);
        Check.positive("HodgkinHuxleyNeuron.sodium", sodium);
        Check.positive("HodgkinHuxleyNeuron.potassium", potassium);
        Check.positive("HodgkinHuxleyNeuron.leak", leak);
        Check.finite("HodgkinHuxleyNeuron.sodiumPotential", sodiumPotential);
        Check.finite("HodgkinHuxleyNeuron.potassiumPotential", potassiumPotential);
        Check.finite("HodgkinHuxleyNeuron.leakPotential", leakPotential);
        Check.positive("HodgkinHuxleyNeuron.temperature", temperature);
        Check.finite("HodgkinHuxleyNeuron.threshold", threshold);
    }

    /** 100 pF; 12 uS, 3.6 uS and 30 nS at 50, -77 and -54.387 mV; 6.3 degrees Celsius; threshold 0 mV. */
    public HodgkinHuxleyNeuron() {
        this(
                pF(100),
                nS(12_000),
                nS(3_600),
                nS(30),
                mV(50),
                mV(-77),
                mV(-54.387),
                kelvin(279.45),
                mV(0),
                new ExponentialReceptors(ExponentialReceptors.Kind.CONDUCTANCE));
    }

    @Override
    public String name() {
        return "hodgkin-huxley-neuron";
    }

    @Override
    public String summary() {
        return "The squid axon's membrane: sodium, potassium and leak with voltage-dependent gates.";
    }

    @Override
    public ImmutableList<Receptor> receptors() {
        return synapses.receptors();
    }

    /** Factor of all rates by the temperature. */
    double rateFactor() {
        return Math.pow(3, (temperature.si() - 279.45) / 10);
    }

    /** The lowest voltage at which all currents cancel without input. */
    public Voltage restingPotential() {
        double low = Math.min(leakPotential.si(), Math.min(sodiumPotential.si(), potassiumPotential.si()));
        double high = Math.max(leakPotential.si(), Math.max(sodiumPotential.si(), potassiumPotential.si()));
        return SteadyVoltage.of(this::steadyInward, low, high);
    }

    private double steadyInward(double v) {
        double m = HodgkinHuxleyRates.M.steady(v);
        double n = HodgkinHuxleyRates.N.steady(v);
        double h = HodgkinHuxleyRates.H.steady(v);
        return sodium.si() * m * m * m * h * (sodiumPotential.si() - v)
                + potassium.si() * n * n * n * n * (potassiumPotential.si() - v)
                + leak.si() * (leakPotential.si() - v);
    }

    /** The longest step: 0.1 ms, less where it is warmer. */
    public Time longestStep() {
        return new Time(LONGEST_STEP / rateFactor());
    }

    @Override
    public ImmutableList<StateVariable> variables() {
        return synapses.variablesWith(List.of(
                StateVariable.fraction("m", "activation of sodium"),
                StateVariable.fraction("h", "inactivation of sodium"),
                StateVariable.fraction("n", "activation of potassium")));
    }

    @Override
    public void checkStep(Time step) {
        LongestStep.check(this, step, longestStep(), "the gates change too much in a step to be resolved");
    }

    @Override
    public NeuronKernel kernel(KernelSettings settings) {
        checkStep(settings.step());
        Voltage rest = restingPotential();
        Check.require(
                threshold.si() > rest.si(),
                "HodgkinHuxleyNeuron.threshold",
                threshold,
                "must be above the resting voltage (" + rest + "), or the neuron never crosses it");
        var firing = new SteppedKernel.Firing(rest, threshold, null, 0);
        var state = new ReceptorState(synapses, settings, rest.si(), leak.si());
        return new SteppedKernel(
                this,
                settings,
                firing,
                settings.backend() == Backend.FUSED
                        ? new FusedHodgkinHuxley(this, settings, state)
                        : new VectorizedHodgkinHuxley(this, settings, state));
    }
}
