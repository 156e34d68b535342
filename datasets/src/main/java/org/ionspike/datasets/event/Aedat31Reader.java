package org.ionspike.datasets.event;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * Reads one recording in AEDAT 3.1: header lines from {@code #!AER-DAT3.1} to {@code #!END-HEADER}, then packets, low
 * byte first: a head of 28 bytes (type and source of 16 bits; event size, time offset, time overflow, capacity, number
 * and valid number of 32 bits), then as many events as its number says.
 *
 * <pre>polarity event (type 1): bit 0 valid, bit 1 polarity (ON is 1), bits 2-16 y, bits 17-31 x; then 32 bits of time
 * t = overflow 2^31 + time, in microseconds</pre>
 *
 * Row 0 is the upper one. Packets of other types and events without the bit of validity are left out. Sources:
 * iniVation, AEDAT 3.1, docs.inivation.com; README of DVS128-Gesture (IBM, 2017), which takes 13 bits of x and y.
 */
public final class Aedat31Reader {
    private static final String MAGIC = "#!AER-DAT3.1";
    private static final String END = "#!END-HEADER";
    private static final int HEAD_BYTES = 28;
    private static final int POLARITY = 1;
    private static final int EVENT_BYTES = 8;
    private static final int TIME_OFFSET = 4;

    private Aedat31Reader() {}

    /**
     * Reads a file; times are those of the file.
     *
     * @param sensor shape of the sensor, of two polarities
     */
    public static EventRecording read(Path path, SensorShape sensor) {
        var file = new EventFile(path);
        ByteBuffer in = file.content();
        file.requireMagic(in, MAGIC, "AEDAT 3.1");
        for (String line = ""; !line.equals(END); ) {
            int start = in.position();
            line = file.headerLine(in);
            if (line.isEmpty()) {
                throw file.at(start, "the header ends without the line " + END, "The file is damaged; fetch it again.");
            }
        }
        in.order(ByteOrder.LITTLE_ENDIAN);
        var events = new EventBuilder(sensor, in.remaining() / EVENT_BYTES);
        while (in.hasRemaining()) {
            Packet packet = Packet.read(file, in);
            int end = in.position() + packet.bytes();
            if (packet.type() == POLARITY) {
                addAll(file, in, end, packet.overflow(), events);
            }
            in.position(end);
        }
        return file.finished(events);
    }

    private static void addAll(EventFile file, ByteBuffer in, int end, int overflow, EventBuilder events) {
        while (in.position() < end) {
            int offset = in.position();
            int data = in.getInt();
            int time = in.getInt();
            if ((data & 1) == 0) {
                continue;
            }
            if (time < 0) {
                throw file.at(offset, "the time " + time + " us is below 0", "The file is damaged; fetch it again.");
            }
            try {
                events.add(data >>> 17, (data >>> 2) & 0x7fff, ((long) overflow << 31) + time, (data >>> 1) & 1);
            } catch (IllegalArgumentException e) {
                throw file.refused(offset, e);
            }
        }
    }

    /** What the head of a packet says: type, how often the clock overflowed, and bytes of all its events. */
    private record Packet(int type, int overflow, int bytes) {
        static Packet read(EventFile file, ByteBuffer in) {
            int offset = in.position();
            if (in.remaining() < HEAD_BYTES) {
                throw file.at(
                        offset,
                        "a packet head of " + HEAD_BYTES + " bytes begins, and " + in.remaining() + " are left",
                        "The file is truncated; fetch it again.");
            }
            int type = in.getShort();
            in.getShort(); // source
            int size = in.getInt();
            int timeOffset = in.getInt();
            int overflow = in.getInt();
            in.getInt(); // capacity
            int number = in.getInt();
            in.getInt(); // valid
            if (size < 1 || number < 0 || overflow < 0) {
                throw damaged(file, offset, number + " events of " + size + " bytes after " + overflow + " overflows");
            }
            if (type == POLARITY && (size != EVENT_BYTES || timeOffset != TIME_OFFSET)) {
                throw damaged(
                        file,
                        offset,
                        "polarity events of " + size + " bytes with the time at byte " + timeOffset + ", and they have "
                                + EVENT_BYTES + " with the time at byte " + TIME_OFFSET);
            }
            if ((long) size * number > in.remaining()) {
                throw file.at(
                        offset,
                        "the packet promises " + number + " events of " + size + " bytes, and " + in.remaining()
                                + " bytes are left",
                        "The file is truncated; fetch it again.");
            }
            return new Packet(type, overflow, size * number);
        }

        private static RuntimeException damaged(EventFile file, int offset, String found) {
            return file.at(offset, "the packet head tells of " + found, "The file is damaged; fetch it again.");
        }
    }
}
