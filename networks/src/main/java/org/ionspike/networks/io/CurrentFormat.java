package org.ionspike.networks.io;

import java.util.Map;
import org.ionspike.engine.source.CurrentRamp;
import org.ionspike.engine.source.CurrentSource;
import org.ionspike.engine.source.CurrentStep;
import org.ionspike.engine.source.NoiseCurrent;
import org.ionspike.engine.source.PoissonImpulses;
import org.ionspike.engine.units.Time;

/** A current source as YAML. A step that does not end has {@code stop: never}. */
final class CurrentFormat {
    private static final String NEVER = "never";

    private static final Map<String, Class<? extends CurrentSource>> TYPES = Map.of(
            "ramp", CurrentRamp.class,
            "step", CurrentStep.class,
            "noise", NoiseCurrent.class,
            "poisson-impulses", PoissonImpulses.class);

    private CurrentFormat() {}

    static Map<String, Object> write(CurrentSource current) {
        Map<String, Object> tree = NamedTypes.write(TYPES, current);
        if (current instanceof CurrentStep step) {
            tree.put("stop", Lasting.write(step.stop(), NEVER));
        }
        return tree;
    }

    static CurrentSource read(String name, YamlNode node) {
        Class<? extends CurrentSource> type = node.required("type").oneOf("type of current", TYPES);
        if (type == CurrentStep.class && node.optional("stop").isPresent()) {
            Time stop = Lasting.read(node.required("stop"), NEVER);
            // the constructor is asked with everything at hand; a key 'stop' is no longer there to be unknown
            return NamedTypes.bind(type, Map.of("name", name, "stop", stop), node.without("stop"));
        }
        return NamedTypes.bind(type, Map.of("name", name), node);
    }
}
