package org.ionspike.datasets;

import com.google.common.base.Ascii;
import org.ionspike.engine.units.Check;

/**
 * How a CSV file is read.
 *
 * @param delimiter what separates the cells
 * @param header whether the first row holds the names of the columns
 * @param label the column of the labels: its name, or its number counted from 1, or from the end as -1, -2 ...; a
 *     name in the header wins over a number
 */
public record CsvOptions(Delimiter delimiter, Header header, String label) {
    public CsvOptions {
        Check.require(!label.isBlank(), "CsvOptions.label", "'" + label + "'", "must be a column's name or number");
    }

    /** Delimiter and header found out from the file, labels in the last column. */
    public CsvOptions() {
        this(Delimiter.AUTO, Header.AUTO, "-1");
    }

    /** The same options with another delimiter. */
    public CsvOptions withDelimiter(Delimiter newDelimiter) {
        return new CsvOptions(newDelimiter, header, label);
    }

    /** The same options with another statement on the header. */
    public CsvOptions withHeader(Header newHeader) {
        return new CsvOptions(delimiter, newHeader, label);
    }

    /** The same options with another label column, by name or number. */
    public CsvOptions withLabel(String newLabel) {
        return new CsvOptions(delimiter, header, newLabel);
    }

    /** What separates the cells of a row. */
    public enum Delimiter {
        /** The one of tab, semicolon and comma that cuts the first rows into equally many cells. */
        AUTO,
        COMMA,
        SEMICOLON,
        TAB;

        /** Reads {@code auto}, {@code ,}, {@code ;}, {@code tab} or the names of the signs. */
        public static Delimiter parse(String text) {
            return switch (Ascii.toLowerCase(text)) {
                case "auto" -> AUTO;
                case ",", "comma" -> COMMA;
                case ";", "semicolon" -> SEMICOLON;
                case "\t", "\\t", "tab" -> TAB;
                default ->
                    throw new IllegalArgumentException("Cannot read '" + text
                            + "' as a delimiter. Known: [auto, comma, semicolon, tab], or the sign itself.");
            };
        }

        /** The sign; not for {@link #AUTO}. */
        char sign() {
            return switch (this) {
                case COMMA -> ',';
                case SEMICOLON -> ';';
                case TAB -> '\t';
                case AUTO -> throw new IllegalStateException("The delimiter is not known before the file is read.");
            };
        }
    }

    /** Whether the first row holds the names of the columns. */
    public enum Header {
        /** Yes if no cell of the first row, except the label's, is a number. */
        AUTO,
        YES,
        NO;

        /** Reads {@code auto}, {@code yes} or {@code no}. */
        public static Header parse(String text) {
            return switch (Ascii.toLowerCase(text)) {
                case "auto" -> AUTO;
                case "yes" -> YES;
                case "no" -> NO;
                default ->
                    throw new IllegalArgumentException(
                            "Cannot read '" + text + "' as a statement on the header. Known: [auto, yes, no].");
            };
        }
    }
}
