package org.ionspike.datasets.event;

import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Reads one recording in AEDAT 2.0 of the DVS128 camera: header lines that begin with {@code #}, the first of them
 * {@code #!AER-DAT2.0}, then for each event an address and a time in microseconds, 32 bits each, high byte first.
 *
 * <pre>address: bit 0 polarity, bits 1-7 column, bits 8-14 row, bit 15 external event (left out)</pre>
 *
 * The raw address counts columns from the right and rows from below, and its polarity is 0 for ON, as in the class
 * {@code DVS128} of jAER, which writes such files; here x counts from the left, y from above, and ON is 1. iniVation's
 * page on AEDAT 1.0 has polarity 1 for ON and columns from the left; Tonic takes the raw bits and exchanges x and y.
 */
public final class Aedat2Reader {
    /** Sensor of the DVS128: 128x128 pixels, OFF and ON. */
    public static final SensorShape DVS128 = new SensorShape(128, 128, 2);

    private static final String MAGIC = "#!AER-DAT2.0";
    private static final String CHIP = "# AEChip:";
    private static final int EVENT_BYTES = 8;
    private static final int LAST = 127;
    private static final int EXTERNAL = 0x8000;

    private Aedat2Reader() {}

    /** Reads a file; times are those of the file. */
    public static EventRecording read(Path path) {
        var file = new EventFile(path);
        ByteBuffer in = file.content();
        file.requireMagic(in, MAGIC, "AEDAT 2.0");
        int start = in.position();
        for (String line = file.headerLine(in); !line.isEmpty(); line = file.headerLine(in)) {
            if (line.startsWith(CHIP) && !line.contains("DVS128")) {
                throw file.at(
                        start,
                        "the camera is '" + line.substring(CHIP.length()).strip()
                                + "', and only addresses of the DVS128" + " are read",
                        "Convert the recording to AEDAT 3.1.");
            }
            start = in.position();
        }

        int rest = in.remaining() % EVENT_BYTES;
        if (rest != 0) {
            throw file.at(
                    in.limit() - rest,
                    "the last event has " + rest + " of " + EVENT_BYTES + " bytes",
                    "The file is truncated; fetch it again.");
        }
        var events = new EventBuilder(DVS128, in.remaining() / EVENT_BYTES);
        while (in.hasRemaining()) {
            int offset = in.position();
            int address = in.getInt();
            int t = in.getInt();
            if (address >>> 16 != 0) {
                throw file.at(
                        offset,
                        String.format("the address 0x%08x has bits above those of the DVS128", address),
                        "The file is damaged or of another camera.");
            }
            if ((address & EXTERNAL) != 0) {
                continue;
            }
            try {
                events.add(LAST - ((address >>> 1) & 0x7f), LAST - ((address >>> 8) & 0x7f), t, 1 - (address & 1));
            } catch (IllegalArgumentException e) {
                throw file.refused(offset, e);
            }
        }
        return file.finished(events);
    }
}
