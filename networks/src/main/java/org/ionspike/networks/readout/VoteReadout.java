package org.ionspike.networks.readout;

import java.util.Arrays;
import java.util.List;
import org.ionspike.engine.simulation.Response;
import org.ionspike.engine.units.Check;

/**
 * Every neuron votes for the classes it answered in training, in proportion; the earlier it fires, the more its vote
 * counts. Labels name what was learnt without them.
 *
 * <pre>score(c) = sum over k &lt; K of (K - k) p(c | neuron k);   p from training, with the same ranks</pre>
 */
public final class VoteReadout implements SpikeReadout {
    private final int winners;
    private final float[][] share;

    /**
     * A readout with known shares.
     *
     * @param winners K, at least 1
     * @param share how often each neuron stood for each class, {@code [neuron, class]}, each 0 to 1
     */
    public VoteReadout(int winners, float[][] share) {
        Check.atLeast("VoteReadout.winners", winners, 1);
        this.winners = winners;
        this.share = Arrays.stream(share).map(float[]::clone).toArray(float[][]::new);
    }

    /** Counts which classes each neuron answered. */
    public static VoteReadout fit(int winners, int neurons, int classes, List<Response> responses, int[] labels) {
        SpikeReadout.requireLabels(responses, labels);
        double[] classSize = new double[classes];
        for (int label : labels) {
            classSize[label]++;
        }
        double[][] votes = new double[neurons][classes];
        for (int s = 0; s < labels.length; s++) {
            Response response = responses.get(s);
            for (int k = 0; k < Math.min(winners, response.size()); k++) {
                votes[response.neuron().get(k)][labels[s]] += (winners - k) / classSize[labels[s]];
            }
        }
        float[][] share = new float[neurons][classes];
        for (int j = 0; j < neurons; j++) {
            double sum = Arrays.stream(votes[j]).sum();
            for (int c = 0; c < classes && sum > 0; c++) {
                share[j][c] = (float) (votes[j][c] / sum);
            }
        }
        return new VoteReadout(winners, share);
    }

    @Override
    public String name() {
        return "vote";
    }

    @Override
    public int winners() {
        return winners;
    }

    /** {@inheritDoc} The ranks are whole numbers. */
    @Override
    public VoteReadout rounded(int bits) {
        return new VoteReadout(winners, WeightRounding.of(share, bits));
    }

    @Override
    public double[] scores(Response response) {
        double[] scores = new double[share[0].length];
        for (int k = 0; k < spikesSeen(response); k++) {
            float[] votes = share[response.neuron().get(k)];
            for (int c = 0; c < scores.length; c++) {
                scores[c] += (winners - k) * votes[c];
            }
        }
        return scores;
    }

    @Override
    public float[][] weights() {
        return Arrays.stream(share).map(float[]::clone).toArray(float[][]::new);
    }
}
