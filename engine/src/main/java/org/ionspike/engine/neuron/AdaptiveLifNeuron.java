package org.ionspike.engine.neuron;

import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.nS;
import static org.ionspike.engine.units.Units.pA;
import static org.ionspike.engine.units.Units.pF;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Current;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;

/**
 * The leaky integrate-and-fire neuron with an adaptive threshold and an adaptation current.
 *
 * <pre>
 * membrane of {@link LifNeuron} with the input I - w
 * spike when v reaches threshold + theta; then v = reset, theta += thetaStep, w += adaptationStep
 * tau_theta dtheta/dt = -theta      tau_w dw/dt = -w
 * </pre>
 *
 * State: {@code v}, {@code theta} in V, {@code w} in A, and those of the membrane. w is exact for delta and current
 * responses; with conductances the membrane takes its mean over the step (second order). theta is lowered in every step, or, when
 * it loses less than 1e-4 of itself in one, every so many steps that it does: it is never more than 1e-4 of itself too
 * high, and times of hours are possible at steps of a millisecond.
 *
 * <p>Source: textbook model; adaptive threshold for unsupervised learning after Diehl and Cook, Front. Comput. Neurosci.
 * 9, 99 (2015). The default times and steps are ours.
 *
 * @param membrane what integrates, and its synapses
 * @param thetaTime tau_theta, above 0
 * @param thetaStep what a spike adds to the threshold, 0 or above
 * @param adaptationTime tau_w, above 0
 * @param adaptationStep what a spike adds to w, 0 or above
 * @param thresholdIsLearnt whether theta is part of what a network learns: it then outlives a reset, as weights do, and a
 *     frozen network does not raise it any more
 */
@AutoService(NeuronModel.class)
public record AdaptiveLifNeuron(
        LifNeuron membrane,
        Time thetaTime,
        Voltage thetaStep,
        Time adaptationTime,
        Current adaptationStep,
        boolean thresholdIsLearnt)
        implements NeuronModel {
    /** tau_theta where theta stays as it is: 30 years. */
    private static final Time FOR_GOOD = new Time(1e9);

    public AdaptiveLifNeuron {
        Check.positive("AdaptiveLifNeuron.thetaTime", thetaTime);
        Check.notNegative("AdaptiveLifNeuron.thetaStep", thetaStep);
        Check.positive("AdaptiveLifNeuron.adaptationTime", adaptationTime);
        Check.notNegative("AdaptiveLifNeuron.adaptationStep", adaptationStep);
    }

    /** The default {@link LifNeuron}, theta 1 mV a spike for 100 ms, w 10 pA a spike for 100 ms. */
    public AdaptiveLifNeuron() {
        this(new LifNeuron(), ms(100), mV(1), ms(100), pA(10), false);
    }

    /**
     * The excitatory neuron of Diehl and Cook with the numbers of BindsNET's {@code DiehlAndCookNodes}: rest -65, reset
     * -60, threshold -52 mV + theta, 5 ms refractory, membrane 100 ms, theta 0.05 mV a spike for 10 000 s, learnt; impulses
     * in V.
     */
    public static AdaptiveLifNeuron diehlAndCook() {
        var membrane = new LifNeuron(
                pF(100),
                nS(1),
                mV(-65),
                mV(-52),
                mV(-60),
                ms(5),
                LifNeuron.Response.DELTA,
                ms(5),
                ms(10),
                mV(0),
                mV(-80));
        return new AdaptiveLifNeuron(membrane, ms(1e7), mV(0.05), ms(100), pA(0), true);
    }

    @Override
    public String name() {
        return "adaptive-lif-neuron";
    }

    @Override
    public String summary() {
        return "Leaky integrate-and-fire with a threshold that rises with each spike, and an adaptation current.";
    }

    @Override
    public ImmutableList<Receptor> receptors() {
        return membrane.receptors();
    }

    @Override
    public ImmutableList<StateVariable> variables() {
        return ImmutableList.<StateVariable>builder()
                .addAll(membrane.variables())
                .add(StateVariable.unbounded("theta", "V", "rise of the threshold"))
                .add(StateVariable.unbounded("w", "A", "adaptation current"))
                .build();
    }

    @Override
    public NeuronModel frozen() {
        return thresholdIsLearnt
                ? new AdaptiveLifNeuron(membrane, FOR_GOOD, mV(0), adaptationTime, adaptationStep, true)
                : this;
    }

    @Override
    public Optional<LearntVariable> learntVariable() {
        return thresholdIsLearnt ? Optional.of(new LearntVariable("theta", Voltage.class)) : Optional.empty();
    }

    @Override
    public NeuronKernel kernel(KernelSettings settings) {
        return new SteppedKernel(this, settings, membrane.firing(settings), new Adaptation(this, settings));
    }
}
