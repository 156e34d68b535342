package org.ionspike.networks.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ionspike.engine.network.NeuronGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkCatalogTest {
    @Test
    void knowsTheReferenceNetworks() {
        assertThat(NetworkCatalog.all().keySet()).contains("cuba", "coba");
        assertThatThrownBy(() -> NetworkCatalog.named("cubas"))
                .hasMessageContaining("No network is named 'cubas'. Known: [")
                .hasMessageContaining("or give a file");
    }

    static Iterable<NamedNetwork> all() {
        return NetworkCatalog.all().values();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyNetworkHasAsManyNeuronsAsAskedFor(NamedNetwork named) {
        var network = named.network(named.defaultNeurons());
        assertThat(network.groups().stream().mapToInt(NeuronGroup::size).sum()).isEqualTo(named.defaultNeurons());
        assertThat(named.summary()).endsWith(".");
    }
}
