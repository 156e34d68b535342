package org.ionspike.engine.neuron;

import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.nS;
import static org.ionspike.engine.units.Units.pF;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.IntStream;
import org.ionspike.engine.units.Capacitance;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Conductance;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;

/**
 * A membrane with channels that open with a sigmoid of the voltage in a constant time.
 *
 * <pre>
 * C dv/dt = I + I_syn - g_L (v - E_L) - sum g_k n_k (v - E_k)
 * tau_k dn_k/dt = 1 / (1 + e^((V_k - v) / k_k)) - n_k
 * </pre>
 *
 * State: {@code v}, {@code n1}, {@code n2} ... in the order of the channels, and that of the receptors. A step is explicit
 * Euler's (first order): all right-hand sides take the values of its start. A spike is an upward crossing of the
 * threshold; there is no reset. A step longer than C over the sum of all conductances, or than a channel's time, is refused.
 *
 * <p>Source: the persistent-sodium and potassium model of Izhikevich, Dynamical Systems in Neuroscience, MIT Press 2007,
 * chapter 4, with its high-threshold numbers; the fast channel has a time of 0.1 ms here. It is our workload for measuring speed.
 *
 * @param capacitance C, above 0
 * @param leak g_L, above 0
 * @param leakPotential E_L
 * @param channels one or more
 * @param threshold a spike is an upward crossing of it; above the resting voltage
 * @param synapses what impulses do
 */
@AutoService(NeuronModel.class)
public record GatedChannelNeuron(
        Capacitance capacitance,
        Conductance leak,
        Voltage leakPotential,
        List<GatedChannel> channels,
        Voltage threshold,
        ExponentialReceptors synapses)
        implements NeuronModel {
    public GatedChannelNeuron {
        channels = List.copyOf(channels);
        Check.positive("GatedChannelNeuron.capacitance", capacitance);
        Check.positive("GatedChannelNeuron.leak", leak);
        Check.finite("GatedChannelNeuron.leakPotential", leakPotential);
        Check.atLeast("GatedChannelNeuron.channels", channels.size(), 1);
        Check.finite("GatedChannelNeuron.threshold", threshold);
        Voltage rest = restingPotential(leak, leakPotential, channels);
        Check.require(
                threshold.si() > rest.si(),
                "GatedChannelNeuron.threshold",
                threshold,
                "must be above the resting voltage (" + rest + "), or the neuron never crosses it");
    }

    /**
     * 10 pF, leak 80 nS at -80 mV; 200 nS at 60 mV half open at -20 mV (slope 15 mV, 0.1 ms), 100 nS at -90 mV half open at
     * -25 mV (slope 5 mV, 1 ms); threshold -20 mV.
     */
    public GatedChannelNeuron() {
        this(
                pF(10),
                nS(80),
                mV(-80),
                List.of(
                        new GatedChannel(nS(200), mV(60), mV(-20), mV(15), ms(0.1)),
                        new GatedChannel(nS(100), mV(-90), mV(-25), mV(5), ms(1))),
                mV(-20),
                new ExponentialReceptors(ExponentialReceptors.Kind.CONDUCTANCE));
    }

    @Override
    public String name() {
        return "gated-channel-neuron";
    }

    @Override
    public String summary() {
        return "Membrane with leak and channels whose open fractions follow a sigmoid of the voltage.";
    }

    @Override
    public ImmutableList<Receptor> receptors() {
        return synapses.receptors();
    }

    /** The lowest voltage at which all currents cancel without input. */
    public Voltage restingPotential() {
        return restingPotential(leak, leakPotential, channels);
    }

    private static Voltage restingPotential(Conductance leak, Voltage leakPotential, List<GatedChannel> channels) {
        double low = leakPotential.si();
        double high = low;
        for (GatedChannel channel : channels) {
            low = Math.min(low, channel.reversal().si());
            high = Math.max(high, channel.reversal().si());
        }
        return SteadyVoltage.of(
                v -> {
                    double inward = leak.si() * (leakPotential.si() - v);
                    for (GatedChannel channel : channels) {
                        inward += channel.conductance().si()
                                * channel.steadyFraction(v)
                                * (channel.reversal().si() - v);
                    }
                    return inward;
                },
                low,
                high);
    }

    /** Sum of the leak and of all channels with all open. */
    private double largestSiemens() {
        return leak.si()
                + channels.stream()
                        .mapToDouble(channel -> channel.conductance().si())
                        .sum();
    }

    /** The longest step: C over all conductances, or the time of the fastest channel if that is shorter. */
    public Time longestStep() {
        double seconds = capacitance.si() / largestSiemens();
        for (GatedChannel channel : channels) {
            seconds = Math.min(seconds, channel.time().si());
        }
        return new Time(seconds);
    }

    @Override
    public ImmutableList<StateVariable> variables() {
        return synapses.variablesWith(IntStream.rangeClosed(1, channels.size())
                .mapToObj(k -> StateVariable.fraction("n" + k, "open fraction of channel " + k))
                .toList());
    }

    @Override
    public void checkStep(Time step) {
        LongestStep.check(this, step, longestStep(), "v overshoots with all channels open");
    }

    @Override
    public NeuronKernel kernel(KernelSettings settings) {
        checkStep(settings.step());
        Voltage rest = restingPotential();
        var firing = new SteppedKernel.Firing(rest, threshold, null, 0);
        var state = new ReceptorState(synapses, settings, rest.si(), leak.si());
        return new SteppedKernel(
                this,
                settings,
                firing,
                settings.backend() == Backend.FUSED
                        ? new FusedGatedChannels(this, settings, state)
                        : new VectorizedGatedChannels(this, settings, state));
    }
}
