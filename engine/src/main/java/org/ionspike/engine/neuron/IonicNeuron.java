package org.ionspike.engine.neuron;

import static org.ionspike.engine.units.Units.mV;

import com.google.auto.service.AutoService;
import org.ionspike.engine.physics.IonicCircuit;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Voltage;

/**
 * The circuit neuron: two slits with batteries, a leak and a capacitance, state (V, n_Na, n_K).
 *
 * <pre>C dV/dt = I - g_Na n_Na (V - E_Na) - g_K n_K (V - E_K) - g_L (V - E_L);   dn_X/dt by {@link
 * org.ionspike.engine.physics.Slit}</pre>
 *
 * Strang splitting: half a step of V at fixed n (exponential), a full step of both n at fixed V (exact), half a step of
 * V; second order. At 5 us its spike times stay within 20 us of the reference integrator over 16 ms at 0.1 nA; near
 * depolarization block a smaller step is needed (intervals at 230 pA come out 2.6 % short at 5 us, below 1 % at 1 us).
 * Under a common ramp 10 us keeps the order of neurons and shifts all of them alike. A spike is an upward crossing of {@code
 * threshold} by a neuron that was below {@code rearm} since its last one; its time is interpolated inside the step.
 *
 * @param circuit slits, batteries, leak, capacitance
 * @param threshold a spike is an upward crossing of it
 * @param rearm below it a neuron can spike again; at most {@code threshold}
 */
@AutoService(NeuronModel.class)
public record IonicNeuron(IonicCircuit circuit, Voltage threshold, Voltage rearm) implements NeuronModel {
    public IonicNeuron {
        Check.finite("IonicNeuron.threshold", threshold);
        Check.finite("IonicNeuron.rearm", rearm);
        Check.require(
                rearm.si() <= threshold.si(),
                "IonicNeuron.rearm",
                rearm,
                "must be at most threshold (" + threshold + ")");
        double rest = circuit.rest().volts();
        Check.require(
                threshold.si() > rest,
                "IonicNeuron.threshold",
                threshold,
                "must be above the resting voltage (" + new Voltage(rest) + "), or the neuron never crosses it");
    }

    /** The default circuit of {@link IonicCircuit}, threshold 200 mV, armed again below 150 mV. */
    public IonicNeuron() {
        this(new IonicCircuit(), mV(200), mV(150));
    }

    @Override
    public String name() {
        return "ionic-neuron";
    }

    @Override
    public String summary() {
        return "Circuit of two slits, batteries, leak and capacitance: V, n_Na, n_K integrated.";
    }

    @Override
    public NeuronKernel kernel(KernelSettings settings) {
        return settings.backend() == Backend.FUSED
                ? new FusedIonicKernel(this, settings)
                : new VectorizedIonicKernel(this, settings);
    }
}
