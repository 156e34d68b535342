package org.ionspike.engine.network;

/**
 * A part of a network does not fit the others, or the time step. Whoever made the part from a file or in code can say
 * where it stands there.
 */
public final class NetworkPartException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String kind;
    private final String part;
    private final String key;

    NetworkPartException(Part part, String key, String message, Throwable cause) {
        super(message, cause);
        this.kind = part.kind();
        this.part = part.name();
        this.key = key;
    }

    /**
     * A part as messages call it.
     *
     * @param kind group, source, current or projection
     * @param name of the part
     */
    record Part(String kind, String name) {
        /** Runs a check; what it says is given this part as its place. */
        void check(String key, Runnable check) {
            run(this + ": ", key, check);
        }

        /** Runs a check that names the part itself. */
        void checkWhole(String key, Runnable check) {
            run("", key, check);
        }

        private void run(String start, String key, Runnable check) {
            try {
                check.run();
            } catch (IllegalArgumentException e) {
                throw new NetworkPartException(this, key, start + e.getMessage(), e);
            }
        }

        @Override
        public String toString() {
            return Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + " '" + name + "'";
        }
    }

    /** What the part is: group, source, current or projection. */
    public String kind() {
        return kind;
    }

    /** Name of the part; with one that is taken, that of both. */
    public String part() {
        return part;
    }

    /** Which of its properties does not fit, such as {@code delay}; empty for the part itself. */
    public String key() {
        return key;
    }
}
