package org.ionspike.engine.checkpoint;

/** What an entry of a checkpoint holds, and the letter it is marked with. */
enum StateType {
    PART('p'),
    LONGS('l'),
    DOUBLES('d'),
    FLOATS('f'),
    INTS('i'),
    BOOLEANS('b'),
    BYTES('x');

    private final char letter;

    StateType(char letter) {
        this.letter = letter;
    }

    char letter() {
        return letter;
    }
}
