package org.ionspike.benchmarks.sweep;

import com.google.common.base.Splitter;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ionspike.engine.synapse.DeviceVariability;

/**
 * The values that one effect takes in turn.
 *
 * @param values one or more
 */
public record Ladder(DeviceEffect effect, ImmutableDoubleArray values) {
    /** The option that errors name. */
    private static final String OPTION = "--vary ";

    /**
     * Reads {@code states=2,4,8}, or an effect alone for its own ladder; the effects that are usual where none is named.
     *
     * @param base the devices that are varied; no value may be out of the range of its effect
     */
    public static List<Ladder> parse(List<String> texts, DeviceVariability base) {
        List<Ladder> ladders = new ArrayList<>();
        if (texts.isEmpty()) {
            DeviceEffect.USUAL.forEach(effect -> ladders.add(new Ladder(effect, effect.ladder())));
        }
        Set<DeviceEffect> seen = EnumSet.noneOf(DeviceEffect.class);
        for (String text : texts) {
            Ladder ladder = parse(text);
            if (!seen.add(ladder.effect())) {
                throw new IllegalArgumentException(
                        OPTION + ladder.effect() + " is there twice. Name all its values once, separated by commas.");
            }
            ladders.add(ladder);
        }
        ladders.forEach(ladder -> ladder.values().forEach(value -> ladder.devices(base, value)));
        return ladders;
    }

    private static Ladder parse(String text) {
        int cut = text.indexOf('=');
        DeviceEffect effect = DeviceEffect.named((cut < 0 ? text : text.substring(0, cut)).strip());
        if (cut < 0) {
            return new Ladder(effect, effect.ladder());
        }
        List<String> numbers = Splitter.on(',').trimResults().omitEmptyStrings().splitToList(text.substring(cut + 1));
        if (numbers.isEmpty()) {
            throw new IllegalArgumentException(OPTION + text + " names no values. Write " + OPTION + effect + "="
                    + effect.label(effect.ladder().get(0)).replace(" ", "") + ",..., or " + OPTION + effect
                    + " alone for its own.");
        }
        var values = ImmutableDoubleArray.builder();
        for (String number : numbers) {
            try {
                values.add(effect.number(number));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(OPTION + text + ": " + e.getMessage(), e);
            }
        }
        return new Ladder(effect, values.build());
    }

    /** Devices that differ from others in the effect alone, which has this value. */
    DeviceVariability devices(DeviceVariability base, double value) {
        try {
            return effect.set(base, value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(OPTION + effect + "=" + effect.label(value) + ": " + e.getMessage(), e);
        }
    }
}
