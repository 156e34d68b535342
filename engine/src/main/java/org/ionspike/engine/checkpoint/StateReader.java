package org.ionspike.engine.checkpoint;

import com.google.common.hash.Hashing;
import com.google.common.hash.HashingInputStream;
import com.google.common.primitives.ImmutableLongArray;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.core.RandomProviderDefaultState;

/** Reads what {@link StateWriter} wrote, into parts that name the same fields in the same order. */
public final class StateReader implements StateTransfer {
    private static final int MOST_BYTES_OF_A_GENERATOR = 1 << 16;

    private final HashingInputStream hashed;
    private final DataInputStream in;
    private String part = "";

    /**
     * Reads the header.
     *
     * @throws CheckpointException if it is none, or one of another version
     */
    public StateReader(InputStream stream) {
        hashed = new HashingInputStream(Hashing.crc32c(), stream);
        in = new DataInputStream(hashed);
        int version = read(() -> {
            if (!in.readUTF().equals(StateWriter.MAGIC)) {
                throw new CheckpointException("This is no checkpoint of Ionspike.");
            }
            return in.readInt();
        });
        if (version != StateWriter.VERSION) {
            throw new CheckpointException("The checkpoint has format " + version + "; this version of Ionspike reads"
                    + " format " + StateWriter.VERSION + ". Resume it with the version that wrote it.");
        }
    }

    /**
     * Checks that nothing is left and that the checksum holds.
     *
     * @throws CheckpointException if not
     */
    public void finish() {
        read(() -> {
            String name = in.readUTF();
            if (!name.equals(StateWriter.END)) {
                throw new CheckpointException(at(name) + " is in the checkpoint but not in this simulation.");
            }
            int expected = hashed.hash().asInt();
            if (in.readInt() != expected) {
                throw new CheckpointException("The checkpoint is damaged: its checksum does not hold.");
            }
            return 0;
        });
    }

    @FunctionalInterface
    private interface Source<T> {
        T get() throws IOException;
    }

    private static <T> T read(Source<T> source) {
        try {
            return source.get();
        } catch (EOFException e) {
            throw new CheckpointException("The checkpoint ends too early; it was not written completely.", e);
        } catch (IOException e) {
            throw new CheckpointException("The checkpoint cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private String at(String name) {
        return part.isEmpty() ? "'" + name + "'" : "'" + part + "', '" + name + "'";
    }

    private int begin(String name, StateType type) throws IOException {
        String found = in.readUTF();
        int foundType = in.readUnsignedByte();
        int length = in.readInt();
        if (!found.equals(name) || foundType != type.letter()) {
            throw new CheckpointException("The checkpoint is of another network, other settings or another version: "
                    + at(name) + " was expected, '" + found + "' found.");
        }
        return length;
    }

    private void begin(String name, StateType type, int length) throws IOException {
        int found = begin(name, type);
        if (found != length) {
            throw new CheckpointException("The checkpoint is of another network: " + at(name) + " has " + found
                    + " entries there and " + length + " here.");
        }
    }

    @Override
    public long whole(String name, long value) {
        return read(() -> {
            begin(name, StateType.LONGS, 1);
            return in.readLong();
        });
    }

    @Override
    public double number(String name, double value) {
        return read(() -> {
            begin(name, StateType.DOUBLES, 1);
            return in.readDouble();
        });
    }

    @Override
    public void array(String name, float[] values) {
        read(() -> {
            begin(name, StateType.FLOATS, values.length);
            for (int k = 0; k < values.length; k++) {
                values[k] = in.readFloat();
            }
            return values;
        });
    }

    @Override
    public void array(String name, double[] values) {
        read(() -> {
            begin(name, StateType.DOUBLES, values.length);
            for (int k = 0; k < values.length; k++) {
                values[k] = in.readDouble();
            }
            return values;
        });
    }

    @Override
    public void array(String name, long[] values) {
        read(() -> {
            begin(name, StateType.LONGS, values.length);
            return fill(values);
        });
    }

    private long[] fill(long[] values) throws IOException {
        for (int k = 0; k < values.length; k++) {
            values[k] = in.readLong();
        }
        return values;
    }

    @Override
    public void array(String name, int[] values) {
        read(() -> {
            begin(name, StateType.INTS, values.length);
            for (int k = 0; k < values.length; k++) {
                values[k] = in.readInt();
            }
            return values;
        });
    }

    @Override
    public void array(String name, boolean[] values) {
        read(() -> {
            begin(name, StateType.BOOLEANS, values.length);
            for (int k = 0; k < values.length; k++) {
                values[k] = in.readBoolean();
            }
            return values;
        });
    }

    @Override
    public long[] list(String name, long[] values) {
        return read(() -> {
            int length = begin(name, StateType.LONGS);
            if (length < 0) {
                throw new CheckpointException(
                        "The checkpoint is damaged: " + at(name) + " has " + length + " entries.");
            }
            var list = ImmutableLongArray.builder(); // grows as entries come, so a damaged length costs no memory
            for (int k = 0; k < length; k++) {
                list.add(in.readLong());
            }
            return list.build().toArray();
        });
    }

    @Override
    public void random(String name, RestorableUniformRandomProvider random) {
        byte[] state = read(() -> {
            int length = begin(name, StateType.BYTES);
            if (length < 0 || length > MOST_BYTES_OF_A_GENERATOR) {
                throw new CheckpointException("The checkpoint is damaged: " + at(name) + " has " + length + " bytes.");
            }
            byte[] bytes = new byte[length];
            in.readFully(bytes);
            return bytes;
        });
        try {
            random.restoreState(new RandomProviderDefaultState(state));
        } catch (IllegalStateException e) {
            throw new CheckpointException("The checkpoint is damaged: " + at(name) + " is no state of a generator.", e);
        }
    }

    @Override
    public void part(String name) {
        read(() -> {
            begin(name, StateType.PART, 0);
            return name;
        });
        part = name;
    }

    @Override
    public boolean isLoading() {
        return true;
    }
}
