package org.ionspike.engine.checkpoint;

import com.google.common.hash.Hashing;
import com.google.common.hash.HashingOutputStream;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.core.RandomProviderDefaultState;

/** Writes state: a header, one entry per field (name, type, length, values), and a checksum. */
public final class StateWriter implements StateTransfer {
    static final String MAGIC = "ionspike-state";
    static final int VERSION = 2;
    static final String END = "end";

    private final HashingOutputStream hashed;
    private final DataOutputStream out;

    /** Writes the header to a stream, which the caller closes after {@link #finish}. */
    public StateWriter(OutputStream stream) {
        hashed = new HashingOutputStream(Hashing.crc32c(), stream);
        out = new DataOutputStream(new BufferedOutputStream(hashed));
        write(() -> {
            out.writeUTF(MAGIC);
            out.writeInt(VERSION);
        });
    }

    /** Writes the checksum; nothing may follow. */
    public void finish() {
        write(() -> {
            out.writeUTF(END);
            out.flush();
            int checksum = hashed.hash().asInt();
            out.writeInt(checksum);
            out.flush();
        });
    }

    @FunctionalInterface
    private interface Task {
        void run() throws IOException;
    }

    private static void write(Task task) {
        try {
            task.run();
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoint cannot be written: " + e.getMessage() + ".", e);
        }
    }

    private void entry(String name, StateType type, int length, Task values) {
        write(() -> {
            out.writeUTF(name);
            out.writeByte(type.letter());
            out.writeInt(length);
            values.run();
        });
    }

    @Override
    public long whole(String name, long value) {
        entry(name, StateType.LONGS, 1, () -> out.writeLong(value));
        return value;
    }

    @Override
    public double number(String name, double value) {
        entry(name, StateType.DOUBLES, 1, () -> out.writeDouble(value));
        return value;
    }

    @Override
    public void array(String name, float[] values) {
        entry(name, StateType.FLOATS, values.length, () -> {
            for (float value : values) {
                out.writeFloat(value);
            }
        });
    }

    @Override
    public void array(String name, double[] values) {
        entry(name, StateType.DOUBLES, values.length, () -> {
            for (double value : values) {
                out.writeDouble(value);
            }
        });
    }

    @Override
    public void array(String name, long[] values) {
        entry(name, StateType.LONGS, values.length, () -> {
            for (long value : values) {
                out.writeLong(value);
            }
        });
    }

    @Override
    public void array(String name, int[] values) {
        entry(name, StateType.INTS, values.length, () -> {
            for (int value : values) {
                out.writeInt(value);
            }
        });
    }

    @Override
    public void array(String name, boolean[] values) {
        entry(name, StateType.BOOLEANS, values.length, () -> {
            for (boolean value : values) {
                out.writeBoolean(value);
            }
        });
    }

    @Override
    public long[] list(String name, long[] values) {
        array(name, values);
        return values;
    }

    @Override
    public void random(String name, RestorableUniformRandomProvider random) {
        byte[] state = ((RandomProviderDefaultState) random.saveState()).getState();
        entry(name, StateType.BYTES, state.length, () -> out.write(state));
    }

    @Override
    public void part(String name) {
        entry(name, StateType.PART, 0, () -> {});
    }

    @Override
    public boolean isLoading() {
        return false;
    }
}
