package org.ionspike.engine.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.neuron.NeuronKernel;
import org.ionspike.engine.neuron.SpikeSink;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The neurons of one sample of a batch in the kernel of all, which has {@code [batch, neuron]} row by row. What concerns
 * all samples alike is done once, for the first; time is moved in the kernel of all.
 */
final class SampleKernel implements NeuronKernel {
    private final NeuronKernel all;
    private final float[] amperesOfAll;
    private final int sample;
    private final int size;
    private final List<float[]> arrived = new ArrayList<>();
    private boolean hasArrivals;

    private SampleKernel(NeuronKernel all, float[] amperesOfAll, int sample, int size) {
        this.all = all;
        this.amperesOfAll = amperesOfAll;
        this.sample = sample;
        this.size = size;
    }

    /** One kernel a sample; for a batch of one the kernel itself. */
    static NeuronKernel[] of(NeuronKernel all, int batch) {
        if (batch == 1) {
            return new NeuronKernel[] {all};
        }
        var amperes = new float[all.size()];
        var samples = new NeuronKernel[batch];
        Arrays.setAll(samples, b -> new SampleKernel(all, amperes, b, all.size() / batch));
        return samples;
    }

    private int first() {
        return sample * size;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void drive(long step, float[] amperes, double rampAmperes, double rampSlope) {
        if (rampAmperes != 0 || rampSlope != 0) {
            throw new IllegalStateException("The samples of a batch have no ramps of their own.");
        }
        System.arraycopy(amperes, 0, amperesOfAll, first(), size);
        all.drive(step, amperesOfAll, 0, 0);
    }

    @Override
    public void drive(long step, int neuron, float amperes) {
        amperesOfAll[first() + neuron] = amperes;
        all.drive(step, first() + neuron, amperes);
    }

    /**
     * What has arrived at this sample in this step, kept apart until {@link #handOnArrivals}: rows are added at full speed to
     * arrays that begin where the group does.
     */
    @Override
    public float[] arrivals(int receptor, long step) {
        float[] ofAll = all.arrivals(receptor, step); // wakes the group
        if (sample == 0) {
            return ofAll;
        }
        while (arrived.size() <= receptor) {
            arrived.add(new float[size]);
        }
        hasArrivals = true;
        return arrived.get(receptor);
    }

    /** Adds what has arrived to the arrays of all samples. */
    void handOnArrivals(long step) {
        if (!hasArrivals) {
            return;
        }
        hasArrivals = false;
        for (int receptor = 0; receptor < arrived.size(); receptor++) {
            float[] own = arrived.get(receptor);
            float[] ofAll = all.arrivals(receptor, step);
            int first = first();
            for (int j = 0; j < size; j++) {
                ofAll[first + j] += own[j];
            }
            Arrays.fill(own, 0);
        }
    }

    @Override
    public float[] inputAmperes(long step) {
        return Arrays.copyOfRange(all.inputAmperes(step), first(), first() + size);
    }

    @Override
    public long due(long step) {
        throw new IllegalStateException("Time is moved in the kernel of all samples.");
    }

    @Override
    public void advance(long step, SpikeSink sink) {
        throw new IllegalStateException("Time is moved in the kernel of all samples.");
    }

    @Override
    public void clamp(long fromStep, long toStep, double volts) {
        throw new IllegalStateException("The samples of a batch have no clamps of their own.");
    }

    @Override
    public void transfer(StateTransfer state) {
        if (sample == 0) {
            all.transfer(state);
            state.array("amperesOfAll", amperesOfAll);
        }
    }

    @Override
    public void reset(long step) {
        arrived.forEach(own -> Arrays.fill(own, 0));
        if (sample == 0) {
            all.reset(step);
            Arrays.fill(amperesOfAll, 0);
        }
    }

    /** All samples start alike. */
    @Override
    public void set(String variable, float[] values) {
        if (sample == 0) {
            var repeated = new float[all.size()];
            for (int j = 0; j < repeated.length; j++) {
                repeated[j] = values[j % size];
            }
            all.set(variable, repeated);
        }
    }

    @Override
    public INDArray state(String variable, long step) {
        return Nd4j.createFromArray(new float[][] {values(variable, step)});
    }

    @Override
    public float[] values(String variable, long step) {
        return Arrays.copyOfRange(all.values(variable, step), first(), first() + size);
    }

    @Override
    public double restWatts() {
        return all.restWatts();
    }

    @Override
    public double dissipatedJoules(int neuron, long step) {
        return all.dissipatedJoules(first() + neuron, step);
    }
}
