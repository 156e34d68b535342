package org.ionspike.benchmarks.workload;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.ionspike.engine.neuron.IonicNeuron;
import org.ionspike.engine.neuron.ReducedIonicNeuron;

/** The workloads of the engine, in the order in which they are run. A new one is one class and one line here. */
public final class EngineWorkloads {
    private EngineWorkloads() {}

    /**
     * All of them.
     *
     * @param dataFolder where MNIST lies, if it does
     */
    public static ImmutableList<Workload> all(Optional<Path> dataFolder) {
        return ImmutableList.of(
                NeuronUpdate.gatedChannels(400, 100_000, 2.5),
                NeuronUpdate.gatedChannels(10_000, 10_000, 2),
                NeuronUpdate.gatedChannels(100_000, 1000, 2),
                NeuronUpdate.ionicCircuit(400, 100_000, 8),
                NeuronUpdate.ionicCircuit(10_000, 10_000, 8),
                NeuronUpdate.ionicCircuit(100_000, 1000, 8),
                new DiehlCookNetwork(dataFolder, 400, 400, 600),
                new DiehlCookNetwork(dataFolder, 1600, 150, 230),
                new DiehlCookNetwork(dataFolder, 6400, 30, 50),
                new RecurrentNetwork("cuba", 4000, OptionalDouble.of(0.035)),
                new RecurrentNetwork("cuba", 40_000, OptionalDouble.of(0.45)),
                new RecurrentNetwork("coba", 4000, OptionalDouble.of(0.09)),
                new RecurrentNetwork("coba", 40_000, OptionalDouble.of(1.3)),
                new LearningNetwork(10_000, 1000, 0.55),
                new Silence(),
                new CostOfActivity(new ReducedIonicNeuron()),
                new CostOfActivity(new IonicNeuron()),
                MemoryPerSynapse.dense(),
                MemoryPerSynapse.dense().learning(),
                MemoryPerSynapse.sparse(),
                MemoryPerSynapse.sparse().learning());
    }

    /**
     * Those of the given names among some, in their order; a name chooses every workload that it begins, up to a dash:
     * {@code w3} all four networks, {@code w3-cuba} two of them.
     */
    public static List<Workload> named(List<String> names, List<Workload> all) {
        for (String name : names) {
            if (all.stream().noneMatch(workload -> chooses(name, workload))) {
                Set<String> known = new LinkedHashSet<>();
                all.forEach(workload -> known.add(workload.name()));
                throw new IllegalArgumentException(
                        "No workload is named '" + name + "'. Known: " + known + ", or their beginnings, such as w3.");
            }
        }
        List<Workload> chosen = new ArrayList<>(all);
        chosen.removeIf(workload -> names.stream().noneMatch(name -> chooses(name, workload)));
        return chosen;
    }

    private static boolean chooses(String name, Workload workload) {
        return workload.name().equals(name) || workload.name().startsWith(name + "-");
    }
}
