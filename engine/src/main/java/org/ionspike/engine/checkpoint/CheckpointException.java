package org.ionspike.engine.checkpoint;

/** A checkpoint that is damaged, of another version, or of another network. */
public final class CheckpointException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CheckpointException(String message) {
        super(message);
    }

    CheckpointException(String message, Throwable cause) {
        super(message, cause);
    }
}
