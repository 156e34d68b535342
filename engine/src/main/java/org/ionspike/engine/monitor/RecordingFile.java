package org.ionspike.engine.monitor;

/**
 * A recording that is written row by row while a simulation runs, so that memory does not grow with the run.
 *
 * <p>A name that ends in {@code .npy} makes a NumPy array with named fields (numpy.load reads it), any other CSV. Whole
 * rows reach the disk in order, when a row comes a second or more after the last time, at a checkpoint and when the file is
 * closed: a crash or a power cut leaves a file that can be read, without the rows since then.
 */
public interface RecordingFile extends AutoCloseable {
    /** How far the file has come; all of it is on the disk when this returns. */
    FilePlace place();

    @Override
    void close();
}
