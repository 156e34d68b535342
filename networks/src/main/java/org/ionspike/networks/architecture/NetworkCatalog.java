package org.ionspike.networks.architecture;

import com.google.common.collect.ImmutableSortedMap;
import java.util.ServiceLoader;

/** The networks on the class path that have a name. */
public final class NetworkCatalog {
    private NetworkCatalog() {}

    /** All of them, by name. */
    public static ImmutableSortedMap<String, NamedNetwork> all() {
        var all = ImmutableSortedMap.<String, NamedNetwork>naturalOrder();
        ServiceLoader.load(NamedNetwork.class).forEach(network -> all.put(network.name(), network));
        return all.buildOrThrow();
    }

    /** The one of that name; an error that lists the known ones when there is none. */
    public static NamedNetwork named(String name) {
        var all = all();
        NamedNetwork network = all.get(name);
        if (network == null) {
            throw new IllegalArgumentException(
                    "No network is named '" + name + "'. Known: " + all.keySet() + "; or give a file, FILE.yaml.");
        }
        return network;
    }
}
