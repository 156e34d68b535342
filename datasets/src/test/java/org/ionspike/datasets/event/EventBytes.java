package org.ionspike.datasets.event;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Makes files and recordings of events for tests; events are given as x, y, t, p. */
final class EventBytes {
    private EventBytes() {}

    static byte[] aer(int... xytp) {
        var buffer = ByteBuffer.allocate(xytp.length / 4 * 5);
        for (int k = 0; k < xytp.length; k += 4) {
            int t = xytp[k + 2];
            buffer.put((byte) xytp[k])
                    .put((byte) xytp[k + 1])
                    .put((byte) ((xytp[k + 3] << 7) + (t >> 16)))
                    .put((byte) (t >> 8))
                    .put((byte) t);
        }
        return buffer.array();
    }

    static byte[] join(String header, byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        joined.writeBytes(header.getBytes(StandardCharsets.ISO_8859_1));
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    /** Big-endian numbers. */
    static byte[] words(int... words) {
        var buffer = ByteBuffer.allocate(4 * words.length);
        for (int word : words) {
            buffer.putInt(word);
        }
        return buffer.array();
    }

    /** A packet of AEDAT 3.1 whose events are pairs of data and time. */
    static byte[] packet(int type, int overflow, int... words) {
        var buffer = ByteBuffer.allocate(28 + 4 * words.length).order(ByteOrder.LITTLE_ENDIAN);
        int number = words.length / 2;
        buffer.putShort((short) type).putShort((short) 1).putInt(8).putInt(4).putInt(overflow);
        buffer.putInt(number).putInt(number).putInt(number);
        for (int word : words) {
            buffer.putInt(word);
        }
        return buffer.array();
    }

    /** The data of a valid polarity event of AEDAT 3.1. */
    static int polarity(int x, int y, int p) {
        return (x << 17) + (y << 2) + (p << 1) + 1;
    }

    static EventRecording recording(SensorShape sensor, int... xytp) {
        var events = EventRecording.builder(sensor);
        for (int k = 0; k < xytp.length; k += 4) {
            events.add(xytp[k], xytp[k + 1], xytp[k + 2], xytp[k + 3]);
        }
        return events.build();
    }

    static EventRecording random(SensorShape sensor, int size, int mostStep, Random random) {
        var events = EventRecording.builder(sensor);
        int t = random.nextInt(1000);
        for (int k = 0; k < size; k++) {
            t += random.nextInt(mostStep + 1);
            events.add(
                    random.nextInt(sensor.width()),
                    random.nextInt(sensor.height()),
                    t,
                    random.nextInt(sensor.polarities()));
        }
        return events.build();
    }

    /** Events as x, y, t, p. */
    static int[] events(EventRecording recording) {
        int[] xytp = new int[4 * recording.size()];
        for (int k = 0; k < recording.size(); k++) {
            xytp[4 * k] = recording.x(k);
            xytp[4 * k + 1] = recording.y(k);
            xytp[4 * k + 2] = recording.t(k);
            xytp[4 * k + 3] = recording.p(k);
        }
        return xytp;
    }
}
