package org.ionspike.networks.io;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** The characters of a YAML file, and what is wrong with them where no parser can say it well. */
final class YamlText {
    /** The largest file that is read; arrays belong into HDF5. */
    static final int MOST_MEGABYTES = 16;

    /** The longest line that is read; the time that the parser takes for a text grows with the square of its length. */
    static final int LONGEST_LINE = 1 << 20;

    private static final String ARRAYS = " Large arrays belong into an HDF5 file beside it.";

    private YamlText() {}

    /**
     * The text of a file without a byte order mark.
     *
     * @param label what messages call the file
     */
    static String read(Path path, String label) {
        try {
            if (Files.isDirectory(path)) {
                throw new FileFormatException(label + ": is a directory; a YAML file is needed.");
            }
            if (!Files.exists(path)) {
                throw new FileFormatException(label + ": there is no such file.");
            }
            int most = MOST_MEGABYTES << 20;
            long size = Files.size(path);
            byte[] bytes = size > most ? new byte[0] : start(path, most + 1); // a pipe has no size
            if (size > most || bytes.length > most) {
                throw new FileFormatException(label + ": has "
                        + (size > most ? (size >> 20) + " MB" : "more than " + MOST_MEGABYTES + " MB") + "; at most "
                        + MOST_MEGABYTES + " MB of YAML are read." + ARRAYS);
            }
            String text = decoded(bytes, label);
            requireShortLines(text, label);
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (IOException e) {
            throw new FileFormatException(label + ": cannot be read: " + Place.reason(e) + ".", e);
        }
    }

    private static byte[] start(Path path, int most) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(most);
        }
    }

    private static String decoded(byte[] bytes, String label) {
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        out.flip();
        if (result.isError()) {
            throw new FileFormatException(String.format(
                    Locale.ROOT,
                    "%s: is not a YAML file: it is not text in UTF-8 (byte 0x%02x in line %d). Save it in UTF-8.",
                    label,
                    bytes[in.position()],
                    lineAt(out, out.length())));
        }
        return out.toString();
    }

    private static void requireShortLines(String text, String label) {
        int line = 1;
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            if (end - start > LONGEST_LINE) {
                throw new FileFormatException(label + ":" + line + ": is a line of " + (end - start)
                        + " characters; at most " + LONGEST_LINE + " are read." + ARRAYS);
            }
            line++;
            start = end + 1;
        }
    }

    private static long lineAt(CharSequence text, int position) {
        return 1 + text.chars().limit(position).filter(c -> c == '\n').count();
    }

    /** What the parser found wrong, at the place where it did. */
    static FileFormatException unreadable(String label, String text, JsonProcessingException e) {
        if (e.getCause() instanceof ReaderException character) {
            int at = Math.max(0, Math.min(text.length(), character.getPosition()));
            return new FileFormatException(
                    String.format(
                            Locale.ROOT,
                            "%s:%d: cannot be read as YAML: the character U+%04X is not allowed.",
                            label,
                            lineAt(text, at),
                            character.getCodePoint()),
                    e);
        }
        String problem = e.getOriginalMessage().lines().findFirst().orElse("it is not YAML");
        JsonLocation location = e.getLocation();
        String where = location == null ? "" : ":" + location.getLineNr() + ":" + location.getColumnNr();
        if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblem() != null) {
            problem = marked.getProblem();
            Mark mark = marked.getProblemMark();
            where = mark == null ? where : ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
        } else if (problem.startsWith("Expected a field name")) {
            problem = "a key must be a plain text";
        }
        return new FileFormatException(
                label + where + ": cannot be read as YAML: " + problem.replaceAll("\\.$", "") + ".", e);
    }
}
