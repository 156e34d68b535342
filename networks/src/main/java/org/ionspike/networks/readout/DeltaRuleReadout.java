package org.ionspike.networks.readout;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.ionspike.engine.simulation.Response;
import org.ionspike.engine.units.Check;

/**
 * One layer of output units on the first K spikes, trained by the delta rule: each weight changes by its own input times
 * the error of its own output. A local, three-factor rule at the readout; no gradient passes into the network.
 *
 * <pre>x_k = exp(-(t_k - t_0) / tau) for the k-th spike (k from 0);   p = softmax(W x);   dW = eta (target - p) x</pre>
 *
 * The input is a trace that the first spike sets to 1 and that decays with tau: a neuron counts the more, the sooner
 * after the winner it fires. The readout is computed in software; its own devices and energy are not modelled.
 */
public final class DeltaRuleReadout implements SpikeReadout {
    /** tau in s: on a ramp of 50 nA/s, 40 pA, or about four weights of the default synapse. */
    private static final double TRACE_SECONDS = 0.8e-3;

    private final int winners;
    private final float[][] weights;
    private final double inputSteps;
    private long fittingOperations;

    /**
     * A readout with known weights.
     *
     * @param winners K, at least 1
     * @param weights {@code [neuron, class]}
     */
    public DeltaRuleReadout(int winners, float[][] weights) {
        this(winners, weights, 0);
    }

    private DeltaRuleReadout(int winners, float[][] weights, double inputSteps) {
        Check.atLeast("DeltaRuleReadout.winners", winners, 1);
        this.winners = winners;
        this.weights = Arrays.stream(weights).map(float[]::clone).toArray(float[][]::new);
        this.inputSteps = inputSteps;
    }

    /**
     * How the weights are learnt.
     *
     * @param passes how often every training sample is seen, at least 1
     * @param rate eta in the first pass, above 0
     * @param decay factor on eta from pass to pass, above 0 to 1
     */
    public record Learning(int passes, double rate, double decay) {
        public Learning {
            Check.atLeast("DeltaRuleReadout.passes", passes, 1);
            Check.positive("DeltaRuleReadout.rate", rate);
            Check.between("DeltaRuleReadout.decay", decay, 1e-6, 1);
        }

        /** 60 passes, from 0.3 to 0.006. */
        public Learning() {
            this(60, 0.3, 0.937);
        }
    }

    /** Learns from labelled responses, in an order drawn from {@code random}. */
    public static DeltaRuleReadout fit(
            int winners,
            int neurons,
            int classes,
            List<Response> responses,
            int[] labels,
            Learning learning,
            UniformRandomProvider random) {
        SpikeReadout.requireLabels(responses, labels);
        var readout = new DeltaRuleReadout(winners, new float[neurons][classes]);
        int[] order = PermutationSampler.natural(labels.length);
        double rate = learning.rate();
        for (int pass = 0; pass < learning.passes(); pass++) {
            PermutationSampler.shuffle(random, order);
            for (int s : order) {
                readout.learn(responses.get(s), labels[s], rate);
            }
            rate *= learning.decay();
        }
        return readout;
    }

    private void learn(Response response, int label, double rate) {
        double[] error = SoftmaxError.of(scores(response), label);
        int spikes = spikesSeen(response);
        fittingOperations += 2L * spikes * error.length; // scores and changes
        for (int k = 0; k < spikes; k++) {
            float[] row = weights[response.neuron().get(k)];
            double step = rate * input(response, k);
            for (int c = 0; c < row.length; c++) {
                row[c] += (float) (step * error[c]);
            }
        }
    }

    private double input(Response response, int k) {
        double afterFirst =
                response.timeSeconds().get(k) - response.timeSeconds().get(0);
        double trace = Math.exp(-afterFirst / TRACE_SECONDS);
        return inputSteps == 0 ? trace : Math.rint(trace * inputSteps) / inputSteps;
    }

    @Override
    public String name() {
        return "delta";
    }

    @Override
    public int winners() {
        return winners;
    }

    @Override
    public DeltaRuleReadout rounded(int bits) {
        return new DeltaRuleReadout(winners, WeightRounding.of(weights, bits), (1 << bits) - 1);
    }

    @Override
    public long fittingOperations() {
        return fittingOperations;
    }

    @Override
    public double[] scores(Response response) {
        double[] scores = new double[weights[0].length];
        for (int k = 0; k < spikesSeen(response); k++) {
            float[] row = weights[response.neuron().get(k)];
            double x = input(response, k);
            for (int c = 0; c < scores.length; c++) {
                scores[c] += x * row[c];
            }
        }
        return scores;
    }

    @Override
    public float[][] weights() {
        return Arrays.stream(weights).map(float[]::clone).toArray(float[][]::new);
    }
}
