package org.ionspike.networks.architecture;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import org.ionspike.engine.physics.Memristor;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Energy;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;

/**
 * Volatile ionic memristors side by side, each under its own mix of the inputs: a reservoir whose memory is the salt in its
 * channels. It is not trained; a linear readout is.
 *
 * <pre>
 * V_i(t) = bias_i + sum over k of mask_ik u_k(t), held for one step      dx_i/dt = the device's own equation at V_i
 * features: G_i = G_1i x_i at the end of each step      energy = sum over i of the integral of G_i V_i^2 dt
 * </pre>
 *
 * While a voltage is held, state and energy have closed forms ({@link Memristor#advance}, {@link
 * Memristor#stateIntegral}): exact for any step. Devices do not act on each other: all memory is that of single devices,
 * and the features differ by time constant, bias and mask. Every run begins with all devices at rest, without voltage.
 *
 * <p>Reading a conductance is taken to be free and not to disturb it; the energy is what the driving voltages dissipate.
 *
 * @param elements the devices and how each is driven; one or more, all with as many inputs
 * @param step time for which an input is held, above 0
 */
public record IonicReservoir(ImmutableList<Element> elements, Time step) {
    public IonicReservoir {
        Check.require(!elements.isEmpty(), "IonicReservoir.elements", "none", "must hold one device or more");
        Check.positive("IonicReservoir.step", step);
        int inputs = elements.get(0).mask().length();
        for (Element element : elements) {
            Check.require(
                    element.mask().length() == inputs,
                    "IonicReservoir.elements: inputs of a device",
                    element.mask().length(),
                    "must be as many as those of the first, " + inputs);
        }
    }

    /**
     * A device and how it is driven.
     *
     * @param device the memristor
     * @param bias voltage where all inputs are 0
     * @param mask volts per unit of each input
     */
    public record Element(Memristor device, Voltage bias, ImmutableDoubleArray mask) {
        public Element {
            Check.finite("IonicReservoir.bias", bias);
            Check.atLeast("IonicReservoir.mask inputs", mask.length(), 1);
            mask.forEach(volts -> Check.finite("IonicReservoir.mask", volts));
        }

        /** V under one set of inputs. */
        double volts(double[] inputs) {
            double sum = bias.si();
            for (int k = 0; k < inputs.length; k++) {
                sum += mask.get(k) * inputs[k];
            }
            return sum;
        }
    }

    /** What a run gave. */
    public static final class Run {
        private final double[][] conductances;
        private final Energy dissipated;

        private Run(double[][] conductances, Energy dissipated) {
            this.conductances = conductances;
            this.dissipated = dissipated;
        }

        /** S, {@code [step][device]}, at the end of every step; not a copy. */
        public double[][] conductances() {
            return conductances;
        }

        /** Conductances at the end of the run, S, one per device. */
        public double[] last() {
            return conductances[conductances.length - 1].clone();
        }

        /** In all devices together, over the whole run. */
        public Energy dissipated() {
            return dissipated;
        }
    }

    /** Number of inputs. */
    public int inputs() {
        return elements.get(0).mask().length();
    }

    /**
     * Drives the devices from rest.
     *
     * @param inputs {@code [step][input]}, finite, one step or more
     * @throws IllegalArgumentException if a voltage is one that a device's theory refuses
     */
    public Run run(double[][] inputs) {
        double[][] conductances = new double[inputs.length][elements.size()];
        double joules = 0;
        double seconds = step.si();
        check(inputs);
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i);
            Memristor device = element.device();
            double siemens = device.unitConductance().si();
            double x = device.steadyState(0);
            for (int t = 0; t < inputs.length; t++) {
                double volts = element.volts(inputs[t]);
                joules += siemens * volts * volts * device.stateIntegral(x, volts, seconds);
                x = device.advance(x, volts, seconds);
                conductances[t][i] = siemens * x;
            }
        }
        return new Run(conductances, new Energy(joules));
    }

    /**
     * The same devices without their memory: the conductance that each would come to if the voltage of a step were held
     * for ever. A control; what a reservoir does better than this comes from its memory.
     *
     * @param inputs {@code [step][input]}, finite
     * @return S, {@code [step][device]}
     */
    public double[][] memoryless(double[][] inputs) {
        check(inputs);
        double[][] conductances = new double[inputs.length][elements.size()];
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i);
            double siemens = element.device().unitConductance().si();
            for (int t = 0; t < inputs.length; t++) {
                conductances[t][i] = siemens * element.device().steadyState(element.volts(inputs[t]));
            }
        }
        return conductances;
    }

    private void check(double[][] inputs) {
        Check.atLeast("IonicReservoir: steps", inputs.length, 1);
        for (int t = 0; t < inputs.length; t++) {
            if (inputs[t].length != inputs()) {
                Check.require(
                        false,
                        "IonicReservoir: inputs of step " + t,
                        inputs[t].length,
                        "must be as many as the masks have, " + inputs());
            }
            for (double value : inputs[t]) {
                if (!Double.isFinite(value)) {
                    Check.finite("IonicReservoir: input of step " + t, value);
                }
            }
        }
    }
}
