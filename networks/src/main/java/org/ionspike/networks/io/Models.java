package org.ionspike.networks.io;

import com.google.common.collect.MapMaker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ionspike.engine.network.Connector;
import org.ionspike.engine.neuron.NeuronModel;
import org.ionspike.engine.plasticity.PlasticityRule;
import org.ionspike.engine.synapse.SynapseModel;

/**
 * The models of one kind on the class path, by name. A model is a record; those of its parameters that differ from its
 * no-argument constructor stand in the file.
 *
 * @param kind what they are, such as "neuron model"
 * @param key the key of the name in files
 * @param found the models, by name
 */
record Models<M>(Class<M> type, String kind, String key, Function<M, String> nameOf, Supplier<Map<String, M>> found) {
    static final String PARAMETERS = "parameters";

    static final Models<NeuronModel> NEURONS =
            new Models<>(NeuronModel.class, "neuron model", "model", NeuronModel::name);
    static final Models<SynapseModel> SYNAPSES =
            new Models<>(SynapseModel.class, "synapse model", "model", SynapseModel::name);
    static final Models<PlasticityRule> RULES =
            new Models<>(PlasticityRule.class, "plasticity rule", "rule", PlasticityRule::name);
    static final Models<Connector> CONNECTORS =
            new Models<>(Connector.class, "type of connector", "type", Connector::name);

    private Models(Class<M> type, String kind, String key, Function<M, String> nameOf) {
        this(type, kind, key, nameOf, onceForEachClassPath(() -> load(type, kind, nameOf)));
    }

    /** What is found depends on the class loader of the thread that asks. */
    private static <M> Supplier<Map<String, M>> onceForEachClassPath(Supplier<Map<String, M>> loading) {
        ConcurrentMap<ClassLoader, Map<String, M>> found =
                new MapMaker().weakKeys().makeMap();
        return () -> found.computeIfAbsent(Thread.currentThread().getContextClassLoader(), loader -> loading.get());
    }

    /** Name and parameters of a model, all of them: a file must not change its meaning with the defaults. */
    Map<String, Object> write(M model) {
        String name = nameOf.apply(model);
        M standard = registered().get(name);
        if (!(model instanceof Record record)
                || !(standard instanceof Record)
                || standard.getClass() != model.getClass()) {
            throw new IllegalArgumentException(
                    "The " + kind + " '" + name + "' cannot be written to a file that could be"
                            + " read again: it must be a record with a constructor without arguments, registered with"
                            + " @AutoService(" + type.getSimpleName() + ".class).");
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(key, name);
        Map<String, Object> parameters = RecordTree.all(record);
        if (!parameters.isEmpty()) {
            tree.put(PARAMETERS, parameters);
        }
        return tree;
    }

    /** The model that a map names by its key, with the parameters it gives. */
    M read(YamlNode node) {
        YamlNode name = node.required(key);
        M standard = name.oneOf(kind, name.build(this::registered));
        Optional<YamlNode> parameters = node.optional(PARAMETERS);
        if (parameters.isEmpty()) {
            return standard;
        }
        if (standard instanceof Record defaults) {
            return type.cast(bound(defaults, parameters.get()));
        }
        throw parameters.get().error("cannot be set: the " + kind + " '" + name.text() + "' is not a record.");
    }

    private static <T extends Record> T bound(T defaults, YamlNode parameters) {
        return RecordTree.bind(RecordTree.typeOf(defaults), defaults, Map.of(), parameters);
    }

    /** The models on the class path with their default parameters, looked for once. */
    Map<String, M> registered() {
        return found.get();
    }

    private static <M> Map<String, M> load(Class<M> type, String kind, Function<M, String> nameOf) {
        List<M> models = new ArrayList<>();
        try {
            ServiceLoader.load(type).forEach(models::add);
        } catch (ServiceConfigurationError e) {
            throw new IllegalStateException(
                    "A " + kind + " on the class path cannot be loaded: " + Place.reason(e) + ".", e);
        }
        Map<String, M> byName = new LinkedHashMap<>();
        for (M model : models) {
            if (byName.put(nameOf.apply(model), model) != null) {
                throw new IllegalStateException("Two classes on the class path are a " + kind + " named '"
                        + nameOf.apply(model) + "'. Rename one of them.");
            }
        }
        return byName;
    }
}
