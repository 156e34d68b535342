package org.ionspike.benchmarks.energy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ionspike.networks.io.Place;
import org.ionspike.networks.io.YamlNode;

/** Reads the maps of prices in a hardware file. Every error shows how the line should read. */
final class PriceFormat {
    private static final ImmutableList<String> KEYS =
            ImmutableList.of("low", "typical", "high", "unit", "kind", "source");

    private static final Map<String, Price.Kind> KINDS =
            Arrays.stream(Price.Kind.values()).collect(Collectors.toMap(Price.Kind::toString, Function.identity()));

    private PriceFormat() {}

    /** Prices in J by item. */
    static ImmutableMap<String, Price> energies(YamlNode map) {
        return prices(map, "energy", item -> Optional.of(PriceUnit.ofEnergy(item)));
    }

    /** Durations in s by item. */
    static ImmutableMap<String, Price> times(YamlNode map) {
        return prices(map, "time", PriceUnit::ofTime);
    }

    private static ImmutableMap<String, Price> prices(
            YamlNode map, String what, Function<PriceItem, Optional<PriceUnit>> unitOf) {
        var prices = ImmutableMap.<String, Price>builder();
        map.map().forEach((name, price) -> {
            PriceItem item = item(name)
                    .orElseThrow(() -> price.error("is not known." + NearestName.hint(name, PriceItem.names())
                            + " Known here: " + PriceItem.names().asList() + "."
                            + example(PriceItem.MAC + "-int8", PriceUnit.ofEnergy(PriceItem.MAC))));
            PriceUnit unit = unitOf.apply(item)
                    .orElseThrow(() ->
                            price.error("has no " + what + ": it is an energy, not something done. Leave it out."));
            prices.put(name, price(name, price, unit));
        });
        return prices.buildOrThrow();
    }

    /** The item that a name in a file stands for. */
    static Optional<PriceItem> item(String name) {
        return Arrays.stream(PriceItem.values())
                .filter(item -> name.equals(item.toString())
                        || (name.startsWith(item + "-") && PriceItem.names().contains(name)))
                .findFirst();
    }

    private static Price price(String name, YamlNode node, PriceUnit unit) {
        String example = example(name, unit);
        if (!node.isMap()) {
            throw node.error("must be a map with low, typical, high, unit, kind and source." + example);
        }
        onlyKeys(node, KEYS, example);
        String written = unit(required(node, "unit", example), unit, example);
        double low = number(required(node, "low", example), unit, written, example);
        double typical = number(required(node, "typical", example), unit, written, example);
        double high = number(required(node, "high", example), unit, written, example);
        ordered(node, "low", low, "typical", typical, written, example);
        ordered(node, "typical", typical, "high", high, written, example);
        YamlNode kind = required(node, "kind", example);
        if (!KINDS.containsKey(kind.text())) {
            throw kind.error("('" + YamlNode.shortened(kind.text()) + "') is no kind of number."
                    + NearestName.hint(kind.text(), KINDS.keySet()) + " Known: " + sorted(KINDS.keySet()) + "."
                    + example);
        }
        return new Price(name, low, typical, high, written, source(node, example), KINDS.get(kind.text()));
    }

    private static String source(YamlNode node, String example) {
        YamlNode source = required(node, "source", example);
        if (source.text().isBlank()) {
            throw source.error("is blank; say where the number is from." + example);
        }
        return source.text().strip();
    }

    private static String unit(YamlNode node, PriceUnit unit, String example) {
        if (!unit.units().contains(node.text())) {
            throw node.error("('" + YamlNode.shortened(node.text()) + "') is no unit for it. Known here: "
                    + unit.units() + "." + example);
        }
        return node.text();
    }

    private static double number(YamlNode node, PriceUnit unit, String written, String example) {
        try {
            double value = node.number();
            if (!(value >= 0) || Double.isInfinite(value)) {
                throw node.error("(" + node.text() + " " + written + ") must be 0 or above and finite." + example);
            }
            return unit.si(node.text(), written);
        } catch (NumberFormatException | ArithmeticException e) {
            throw node.error("(" + YamlNode.shortened(node.text()) + ") is out of the range of numbers." + example);
        }
    }

    private static void ordered(
            YamlNode node, String lower, double less, String upper, double more, String unit, String example) {
        if (less > more) {
            YamlNode wrong = required(node, upper, example);
            throw wrong.error("(" + wrong.text() + " " + unit + ") must be at least " + lower + " ("
                    + required(node, lower, example).text() + " " + unit + ")." + example);
        }
    }

    private static YamlNode required(YamlNode node, String key, String example) {
        return node.optional(key).orElseThrow(() -> node.error("lacks the key '" + key + "'. Add it." + example));
    }

    /** As {@link YamlNode#onlyKeys}, with what was probably meant and how it should read. */
    static void onlyKeys(YamlNode node, Collection<String> known, String example) {
        for (String key : node.map().keySet()) {
            if (!known.contains(key)) {
                Place place = node.placeOf(key);
                throw place.error("is not known." + NearestName.hint(key, known) + " Known here: " + sorted(known) + "."
                        + example);
            }
        }
    }

    /** How the line of a price should read, as a sentence. */
    static String example(String name, PriceUnit unit) {
        return " Write for example: " + name + ": {low: 1, typical: 2, high: 5, unit: " + unit.usual()
                + ", kind: literature, source: \"author, title, year, table\"}";
    }

    private static List<String> sorted(Collection<String> names) {
        return names.stream().sorted().toList();
    }
}
