package org.ionspike.benchmarks.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Function;
import org.ionspike.datasets.encoding.Encoders;
import org.ionspike.engine.neuron.NeuronModel;
import org.ionspike.engine.neuron.StateVariable;
import org.ionspike.engine.plasticity.PlasticityRule;
import org.ionspike.engine.synapse.SynapseModel;
import org.ionspike.networks.io.RecordTree;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ionspike models [NAME]}. */
@Command(
        name = "models",
        description = "List neuron models, synapse models, plasticity rules and encoders, or show one with its"
                + " parameters.",
        footer = {"", "Examples:", "  ionspike models", "  ionspike models ionic-synapse"})
final class ModelsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Show this one with its default parameters.")
    private @Nullable String name;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        if (name == null) {
            print(out, "Neurons", NeuronModel.class, NeuronModel::name, NeuronModel::summary);
            print(out, "Synapses", SynapseModel.class, SynapseModel::name, SynapseModel::summary);
            print(out, "Plasticity rules", PlasticityRule.class, PlasticityRule::name, PlasticityRule::summary);
            out.println("Encoders");
            for (String encoder : Encoders.names()) {
                out.printf(
                        Locale.ROOT,
                        "  %-22s %s%n",
                        encoder,
                        Encoders.named(encoder).parameters());
            }
            out.printf("%nA model of your own is one class on the class path; see CONTRIBUTING.md.%n");
        } else {
            show(out, name);
        }
        out.flush();
    }

    private static <T> void print(
            PrintWriter out, String heading, Class<T> kind, Function<T, String> nameOf, Function<T, String> summaryOf) {
        out.println(heading);
        ServiceLoader.load(kind).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(nameOf))
                .forEach(one -> out.printf(Locale.ROOT, "  %-22s %s%n", nameOf.apply(one), summaryOf.apply(one)));
        out.println();
    }

    private void show(PrintWriter out, String wanted) {
        Object found = find(wanted);
        out.print(RecordTree.toYaml(wanted + " with its defaults", (Record) found));
        if (found instanceof NeuronModel neuron) {
            out.println("# state variables");
            for (StateVariable variable : neuron.variables()) {
                out.printf(
                        Locale.ROOT,
                        "#   %-10s %-4s %s; %s%n",
                        variable.name(),
                        variable.unit(),
                        variable.meaning(),
                        variable.bound());
            }
        }
    }

    private Object find(String wanted) {
        var known = new TreeMap<String, Object>();
        ServiceLoader.load(NeuronModel.class).forEach(model -> known.put(model.name(), model));
        ServiceLoader.load(SynapseModel.class).forEach(model -> known.put(model.name(), model));
        ServiceLoader.load(PlasticityRule.class).forEach(rule -> known.put(rule.name(), rule));
        return Usage.of(spec, () -> {
            Object found = known.get(wanted);
            if (found == null) {
                throw new IllegalArgumentException(
                        "No model is named '" + wanted + "'. Known: " + known.keySet() + ".");
            }
            return found;
        });
    }
}
