package org.ionspike.benchmarks.reservoir;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Energy;
import org.ionspike.networks.architecture.IonicReservoir;
import org.ionspike.networks.architecture.ReservoirDesign;
import org.ionspike.networks.readout.RidgeReadout;

/**
 * One seed of a task that asks for later values of a series, known up to now: every step is predicted from the true past,
 * not from earlier predictions.
 *
 * @param scores of all features and horizons
 * @param power dissipated in the devices by the whole series, over its duration, in W
 */
public record SeriesTrial(ImmutableList<Score> scores, double power) {
    /**
     * How good one readout is on the test part.
     *
     * @param horizon how many steps ahead
     * @param nrmse root mean square error over the sd of the test values: 1 is what their mean would do
     * @param smape symmetric mean absolute percentage error, 0 to 200: mean of 200 |p - y| / (|p| + |y|)
     */
    public record Score(Features features, int horizon, double nrmse, double smape) {}

    /**
     * The parts of a series, in time order; the steps of the longest horizon separate training from test and end the series.
     *
     * @param washout steps before training, in which devices forget their start
     * @param training steps that are trained on, at least 8
     * @param test steps that are tested, at least 2
     */
    public record Parts(int washout, int training, int test) {
        public Parts {
            Check.atLeast("SeriesTrial.washout", washout, 0);
            Check.atLeast("SeriesTrial.training", training, 8);
            Check.atLeast("SeriesTrial.test", test, 2);
        }

        /** Values that a series must have for predictions so many steps ahead. */
        public int length(int longestHorizon) {
            return washout + training + longestHorizon + test + longestHorizon;
        }
    }

    /**
     * Drives the reservoir with the series and predicts.
     *
     * @param series values of one variable
     * @param centre of the values: the input is (value - centre) / half
     * @param half what drives an input of 1, above 0
     * @param horizons steps ahead, each at least 1
     * @param readNoise sd of a reading over its value, 0 or above
     * @param streams of the seed: {@code reservoir/...}, {@code read-noise}
     */
    public static SeriesTrial of(
            double[] series,
            double centre,
            double half,
            ImmutableIntArray horizons,
            Parts parts,
            ReservoirDesign design,
            double readNoise,
            RandomStreams streams) {
        Check.positive("SeriesTrial.half", half);
        int longest = horizons.stream().max().orElse(0);
        horizons.forEach(horizon -> Check.atLeast("SeriesTrial.horizon", horizon, 1));
        Check.atLeast("SeriesTrial.series values", series.length, parts.length(longest));
        IonicReservoir reservoir = design.draw(1, streams);
        double[][] inputs = Arrays.stream(series)
                .mapToObj(value -> new double[] {(value - centre) / half})
                .toArray(double[][]::new);
        IonicReservoir.Run run = reservoir.run(inputs);
        var noise = new ReadNoise(readNoise, streams.stream("read-noise"));
        Map<Features, double[][]> rows = new EnumMap<>(Features.class);
        rows.put(Features.LAST_INPUT, delayLine(series, 1));
        rows.put(Features.DELAY_LINE, delayLine(series, design.devices()));
        rows.put(Features.MEMORY_OFF, read(reservoir.memoryless(inputs), noise));
        rows.put(Features.RESERVOIR, read(run.conductances(), noise));
        rows.put(Features.NOISELESS, run.conductances());
        var scores = ImmutableList.<Score>builder();
        for (int horizon : horizons.toArray()) {
            rows.forEach((features, values) -> scores.add(score(features, values, series, horizon, longest, parts)));
        }
        Energy dissipated = run.dissipated();
        return new SeriesTrial(
                scores.build(), dissipated.si() / (series.length * design.step().si()));
    }

    private static double[][] read(double[][] conductances, ReadNoise noise) {
        return Arrays.stream(conductances).map(noise::read).toArray(double[][]::new);
    }

    /** The last values, the newest first; 0 before the start. */
    private static double[][] delayLine(double[] series, int taps) {
        double[][] rows = new double[series.length][taps];
        for (int t = 0; t < series.length; t++) {
            for (int k = 0; k < Math.min(taps, t + 1); k++) {
                rows[t][k] = series[t - k];
            }
        }
        return rows;
    }

    private static Score score(
            Features features, double[][] rows, double[] series, int horizon, int longest, Parts parts) {
        int begin = parts.washout();
        int end = begin + parts.training();
        double[][] targets = new double[parts.training()][1];
        for (int k = 0; k < targets.length; k++) {
            targets[k][0] = series[begin + k + horizon];
        }
        RidgeReadout readout =
                RidgeReadout.select(Arrays.copyOfRange(rows, begin, end), targets, SequenceTrial.CHOOSING_SHARE);
        int test = end + longest; // no training target lies in the test part
        double[] truth = Arrays.copyOfRange(series, test + horizon, test + horizon + parts.test());
        double mean = Arrays.stream(truth).average().orElse(0);
        double squares = 0;
        double variance = 0;
        double percent = 0;
        for (int k = 0; k < truth.length; k++) {
            double predicted = readout.predict(rows[test + k])[0];
            double error = predicted - truth[k];
            squares += error * error;
            variance += (truth[k] - mean) * (truth[k] - mean);
            percent += 200 * Math.abs(error) / (Math.abs(predicted) + Math.abs(truth[k]));
        }
        return new Score(features, horizon, Math.sqrt(squares / variance), percent / truth.length);
    }
}
