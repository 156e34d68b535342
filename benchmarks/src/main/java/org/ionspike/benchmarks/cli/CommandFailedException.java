package org.ionspike.benchmarks.cli;

/**
 * A command was understood but could not do its work, for a reason that is the user's to know and not a fault of the
 * program: the message says what, where and the way out, and is printed without a stack trace.
 */
public final class CommandFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With a message for the user. */
    public CommandFailedException(String message) {
        super(message);
    }

    /** With a message for the user, and a cause which {@code --stacktrace} shows. */
    public CommandFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
