package org.ionspike.networks.io;

import org.jspecify.annotations.Nullable;

/**
 * A file is missing, damaged or not what it should be. The message is for the user: the file, the place in it, what was
 * found, what is allowed, and the way out.
 */
public final class FileFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An error with the message a user reads. */
    public FileFormatException(String message) {
        super(message);
    }

    /** An error with the message a user reads and what led to it. */
    public FileFormatException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
