package org.ionspike.engine.plasticity;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.synapse.Connectivity;
import org.ionspike.engine.synapse.IonicSynapse;
import org.ionspike.engine.synapse.ProgrammableSynapses;
import org.ionspike.engine.units.Check;

/**
 * The timing curve measured on devices that are not ideal: each pair of spikes asks a device for the change of
 * {@link WaveformPairing} at its weight; the device adds its own step size, the noise of the cycle, its states and bounds.
 *
 * <p>Source: our choice, as {@link org.ionspike.engine.synapse.DeviceVariability}.
 *
 * @param pairing what a pair asks for
 * @param synapse the devices, with their variability
 */
public record DeviceTiming(WaveformPairing pairing, IonicSynapse synapse) {
    /**
     * The changes at one distance of the spikes.
     *
     * @param seconds post minus pre
     * @param mean mean change of the weight
     * @param deviation standard deviation over the devices; 0 with one device
     * @param lowest smallest change
     * @param highest largest change
     */
    public record Point(double seconds, double mean, double deviation, double lowest, double highest) {}

    /**
     * One pair of spikes on each of so many fresh devices, for every distance.
     *
     * @param seconds distances, post minus pre, finite
     * @param devices how many at each distance, 1 or more
     * @param weight of each before, 0 to 1; a device keeps it inside its bounds, and at one of its states if it has some
     */
    public List<Point> run(double[] seconds, int devices, double weight, RandomStreams streams) {
        Check.between("DeviceTiming.devices", devices, 1, 1_000_000);
        Check.between("DeviceTiming.weight", weight, 0, 1);
        var start = new float[seconds.length][devices];
        for (float[] row : start) {
            Arrays.fill(row, (float) weight);
        }
        ProgrammableSynapses lines = synapse.state(Connectivity.dense(seconds.length, devices), start, streams);
        var points = ImmutableList.<Point>builder();
        for (int i = 0; i < seconds.length; i++) {
            WaveformPairing.AffineMap map = pairing.map(seconds[i]);
            double[] changes = new double[devices];
            for (int k = 0; k < devices; k++) {
                double before = lines.weight(i, k);
                lines.change(i, k, map.apply(before) - before);
                changes[k] = lines.weight(i, k) - before;
            }
            points.add(point(seconds[i], changes));
        }
        return points.build();
    }

    private static Point point(double seconds, double[] changes) {
        DoubleSummaryStatistics of = DoubleStream.of(changes).summaryStatistics();
        double mean = of.getAverage();
        double squares =
                DoubleStream.of(changes).map(x -> (x - mean) * (x - mean)).sum();
        double deviation = changes.length == 1 ? 0 : Math.sqrt(squares / (changes.length - 1));
        return new Point(seconds, mean, deviation, of.getMin(), of.getMax());
    }
}
