package org.ionspike.networks.readout;

/** The index of the largest of several scores. */
final class LargestScore {
    private LargestScore() {}

    /** The first index whose score no other exceeds. */
    static int of(double[] scores) {
        int best = 0;
        for (int c = 1; c < scores.length; c++) {
            if (scores[c] > scores[best]) {
                best = c;
            }
        }
        return best;
    }
}
