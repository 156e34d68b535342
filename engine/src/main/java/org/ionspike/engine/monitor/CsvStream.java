package org.ionspike.engine.monitor;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A table as CSV (RFC 4180): names, then one line a row. */
final class CsvStream extends RowStream {
    private final byte[] header;
    private boolean rowBegun;

    CsvStream(Path file, List<Column> columns) {
        super(file);
        header = columns.stream()
                .flatMap(column -> column.each().stream())
                .map(CsvStream::quoted)
                .collect(Collectors.joining(",", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    byte[] header(long dataBytes) {
        return header.clone();
    }

    @Override
    boolean hasHeader(byte[] found) {
        return Arrays.equals(found, header);
    }

    @Override
    boolean headerTellsRows() {
        return false;
    }

    @Override
    CsvStream add(double value) {
        return plain(Double.toString(value));
    }

    @Override
    CsvStream add(float value) {
        return plain(Float.toString(value));
    }

    @Override
    CsvStream add(int value) {
        return plain(Integer.toString(value));
    }

    @Override
    CsvStream add(String text) {
        return plain(quoted(text));
    }

    private CsvStream plain(String entry) {
        byte[] bytes = entry.getBytes(StandardCharsets.UTF_8);
        var row = room(bytes.length + 2);
        if (rowBegun) {
            row.put((byte) ',');
        }
        row.put(bytes);
        rowBegun = true;
        return this;
    }

    @Override
    void endRow() {
        room(1).put((byte) '\n');
        rowBegun = false;
        super.endRow();
    }

    /** Names with a comma or a quotation mark stand in quotation marks. */
    private static String quoted(String name) {
        boolean plain = name.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
