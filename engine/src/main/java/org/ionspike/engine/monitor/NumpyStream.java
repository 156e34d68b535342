package org.ionspike.engine.monitor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as a NumPy array with named fields: a header with the types and the number of rows, then the rows, little
 * endian (NumPy Enhancement Proposal 1). The header has room for any number of rows and is written again as they come.
 * A field of several numbers is an array in each row.
 */
final class NumpyStream extends RowStream {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int ALIGNED = 64;
    private static final int MOST_DIGITS = 19;

    private final String fields;
    private final Charset charset;
    private final int version;
    private final int lengthBytes;
    private final int headerLength;
    private final long rowBytes;
    private final int[] textBytes;
    private int texts;

    NumpyStream(Path file, List<Column> columns) {
        super(file);
        fields = columns.stream().map(NumpyStream::field).collect(Collectors.joining(", ", "[", "]"));
        rowBytes = columns.stream().mapToLong(Column::rowBytes).sum();
        textBytes = columns.stream()
                .filter(column -> column.type().startsWith("|S"))
                .mapToInt(Column::bytes)
                .toArray();
        boolean ascii = StandardCharsets.US_ASCII.newEncoder().canEncode(fields);
        int longest = fields.getBytes(StandardCharsets.UTF_8).length + text("").length() + MOST_DIGITS + 1;
        version = ascii && longest < 0xff00 ? 1 : 3; // 3: UTF-8, and a length of four bytes
        charset = ascii ? StandardCharsets.US_ASCII : StandardCharsets.UTF_8;
        lengthBytes = version == 1 ? Short.BYTES : Integer.BYTES;
        int least = MAGIC.length + 2 + lengthBytes + longest;
        headerLength = (least + ALIGNED - 1) / ALIGNED * ALIGNED;
    }

    private static String field(Column column) {
        String name = "('" + column.name().replace("\\", "\\\\").replace("'", "\\'") + "', '" + column.type() + "'";
        return name + (column.isVector() ? ", (" + column.each().size() + ",))" : ")");
    }

    private String text(String rows) {
        return "{'descr': " + fields + ", 'fortran_order': False, 'shape': (" + rows + ",), }";
    }

    @Override
    byte[] header(long dataBytes) {
        var header = ByteBuffer.allocate(headerLength).order(ByteOrder.LITTLE_ENDIAN);
        header.put(MAGIC).put((byte) version).put((byte) 0);
        int rest = headerLength - header.position() - lengthBytes;
        if (version == 1) {
            header.putShort((short) rest);
        } else {
            header.putInt(rest);
        }
        header.put(text(Long.toString(dataBytes / rowBytes)).getBytes(charset));
        while (header.remaining() > 1) {
            header.put((byte) ' ');
        }
        return header.put((byte) '\n').array();
    }

    @Override
    boolean hasHeader(byte[] found) {
        byte[] ours = header(0);
        String shape = "'shape': (";
        String tail = " *,\\), } *\n";
        String before = new String(ours, StandardCharsets.ISO_8859_1);
        String there = new String(found, StandardCharsets.ISO_8859_1);
        int cut = before.lastIndexOf(shape) + shape.length();
        return there.startsWith(before.substring(0, cut))
                && there.substring(cut).matches("\\d+" + tail);
    }

    @Override
    boolean headerTellsRows() {
        return true;
    }

    @Override
    NumpyStream add(double value) {
        room(Double.BYTES).putDouble(value);
        return this;
    }

    @Override
    NumpyStream add(float value) {
        room(Float.BYTES).putFloat(value);
        return this;
    }

    @Override
    NumpyStream add(int value) {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    @Override
    NumpyStream add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int width = textBytes[texts++];
        ByteBuffer row = room(width);
        row.put(bytes);
        for (int k = bytes.length; k < width; k++) {
            row.put((byte) 0);
        }
        return this;
    }

    @Override
    void endRow() {
        texts = 0;
        super.endRow();
    }
}
