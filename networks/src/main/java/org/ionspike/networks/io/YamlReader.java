package org.ionspike.networks.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Reads a YAML file of plain maps, lists and texts. What YAML has beyond that (aliases, several documents, keys given
 * twice, tags) is an error, as are nesting deeper than {@value #DEEPEST} levels and more than {@value #MOST_VALUES} values.
 */
public final class YamlReader {
    /** The deepest nesting that is read. */
    static final int DEEPEST = 40;

    /** The most keys, texts and lists that are read, which fit into 300 MB. */
    static final int MOST_VALUES = 1_000_000;

    private final String file;
    private final YAMLParser parser;
    private int values;

    private YamlReader(String file, YAMLParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /**
     * The top map of a file.
     *
     * @param label what messages call the file
     */
    static YamlNode read(Path path, String label) {
        return parse(YamlText.read(path, label), label);
    }

    private static YamlNode parse(String text, String label) {
        var options = new LoaderOptions();
        options.setCodePointLimit(YamlText.MOST_MEGABYTES << 20);
        var factory = YAMLFactory.builder().loaderOptions(options).build();
        try (YAMLParser parser = factory.createParser(text)) {
            return new YamlReader(label, parser).document();
        } catch (JsonProcessingException e) {
            throw YamlText.unreadable(label, text, e);
        } catch (IOException e) {
            throw new FileFormatException(label + ": cannot be read: " + Place.reason(e) + ".", e);
        }
    }

    /**
     * The top map of a file that begins with {@code format: 1}; the key is taken out.
     *
     * @param label what messages call the file
     */
    public static YamlNode readFormat1(Path path, String label) {
        return withFormat1(read(path, label));
    }

    /**
     * As {@link #readFormat1(Path, String)}, for a text that is in memory already, such as a file inside a jar.
     *
     * @param text of the file
     * @param label what messages call the file
     */
    public static YamlNode readFormat1Text(String text, String label) {
        return withFormat1(parse(text, label));
    }

    private static YamlNode withFormat1(YamlNode root) {
        if (root.optional("format").isEmpty()) {
            throw root.error("the key 'format' is missing. Put 'format: 1' at the top.");
        }
        return checkedFormat(root);
    }

    /** The map without its key {@code format}, which must be 1 where it stands. */
    static YamlNode checkedFormat(YamlNode root) {
        root.optional("format").ifPresent(format -> {
            if (!format.text().equals("1")) {
                throw format.error(
                        "(" + YamlNode.shortened(format.text()) + ") is not read by this version of Ionspike,"
                                + " which knows format 1. Use the version that wrote the file, or a newer one.");
            }
        });
        return root.without("format");
    }

    private YamlNode document() throws IOException {
        var place = Place.file(file);
        JsonToken first = parser.nextToken();
        if (first == null || first == JsonToken.VALUE_NULL || (first == JsonToken.VALUE_STRING && isBlank())) {
            throw place.error("the file is empty; a map of keys and values is needed, beginning with 'format: 1'.");
        }
        YamlNode root = node(place, 1);
        root.map();
        if (parser.nextToken() != null) {
            throw place.error("holds more than one YAML document; one is needed. Remove the line '---'.");
        }
        return root;
    }

    private YamlNode node(Place place, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw Place.file(file)
                    .where(parser.currentLocation())
                    .error("is nested deeper than " + DEEPEST + " levels.");
        }
        if (++values > MOST_VALUES) {
            throw Place.file(file)
                    .where(parser.currentLocation())
                    .error("is beyond the " + MOST_VALUES
                            + " values that are read. Large arrays belong into an HDF5 file.");
        }
        if (parser.getTypeId() != null) {
            throw place.error("has a YAML tag (!" + YamlNode.shortened(parser.getTypeId())
                    + "), which is not supported. Leave it out.");
        }
        if (parser.isCurrentAlias()) {
            throw place.error("is a YAML alias (*" + YamlNode.shortened(parser.getText())
                    + "), which is not supported. Write the value out.");
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return new YamlNode(place, map(place, depth));
        }
        if (token == JsonToken.START_ARRAY) {
            List<YamlNode> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                Place inside = place.at(list.size()).where(parser.currentTokenLocation());
                list.add(node(inside, depth + 1));
            }
            return new YamlNode(place, list);
        }
        if (token == JsonToken.VALUE_NULL || isBlank()) {
            throw place.error("is empty. Give it a value, or leave the key out.");
        }
        return new YamlNode(place, parser.getText());
    }

    private Map<String, YamlNode> map(Place place, int depth) throws IOException {
        Map<String, YamlNode> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Place inside = place.at(key).where(parser.currentTokenLocation());
            if (map.containsKey(key)) {
                throw inside.error("is given twice. Remove one of them.");
            }
            parser.nextToken();
            map.put(key, node(inside, depth + 1));
        }
        return map;
    }

    /** Whether nothing stands here, not even a pair of quotes. */
    private boolean isBlank() throws IOException {
        return parser.getText().isEmpty()
                && parser.currentTokenLocation().getCharOffset()
                        == parser.currentLocation().getCharOffset();
    }
}
