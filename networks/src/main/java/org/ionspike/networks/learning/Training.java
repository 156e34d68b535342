package org.ionspike.networks.learning;

import java.io.InputStream;
import java.io.OutputStream;
import org.ionspike.engine.checkpoint.CheckpointException;

/**
 * Shows one sample after the other to a network that learns. Between two samples it can be saved, and one made anew from
 * the same network, settings and samples goes on from there, bit for bit. No label is used.
 */
public interface Training {
    /** How many samples are shown in all, repetitions counted. */
    long total();

    /** How many have been shown. */
    long shown();

    /** Whether all have been shown. */
    default boolean isDone() {
        return shown() == total();
    }

    /**
     * Shows the next sample and learns from it; an error when all have been shown.
     *
     * @return its index in the list of samples
     */
    int show();

    /** The neuron that answered the sample shown last, or -1 for none. */
    int winner();

    /**
     * Writes everything that decides how this training goes on.
     *
     * @param out is not closed
     */
    void save(OutputStream out);

    /**
     * Takes over what {@link #save} wrote.
     *
     * @param in is not closed
     * @throws CheckpointException if it is damaged, or of another training; this training is then of no use
     */
    void load(InputStream in);
}
