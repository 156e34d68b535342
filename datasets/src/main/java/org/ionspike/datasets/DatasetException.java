package org.ionspike.datasets;

import org.jspecify.annotations.Nullable;

/**
 * A data file is missing, damaged or not what it should be. The message names the file, the place in it, what was
 * found and expected, and the way out. Wrong names and options are {@link IllegalArgumentException}s instead.
 */
public final class DatasetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An error with the message a user reads. */
    public DatasetException(String message) {
        super(message);
    }

    /** An error with the message a user reads and what led to it. */
    public DatasetException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
