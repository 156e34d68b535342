package org.ionspike.datasets;

/**
 * One line of the listing of known data sets.
 *
 * @param name short name, as on the command line
 * @param title what it holds, in a few words
 * @param samples number of samples
 * @param features number of features of a sample
 * @param classes number of classes
 * @param licence terms of use
 * @param bytes size of the file that holds it
 */
public record DatasetSummary(
        String name, String title, int samples, int features, int classes, String licence, long bytes) {}
