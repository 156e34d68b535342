package org.ionspike.engine.neuron;

import static org.ionspike.engine.units.Units.ms;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.ionspike.engine.physics.CircuitReference;
import org.ionspike.engine.physics.CircuitTrace;
import org.ionspike.engine.physics.InputCurrent;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Current;
import org.ionspike.engine.units.Energy;
import org.ionspike.engine.units.Time;

/**
 * The error of the fused kernel of an {@link IonicNeuron} at one step length, against the circuit's reference solution,
 * from rest under held currents.
 *
 * @param step of the kernel
 * @param rows one per current
 */
public record KernelReport(Time step, List<Row> rows) {
    /** As long as the f-I curve of {@link ReductionReport}. */
    private static final Time WINDOW = ms(60);

    /** Window of the spike times, whose error grows from spike to spike. */
    private static final Time EARLY = ms(16);

    public KernelReport {
        rows = ImmutableList.copyOf(rows);
    }

    /** A number of the reference solution and of the kernel, both in the SI unit. */
    public record Compared<Q>(Q reference, Q kernel) {}

    /**
     * One held current.
     *
     * @param spike the spike within 16 ms whose time is farthest off
     * @param interval the last one within 60 ms that both have
     * @param dissipated over 60 ms
     */
    public record Row(Current current, Compared<Time> spike, Compared<Time> interval, Compared<Energy> dissipated) {}

    /**
     * Runs both.
     *
     * @param currents under each of which the circuit fires at least three times in 16 ms
     */
    public static KernelReport of(IonicNeuron neuron, Time step, List<Current> currents) {
        return new KernelReport(
                step,
                currents.stream().map(current -> row(neuron, step, current)).toList());
    }

    private static Row row(IonicNeuron neuron, Time step, Current current) {
        CircuitTrace trace = new CircuitReference(neuron.circuit())
                .withTolerance(1e-10)
                .withSpikeLevels(neuron.threshold(), neuron.rearm())
                .trace(neuron.circuit().rest(), InputCurrent.constant(current), WINDOW.si());
        var times = new ArrayList<Double>();
        long steps = Math.round(WINDOW.si() / step.si());
        NeuronKernel kernel = neuron.kernel(new KernelSettings(1, step, Backend.FUSED, false, true));
        kernel.drive(0, new float[] {(float) current.si()}, 0, 0);
        for (long k = 0; k < steps; k++) {
            kernel.advance(k, (index, seconds) -> times.add(seconds));
        }
        int common = Math.min(times.size(), trace.spikes().size());
        int last = common - 1;
        int worst = 0;
        int early = 0;
        for (int k = 0; k < common && trace.spikes().get(k).seconds() < EARLY.si(); k++) {
            early++;
            worst = Math.abs(difference(trace, times, k)) > Math.abs(difference(trace, times, worst)) ? k : worst;
        }
        Check.require(early >= 3, "KernelReport.current", current, "must make at least 3 spikes within " + EARLY);
        return new Row(
                current,
                new Compared<>(new Time(trace.spikes().get(worst).seconds()), new Time(times.get(worst))),
                new Compared<>(
                        new Time(trace.spikes().get(last).seconds()
                                - trace.spikes().get(last - 1).seconds()),
                        new Time(times.get(last) - times.get(last - 1))),
                new Compared<>(
                        new Energy(trace.end().books().dissipated()), new Energy(kernel.dissipatedJoules(0, steps))));
    }

    private static double difference(CircuitTrace trace, List<Double> times, int spike) {
        return times.get(spike) - trace.spikes().get(spike).seconds();
    }
}
