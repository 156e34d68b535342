package org.ionspike.benchmarks.task;

import java.util.Optional;
import org.ionspike.benchmarks.metric.Tally;
import org.ionspike.datasets.Scaler;
import org.ionspike.datasets.Split;
import org.ionspike.datasets.encoding.Encoder;
import org.ionspike.engine.network.Network;
import org.ionspike.networks.architecture.ConvStdp;
import org.ionspike.networks.readout.Readout;

/** What training a network on a task and testing it gave, whatever its architecture. */
public sealed interface TrainedTask permits WinnerTakeAllRun.Result, ConvolutionRun.Result, DiehlCookRun.Result {
    /** The network with the weights and biases it learnt. */
    Network network();

    /** The architecture of its filters, if it has filters. */
    Optional<ConvStdp> convolution();

    /** Fitted on the training part. */
    Readout readout();

    /** Which samples were used for what. */
    Split split();

    /** Fitted on the training part. */
    Scaler scaler();

    /** How samples became spikes. */
    Encoder encoder();

    /** How often each training sample was shown. */
    int epochs();

    /** How well the winners did meanwhile, where that says something. */
    Optional<LearningCurve> curve();

    /** What training counted, from the first sample to the fitted readout. */
    Tally trainingTally();

    /** On the held part. */
    Evaluation evaluation();

    /** Wall times by phase. */
    Timing timing();

    /**
     * Wall times in s.
     *
     * @param label reading the training part and fitting the readout
     */
    record Timing(double prepare, double train, double label, double evaluate) {
        /** From the times in ns at which the phases began, and the last one ended. */
        static Timing of(long prepare, long train, long label, long evaluate, long end) {
            return new Timing(
                    (train - prepare) / 1e9, (label - train) / 1e9, (evaluate - label) / 1e9, (end - evaluate) / 1e9);
        }
    }
}
