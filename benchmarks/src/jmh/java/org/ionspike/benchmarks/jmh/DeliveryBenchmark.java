package org.ionspike.benchmarks.jmh;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.ionspike.engine.network.Connector;
import org.ionspike.engine.network.Ends;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.synapse.Connectivity;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Delivery of spikes along 80 random synapses each, and along dense rows of 400: the time of one spike. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DeliveryBenchmark {
    private static final int SPIKES = 1000;
    private static final int DENSE = 400;
    private static final double FAN_OUT = 80;

    /** Number of neurons that the sparse synapses lead from and to. */
    @Param({"4000", "40000"})
    private int neurons;

    private Connectivity sparse = Connectivity.dense(1, 1);
    private Connectivity dense = Connectivity.dense(1, 1);
    private float[][] sparseWeights = {};
    private float[][] denseWeights = {};
    private float[] into = {};
    private float[] denseInto = {};

    /** Random synapses of weight 1. */
    @Setup
    public void connect() {
        var random = new RandomStreams(1).stream("delivery");
        sparse = new Connector.FixedProbability(FAN_OUT / neurons).connect(Ends.of(neurons, neurons), random);
        dense = Connectivity.dense(SPIKES, DENSE);
        sparseWeights = weights(sparse);
        denseWeights = weights(dense);
        into = new float[neurons];
        denseInto = new float[DENSE];
    }

    private static float[][] weights(Connectivity connectivity) {
        var rows = new float[connectivity.pre()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new float[connectivity.fanOut(i)];
            Arrays.fill(rows[i], 1);
        }
        return rows;
    }

    /** Spikes of lines spread over all, 80 random synapses each. */
    @Benchmark
    @OperationsPerInvocation(SPIKES)
    public float[] sparse() {
        int stride = neurons / SPIKES;
        for (int k = 0; k < SPIKES; k++) {
            sparse.addRow(k * stride, sparseWeights[k * stride], 0.5f, into);
        }
        return into;
    }

    /** Spikes of lines with a dense row of 400 each. */
    @Benchmark
    @OperationsPerInvocation(SPIKES)
    public float[] dense() {
        for (int k = 0; k < SPIKES; k++) {
            dense.addRow(k, denseWeights[k], 0.5f, denseInto);
        }
        return denseInto;
    }
}
