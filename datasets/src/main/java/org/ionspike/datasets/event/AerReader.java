package org.ionspike.datasets.event;

import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Reads one recording of the 5-byte address events of N-MNIST ({@code .bin}, {@code .bs2}): x, y, then polarity (1 bit,
 * ON is 1) and time in microseconds (23 bits, high byte first). An event in row 240 is no event: it says that the clock
 * overflowed and adds 2^13 us to all times after it.
 *
 * <p>Source: G. Orchard et al., Frontiers in Neuroscience 9:437, 2015, doi:10.3389/fnins.2015.00437, and its scripts as
 * described in the sources of Tonic.
 */
public final class AerReader {
    /** Sensor of N-MNIST: 34x34 pixels, OFF and ON. */
    public static final SensorShape NMNIST = new SensorShape(34, 34, 2);

    private static final int EVENT_BYTES = 5;
    private static final int OVERFLOW_ROW = 240;
    private static final int OVERFLOW_MICROSECONDS = 1 << 13;

    private AerReader() {}

    /**
     * Reads a file.
     *
     * @param sensor shape of the sensor, of two polarities; at most 256x240 pixels can be told apart
     */
    public static EventRecording read(Path path, SensorShape sensor) {
        var file = new EventFile(path);
        ByteBuffer in = file.content();
        int rest = in.limit() % EVENT_BYTES;
        if (rest != 0) {
            throw file.at(
                    in.limit() - rest,
                    "the last event has " + rest + " of " + EVENT_BYTES + " bytes",
                    "The file is truncated or no AER file of 5 bytes an event; fetch it again.");
        }
        var events = new EventBuilder(sensor, in.limit() / EVENT_BYTES);
        long overflow = 0;
        while (in.hasRemaining()) {
            int offset = in.position();
            int x = in.get() & 0xff;
            int y = in.get() & 0xff;
            int high = in.get();
            int t = ((high & 0x7f) << 16) | (in.getShort() & 0xffff);
            if (y == OVERFLOW_ROW) {
                overflow += OVERFLOW_MICROSECONDS;
                continue;
            }
            try {
                events.add(x, y, t + overflow, (high >>> 7) & 1);
            } catch (IllegalArgumentException e) {
                throw file.refused(offset, e);
            }
        }
        return file.finished(events);
    }
}
