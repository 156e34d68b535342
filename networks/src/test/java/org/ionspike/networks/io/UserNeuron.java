package org.ionspike.networks.io;

import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.pA;

import java.util.List;
import java.util.Optional;
import org.ionspike.engine.neuron.KernelSettings;
import org.ionspike.engine.neuron.NeuronKernel;
import org.ionspike.engine.neuron.NeuronModel;
import org.ionspike.engine.neuron.ReducedIonicNeuron;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Current;
import org.ionspike.engine.units.Time;

/** A model as a user would write it, with every kind of parameter; registered in the test resources. */
public record UserNeuron(
        Time tau,
        Mode mode,
        boolean noisy,
        long steps,
        float gain,
        String comment,
        Inner inner,
        Optional<Inner> second,
        List<Inner> many,
        List<List<Current>> table)
        implements NeuronModel {
    enum Mode {
        FAST,
        VERY_SLOW
    }

    /** A nested parameter. */
    record Inner(int count, double share) {
        Inner {
            Check.between("Inner.share", share, 0, 1);
        }
    }

    public UserNeuron() {
        this(
                ms(20),
                Mode.FAST,
                false,
                1L << 40,
                0.1f,
                "none",
                new Inner(1, 0.5),
                Optional.empty(),
                List.of(),
                List.of(List.of(pA(1))));
    }

    @Override
    public String name() {
        return "user-neuron";
    }

    @Override
    public String summary() {
        return "A neuron of a user.";
    }

    @Override
    public NeuronKernel kernel(KernelSettings settings) {
        return new ReducedIonicNeuron().kernel(settings);
    }
}
