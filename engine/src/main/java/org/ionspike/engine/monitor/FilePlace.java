package org.ionspike.engine.monitor;

/**
 * How far a recording on disk has come: kept in a checkpoint, so that a resumed run goes on in the same file.
 *
 * @param bytes written after the header
 * @param checksum CRC-32C of these bytes
 */
public record FilePlace(long bytes, long checksum) {}
