package org.ionspike.benchmarks.workload;

import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.nA;
import static org.ionspike.engine.units.Units.pA;
import static org.ionspike.engine.units.Units.us;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ionspike.engine.neuron.Backend;
import org.ionspike.engine.neuron.GatedChannelNeuron;
import org.ionspike.engine.neuron.IonicNeuron;
import org.ionspike.engine.neuron.KernelSettings;
import org.ionspike.engine.neuron.NeuronKernel;
import org.ionspike.engine.neuron.NeuronModel;
import org.ionspike.engine.units.Current;
import org.ionspike.engine.units.Time;

/**
 * W1 and W1i: uncoupled neurons, constant currents spread evenly over them from nothing to a largest one. No neuron is
 * left out of the computation and no energy is accounted for.
 *
 * @param family name without the number of neurons
 * @param model what each neuron is
 * @param step length of a time step
 * @param steps how many steps are measured together
 * @param largest neuron i of N gets {@code largest i / N}
 * @param initial state variables that do not start at rest, SI units
 * @param floatsRead floats of state and input that a step of a neuron must read
 * @param floatsWritten floats of state that it must write
 * @param neurons N, at least 1
 * @param goalNanoseconds ns of processor time a neuron and step
 */
record NeuronUpdate(
        String family,
        NeuronModel model,
        Time step,
        int steps,
        Current largest,
        ImmutableMap<String, Double> initial,
        int floatsRead,
        int floatsWritten,
        int neurons,
        double goalNanoseconds)
        implements Workload {
    private static final double NANO = 1e9;

    /** W1: gated channels, 10 us, from -65 mV with all gates closed, up to 60 mV/ms times 10 pF. */
    static NeuronUpdate gatedChannels(int neurons, int steps, double goalNanoseconds) {
        return new NeuronUpdate(
                "w1",
                new GatedChannelNeuron(),
                us(10),
                steps,
                pA(600),
                ImmutableMap.of("v", mV(-65).si(), "n1", 0.0, "n2", 0.0),
                4,
                3,
                neurons,
                goalNanoseconds);
    }

    /** W1i: the ionic circuit, 5 us, from rest, up to 0.2 nA. */
    static NeuronUpdate ionicCircuit(int neurons, int steps, double goalNanoseconds) {
        return new NeuronUpdate(
                "w1i", new IonicNeuron(), us(5), steps, nA(0.2), ImmutableMap.of(), 6, 5, neurons, goalNanoseconds);
    }

    @Override
    public String name() {
        return family + "-" + neurons;
    }

    @Override
    public String summary() {
        return neurons + " uncoupled neurons (" + model.name() + "), constant currents, " + steps + " steps of " + step;
    }

    @Override
    public List<Figure> measure(int repeats, MachineLimits machine) {
        var spikes = new long[1];
        Spread seconds = CpuClock.seconds(
                1,
                repeats,
                () -> {
                    spikes[0] = 0;
                    return driven();
                },
                kernel -> {
                    for (int k = 0; k < steps; k++) {
                        kernel.advance(k, (neuron, timeSeconds) -> spikes[0]++);
                    }
                });
        double bound = 4.0 * (floatsRead + floatsWritten) / machine.updateBytesPerSecond(floatsRead * neurons);
        Figure figure = new Figure(
                        name(), "update", "ns CPU per neuron and step", seconds.times(NANO / neurons / steps))
                .meantFor(goalNanoseconds)
                .limitedTo(
                        NANO * bound,
                        floatsRead + " floats read and " + floatsWritten
                                + " written at the bandwidth of an array update");
        if (model.equals(new GatedChannelNeuron())) {
            int plainSteps = Math.max(1, steps / 4);
            figure = figure.besidePlain(
                    CpuClock.seconds(1, repeats, () -> new PlainGatedChannels(neurons), plain -> plain.run(plainSteps))
                            .times(NANO / neurons / plainSteps));
        }
        return List.of(figure, new Figure(name(), "spikes", "1", Spread.of((double) spikes[0])));
    }

    private NeuronKernel driven() {
        NeuronKernel kernel = model.kernel(new KernelSettings(neurons, step, Backend.FUSED, false, false));
        for (Map.Entry<String, Double> variable : initial.entrySet()) {
            var values = new float[neurons];
            Arrays.fill(values, variable.getValue().floatValue());
            kernel.set(variable.getKey(), values);
        }
        var amperes = new float[neurons];
        for (int i = 0; i < neurons; i++) {
            amperes[i] = (float) (largest.si() * i / neurons);
        }
        kernel.drive(0, amperes, 0, 0);
        return kernel;
    }
}
