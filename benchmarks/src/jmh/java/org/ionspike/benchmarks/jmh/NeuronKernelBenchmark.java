package org.ionspike.benchmarks.jmh;

import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.us;

import java.util.concurrent.TimeUnit;
import org.ionspike.engine.neuron.Backend;
import org.ionspike.engine.neuron.IonicNeuron;
import org.ionspike.engine.neuron.KernelSettings;
import org.ionspike.engine.neuron.LifNeuron;
import org.ionspike.engine.neuron.LifNeuron.Response;
import org.ionspike.engine.neuron.NeuronKernel;
import org.ionspike.engine.neuron.NeuronModel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One step of a fused neuron kernel under currents spread from nothing to well above the threshold. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class NeuronKernelBenchmark {
    private static final double IONIC_AMPERES = 0.2e-9;
    private static final double LIF_AMPERES = 0.4e-9;

    /** The model. */
    public enum Model {
        /** Circuit neuron, 5 us. */
        IONIC,
        /** LIF neuron with exponential currents, 0.1 ms. */
        LIF_CURRENT,
        /** LIF neuron with exponential conductances, 0.1 ms. */
        LIF_CONDUCTANCE
    }

    /** Which kernel. */
    @Param
    private Model model = Model.IONIC;

    /** Number of neurons. */
    @Param({"400", "10000", "100000"})
    private int neurons;

    private NeuronKernel kernel = kernel(Model.IONIC, 1);
    private long step;
    private long spikes;

    private static NeuronKernel kernel(Model model, int neurons) {
        NeuronModel described =
                switch (model) {
                    case IONIC -> new IonicNeuron();
                    case LIF_CURRENT -> new LifNeuron(Response.EXPONENTIAL_CURRENT);
                    case LIF_CONDUCTANCE -> new LifNeuron(Response.EXPONENTIAL_CONDUCTANCE);
                };
        var stepTime = model == Model.IONIC ? us(5) : ms(0.1);
        return described.kernel(new KernelSettings(neurons, stepTime, Backend.FUSED, true, false));
    }

    /** A driven group. */
    @Setup
    public void drive() {
        kernel = kernel(model, neurons);
        var amperes = new float[neurons];
        double most = model == Model.IONIC ? IONIC_AMPERES : LIF_AMPERES;
        for (int j = 0; j < neurons; j++) {
            amperes[j] = (float) (most * (j + 1) / neurons);
        }
        kernel.drive(0, amperes, 0, 0);
        step = 0;
    }

    /** One step of all neurons; the number of spikes so far. */
    @Benchmark
    public long advance() {
        kernel.advance(step++, (neuron, timeSeconds) -> spikes++);
        return spikes;
    }
}
