package org.ionspike.benchmarks.metric;

import com.google.common.primitives.Ints;
import org.ionspike.engine.units.Check;

/**
 * How numbers are held where operations are counted.
 *
 * @param bits of a number, 1 to 32
 * @param floating whether it is a floating-point number
 */
public record Precision(int bits, boolean floating) {
    /** Single precision. */
    public static final Precision FLOAT32 = new Precision(32, true);

    /** Whole numbers of 8 bits. */
    public static final Precision INT8 = new Precision(8, false);

    private static final int WORD_BITS = 32;

    public Precision {
        Check.between("Precision.bits", bits, 1, WORD_BITS);
        Check.require(!floating || bits == WORD_BITS, "Precision.bits", bits, "must be 32 for floating point");
    }

    /** Whole numbers with so many states; {@link #FLOAT32} where there is no end of states. */
    public static Precision ofStates(int states) {
        return states == 0 ? FLOAT32 : new Precision(Math.max(1, 32 - Integer.numberOfLeadingZeros(states - 1)), false);
    }

    /** Bits that a number takes in memory, where a word of 32 bits holds as many as fit. */
    public double storedBits() {
        int perWord = WORD_BITS / bits;
        return (double) WORD_BITS / perWord;
    }

    /** Reads {@code float32}, {@code int8}, {@code int5}. */
    public static Precision parse(String text) {
        boolean floating = text.startsWith("float");
        Integer bits = Ints.tryParse(text.substring(Math.min(text.length(), floating ? 5 : 3)));
        Check.require(
                bits != null && (floating || text.startsWith("int")),
                "Precision",
                "'" + text + "'",
                "must be float32 or int1 to int32");
        return new Precision(bits == null ? 1 : bits, floating);
    }

    /** {@code float32}, {@code int8}, {@code int5}. */
    @Override
    public String toString() {
        return (floating ? "float" : "int") + bits;
    }
}
