package org.ionspike.networks.io;

import org.ionspike.engine.units.Time;

/** Times that may be without end, for which files have a word. */
final class Lasting {
    private Lasting() {}

    static String write(Time time, String word) {
        return time.si() == Double.POSITIVE_INFINITY ? word : QuantityText.of(time);
    }

    static Time read(YamlNode node, String word) {
        return node.text().equals(word) ? new Time(Double.POSITIVE_INFINITY) : QuantityText.read(Time.class, node);
    }
}
