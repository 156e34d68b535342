package org.ionspike.benchmarks.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.neuron.Backend;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.units.Time;
import org.ionspike.networks.architecture.NetworkCatalog;

/** W3: one simulated second of the networks of Vogels and Abbott, 80 synapses a neuron, step 0.1 ms. */
record RecurrentNetwork(String network, int neurons, OptionalDouble goalSeconds) implements Workload {
    private static final Time SECOND = new Time(1);

    /** v, its next value, two receptors and the drive: four floats read, three written, for each neuron and step. */
    private static final double BYTES_PER_NEURON_STEP = 28;

    private static final int ARRAYS = 5;

    @Override
    public String name() {
        return "w3-" + network + "-" + neurons;
    }

    @Override
    public String summary() {
        return "network " + network + ", " + neurons + " neurons, 80 synapses a neuron, 1 s in steps of 0.1 ms";
    }

    @Override
    public List<Figure> measure(int repeats, MachineLimits machine) {
        Network description = NetworkCatalog.named(network).network(neurons);
        var settings = new SimulationSettings(new RandomStreams(1), Backend.FUSED, true, false);
        var built = new ArrayList<Double>();
        var last = new ArrayList<Simulation>();
        Spread loop = CpuClock.seconds(
                1,
                repeats,
                () -> {
                    last.clear();
                    built.add(CpuClock.seconds(() -> last.add(new Simulation(description, settings))));
                    return last.get(0);
                },
                simulation -> simulation.run(SECOND));
        Simulation simulation = last.get(0);
        double steps = SECOND.si() / description.step().si();
        double bound = steps * neurons * BYTES_PER_NEURON_STEP / machine.updateBytesPerSecond(ARRAYS * neurons)
                + simulation.synapticOperations() * machine.additionSeconds(neurons);
        Figure figure = new Figure(name(), "loop", "s CPU per simulated s", loop)
                .limitedTo(
                        bound,
                        "28 B a neuron and step at the bandwidth of an array update, one random addition a synaptic"
                                + " operation");
        if (goalSeconds.isPresent()) {
            figure = figure.meantFor(goalSeconds.getAsDouble());
        }
        if (network.equals("cuba")) {
            figure = figure.besidePlain(CpuClock.seconds(
                    1, repeats, () -> new PlainCuba(neurons, 1), plain -> plain.run((int) Math.rint(steps))));
        }
        double[] afterWarmUp =
                built.stream().skip(1).mapToDouble(Double::doubleValue).toArray();
        return List.of(
                figure,
                new Figure(name(), "construction", "s CPU", Spread.of(afterWarmUp)),
                new Figure(name(), "rate", "Hz", Spread.of((double) simulation.spikeCount() / neurons)),
                new Figure(
                        name(),
                        "synaptic operations",
                        "1/s CPU",
                        Spread.of(simulation.synapticOperations() / loop.median())));
    }
}
