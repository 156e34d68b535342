package org.ionspike.networks.io;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ionspike.engine.network.Delays;
import org.ionspike.engine.network.Drive;
import org.ionspike.engine.network.Impulse;
import org.ionspike.engine.network.LineDrive;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.network.Projection.Polarity;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;

/** A projection as YAML. A line that stays on until the presentation ends has {@code hold: until-end}. */
final class ProjectionFormat {
    private static final String UNTIL_END = "until-end";

    private static final List<String> KEYS =
            List.of("from", "to", "connector", "synapse", "weights", "drive", "delay", "polarity", "plasticity");

    private ProjectionFormat() {}

    static Map<String, Object> write(Projection projection, int position, ArraySink arrays) {
        String path = "/" + ArraySink.segment(projection.name(), position);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("from", projection.from());
        tree.put("to", projection.to());
        tree.put("connector", ConnectorFormat.write(projection.connector(), path, arrays));
        tree.put("synapse", Models.SYNAPSES.write(projection.synapse()));
        tree.put("weights", WeightsFormat.write(projection.weights(), path, arrays));
        tree.put("drive", write(projection.drive()));
        tree.put("delay", DelaysFormat.write(projection.delays()));
        tree.put("polarity", Scalars.word(projection.polarity()));
        projection.plasticity().ifPresent(rule -> tree.put("plasticity", Models.RULES.write(rule)));
        return tree;
    }

    /** Delay and polarity may be left out: no delay, excitatory. */
    static Projection read(String name, YamlNode node, ArraySource arrays) {
        node.onlyKeys(KEYS);
        String from = node.required("from").text();
        String to = node.required("to").text();
        var connector = ConnectorFormat.read(node.required("connector"), arrays);
        YamlNode synapseNode = node.required("synapse");
        synapseNode.onlyKeys(List.of("model", Models.PARAMETERS));
        var synapse = Models.SYNAPSES.read(synapseNode);
        var weights = WeightsFormat.read(node.required("weights"), arrays);
        Drive drive = drive(node.required("drive"));
        Delays delays = node.optional("delay").map(DelaysFormat::read).orElse(new Delays.Same(new Time(0)));
        Polarity polarity = node.optional("polarity")
                .map(entry -> (Polarity) Scalars.read(Polarity.class, entry))
                .orElse(Polarity.EXCITATORY);
        var plasticity = node.optional("plasticity").map(rule -> {
            rule.onlyKeys(List.of("rule", Models.PARAMETERS));
            return Models.RULES.read(rule);
        });
        return node.build(
                "Projection '" + name + "'",
                () -> new Projection(name, from, to, connector, synapse, weights, drive, delays, polarity, plasticity));
    }

    private static Map<String, Object> write(Drive drive) {
        if (drive instanceof LineDrive line) {
            Map<String, Object> tree = RecordTree.all(line);
            tree.put("hold", Lasting.write(line.hold(), UNTIL_END));
            return tree;
        }
        return RecordTree.all((Impulse) drive);
    }

    /** An impulse has a receptor, a line drive a voltage. */
    private static Drive drive(YamlNode node) {
        if (node.optional("receptor").isPresent()) {
            return RecordTree.bind(Impulse.class, Map.of(), node);
        }
        node.onlyKeys(List.of("voltage", "hold", "receptor", "size"));
        var voltage = QuantityText.read(Voltage.class, node.required("voltage"));
        Time hold = Lasting.read(node.required("hold"), UNTIL_END);
        return node.build("LineDrive", () -> new LineDrive(voltage, hold));
    }
}
