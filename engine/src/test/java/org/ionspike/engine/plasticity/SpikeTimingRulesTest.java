package org.ionspike.engine.plasticity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.ms;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.ionspike.engine.plasticity.PairStdp.Bounds;
import org.ionspike.engine.plasticity.PairStdp.Pairing;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.synapse.Connectivity;
import org.ionspike.engine.synapse.IdealSynapse;
import org.ionspike.engine.synapse.ImpulseSynapses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of spike times, driven spike by spike. */
class SpikeTimingRulesTest {
    private static final boolean[] NO_LINES = {};
    private static final PairStdp PAIR = new PairStdp(0.01, 0.012, ms(17), ms(34), Pairing.ALL, Bounds.HARD);

    /** One synapse, sparse or dense. */
    private static final class OneSynapse {
        private final ImpulseSynapses synapses;
        private final PlasticityRule.Kernel kernel;

        OneSynapse(PlasticityRule rule, float weight, boolean dense) {
            var connectivity = dense ? Connectivity.dense(1, 1) : Connectivity.sparse(1, new int[][] {{0}});
            synapses = new IdealSynapse().state(connectivity, new float[][] {{weight}}, new RandomStreams(1));
            kernel = rule.kernel(synapses);
        }

        void pre(double seconds) {
            kernel.presynapticSpike(0, seconds);
        }

        void post(double seconds) {
            kernel.postsynapticSpike(0, seconds, false, 0, NO_LINES);
        }

        double weight() {
            kernel.settle();
            return synapses.weights(0)[0];
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anIsolatedPairChangesTheWeightByItsExponential(boolean dense) {
        for (double dt = -0.1; dt <= 0.1; dt += 0.007) {
            var one = new OneSynapse(PAIR, 0.5f, dense);
            if (dt > 0) {
                one.pre(1);
                one.post(1 + dt);
            } else {
                one.post(1);
                one.pre(1 - dt);
            }
            double expected = dt > 0 ? 0.01 * Math.exp(-dt / 0.017) : -0.012 * Math.exp(dt / 0.034);
            assertThat(one.weight() - 0.5).isCloseTo(expected, within(1e-7)); // a float near 0.5
        }
    }

    @Test
    void softBoundsScaleThePairByTheRoomThatIsLeft() {
        var soft = new PairStdp(0.1, 0.1, ms(20), ms(20), Pairing.ALL, Bounds.SOFT);
        var one = new OneSynapse(soft, 0.8f, false);
        one.pre(0.010);
        one.post(0.015);
        double up = 0.8 + 0.1 * Math.exp(-0.25) * (1 - 0.8);
        assertThat(one.weight()).isCloseTo(up, within(1e-6));
        one.pre(0.020);
        assertThat(one.weight()).isCloseTo(up - 0.1 * Math.exp(-0.25) * up, within(1e-6));
    }

    @Test
    void nearestPairsLeaveOutEarlierSpikes() {
        var nearest = new OneSynapse(PairStdp.postPre(0, 0.01), 0.2f, true);
        var all = new OneSynapse(new PairStdp(0.01, 0, ms(20), ms(20), Pairing.ALL, Bounds.HARD), 0.2f, true);
        for (OneSynapse one : List.of(nearest, all)) {
            one.pre(0.010);
            one.pre(0.020);
            one.post(0.030);
        }
        assertThat(nearest.weight() - 0.2).isCloseTo(0.01 * Math.exp(-0.5), within(1e-7));
        assertThat(all.weight() - 0.2).isCloseTo(0.01 * (Math.exp(-0.5) + Math.exp(-1)), within(1e-7));
    }

    /** Twenty-five pairs at one rate, against the sum over all pairs and triplets of spikes. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 10, 20, 40, 50})
    void tripletsGiveTheSumOverAllTripletsAtEveryRate(double rateHz) {
        var rule = new TripletStdp();
        for (double dt : new double[] {0.010, -0.010}) {
            var one = new OneSynapse(rule, 0.25f, false);
            double change = 0;
            for (int n = 0; n < 25; n++) {
                double pre = 0.1 + n / rateHz;
                if (dt > 0) {
                    one.pre(pre);
                    one.post(pre + dt);
                } else {
                    one.post(pre + dt);
                    one.pre(pre);
                }
                change += tripletChangeOfCycle(rule, n, rateHz, dt);
            }
            assertThat(one.weight() - 0.25).isCloseTo(change, within(50 * 1e-7)); // rounding of 50 additions
        }
    }

    /** What the n-th pair adds, by sums over the spikes before it. */
    private static double tripletChangeOfCycle(TripletStdp rule, int n, double rateHz, double dt) {
        double x1 = 0;
        double y1 = 0;
        double x2 = 0;
        double y2 = 0;
        for (int m = 0; m <= n; m++) {
            double since = (n - m) / rateHz;
            if (m < n) {
                x2 += Math.exp(-since / rule.tauX().si());
                y2 += Math.exp(-since / rule.tauY().si());
            }
            if (since + dt > 0) {
                x1 += Math.exp(-(since + dt) / rule.tauPlus().si());
            }
            if (since - dt > 0) {
                y1 += Math.exp(-(since - dt) / rule.tauMinus().si());
            }
        }
        return x1 * (rule.a2Plus() + rule.a3Plus() * y2) - y1 * (rule.a2Minus() + rule.a3Minus() * x2);
    }

    @Test
    void tripletsDepressAtLowAndPotentiateAtHighRate() {
        assertThat(afterSixtyPairs(1, -0.010)).isNegative();
        assertThat(afterSixtyPairs(50, -0.010)).isPositive();
    }

    private static double afterSixtyPairs(double rateHz, double dt) {
        var one = new OneSynapse(new TripletStdp(), 0.5f, true);
        for (int n = 0; n < 60; n++) {
            one.post(0.1 + n / rateHz + dt);
            one.pre(0.1 + n / rateHz);
        }
        return one.weight() - 0.5;
    }

    @Test
    void powerLawPotentiatesByThePowerOfTheWeight() {
        var rule = PowerLawStdp.ofAbsolute(0.1, 0.0513, 0.4, ms(15), ms(30), 400);
        var one = new OneSynapse(rule, 0.1f, false); // 40 reference weights
        one.pre(0.010);
        one.post(0.016);
        double after = 40 + 0.1 * Math.pow(40, 0.4) * Math.exp(-0.4);
        assertThat(one.weight() * 400).isCloseTo(after, within(400 * 1e-7));
        one.pre(0.022);
        assertThat(one.weight() * 400).isCloseTo(after - 0.1 * 0.0513 * after * Math.exp(-0.2), within(400 * 1e-7));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.4, 1})
    void tableOfPowersIsExactToAFloat(double mu) {
        var table = new PowerTable(mu);
        var random = new RandomStreams(3).stream("w");
        double worst = 0;
        for (int n = 0; n < 100_000; n++) {
            float w = (float) Math.pow(2, -30 * random.nextDouble());
            worst = Math.max(worst, Math.abs(table.of(w) / Math.pow(w, mu) - 1));
        }
        assertThat(worst).isLessThan(3e-7);
        assertThat(table.of(1)).isEqualTo(1);
    }

    @Test
    void aRewardTurnsWhatIsLeftOfAPairIntoAChange() {
        var rule = new RewardModulatedStdp(0.01, 1, 1, ms(20), ms(20), ms(500));
        for (boolean dense : new boolean[] {true, false}) {
            var one = new OneSynapse(rule, 0.5f, dense);
            one.pre(0.010);
            one.post(0.020);
            assertThat(one.weight()).isEqualTo(0.5);
            one.kernel.reward(2, 0.4);
            double change = 0.01 * 2 * Math.exp(-0.5) * Math.exp(-0.38 / 0.5);
            assertThat(one.weight() - 0.5).isCloseTo(change, within(1e-7));
            one.kernel.reward(-1, 20.4); // 40 time constants later nothing is left
            assertThat(one.weight() - 0.5).isCloseTo(change, within(1e-7));
        }
    }

    static List<PlasticityRule> rules() {
        return List.of(
                PAIR,
                new PairStdp(0.05, 0.05, ms(20), ms(10), Pairing.NEAREST, Bounds.SOFT),
                new TripletStdp(0.002, 0.02, 0.01, 0.002, ms(16.8), ms(33.7), ms(101), ms(125)),
                new PowerLawStdp(0.05, 1, 0.4, ms(15), ms(30)),
                new RewardModulatedStdp(0.01, 1, 1.05, ms(20), ms(15), ms(100)));
    }

    /** All pairs connected, as dense and as sparse rows: 300 time constants of spikes, quiet times among them. */
    @ParameterizedTest
    @MethodSource("rules")
    void sparseAndDenseRowsAndAnEagerSumPerSynapseAgree(PlasticityRule rule) {
        int lines = 7;
        int neurons = 40;
        var random = new RandomStreams(11).stream("spikes");
        var start = new float[lines][neurons];
        for (float[] row : start) {
            for (int k = 0; k < neurons; k++) {
                row[k] = 0.2f + 0.6f * random.nextFloat();
            }
        }
        var targets = new int[lines][];
        Arrays.setAll(targets, i -> IntStream.range(0, neurons).toArray());
        var dense = new IdealSynapse().state(Connectivity.dense(lines, neurons), copy(start), new RandomStreams(1));
        var sparse = new IdealSynapse().state(Connectivity.sparse(neurons, targets), copy(start), new RandomStreams(1));
        var kernels = List.of(rule.kernel(dense), rule.kernel(sparse));
        var eager = new EagerRule(rule, start);
        double seconds = 0;
        double dt = 1e-4;
        for (int n = 0; n < 8000; n++) {
            seconds += dt * (1 + random.nextInt(n % 1000 == 999 ? 30_000 : 12));
            play(random, seconds, lines, neurons, kernels, eager);
            if (n % 2500 == 0) {
                kernels.get(1).settle(); // looking changes nothing
            }
        }
        kernels.forEach(PlasticityRule.Kernel::settle);
        for (int i = 0; i < lines; i++) {
            for (int k = 0; k < neurons; k++) {
                assertThat(dense.weights(i)[k]).isBetween(0f, 1f);
                // traces below 1e-6 count as 0, and floats round at each of some 8000 events
                assertThat(dense.weights(i)[k]).isCloseTo((float) eager.w[i][k], within(2e-4f));
                assertThat(sparse.weights(i)[k]).isCloseTo((float) eager.w[i][k], within(2e-4f));
            }
        }
    }

    private static void play(
            UniformRandomProvider random,
            double seconds,
            int lines,
            int neurons,
            List<PlasticityRule.Kernel> kernels,
            EagerRule eager) {
        if (random.nextInt(50) == 0) {
            double value = random.nextDouble() - 0.5;
            kernels.forEach(kernel -> kernel.reward(value, seconds));
            eager.reward(value, seconds);
        } else if (random.nextInt(lines + neurons) < lines) {
            int line = random.nextInt(lines);
            kernels.forEach(kernel -> kernel.presynapticSpike(line, seconds));
            eager.pre(line, seconds);
        } else {
            int neuron = random.nextInt(neurons);
            kernels.forEach(kernel -> kernel.postsynapticSpike(neuron, seconds, false, 0, NO_LINES));
            eager.post(neuron, seconds);
        }
    }

    private static float[][] copy(float[][] rows) {
        return Arrays.stream(rows).map(float[]::clone).toArray(float[][]::new);
    }

    /** The rules written down once more: every trace and every weight in double precision, moved at every event. */
    private static final class EagerRule {
        private final PlasticityRule rule;
        private final double[][] w;
        private final double[][] e;
        private final double[] x;
        private final double[] y;
        private final double[] x2;
        private final double[] y2;
        private double now;

        EagerRule(PlasticityRule rule, float[][] start) {
            this.rule = rule;
            w = new double[start.length][];
            for (int i = 0; i < w.length; i++) {
                w[i] = new double[start[i].length];
                for (int k = 0; k < w[i].length; k++) {
                    w[i][k] = start[i][k];
                }
            }
            e = new double[w.length][w[0].length];
            x = new double[w.length];
            x2 = new double[w.length];
            y = new double[w[0].length];
            y2 = new double[w[0].length];
        }

        private void moveTo(double seconds) {
            double passed = seconds - now;
            now = seconds;
            if (rule instanceof PairStdp pair) {
                decay(pair.tauPlus().si(), pair.tauMinus().si(), passed);
            } else if (rule instanceof PowerLawStdp power) {
                decay(power.tauPlus().si(), power.tauMinus().si(), passed);
            } else if (rule instanceof TripletStdp triplet) {
                decay(triplet.tauPlus().si(), triplet.tauMinus().si(), passed);
                scale(x2, Math.exp(-passed / triplet.tauX().si()));
                scale(y2, Math.exp(-passed / triplet.tauY().si()));
            } else if (rule instanceof RewardModulatedStdp reward) {
                decay(reward.tauPlus().si(), reward.tauMinus().si(), passed);
                for (double[] row : e) {
                    scale(row, Math.exp(-passed / reward.tauEligibility().si()));
                }
            }
        }

        private void decay(double tauPlus, double tauMinus, double passed) {
            scale(x, Math.exp(-passed / tauPlus));
            scale(y, Math.exp(-passed / tauMinus));
        }

        private static void scale(double[] values, double by) {
            for (int n = 0; n < values.length; n++) {
                values[n] *= by;
            }
        }

        private void change(int i, int k, DoubleUnaryOperator rise) {
            w[i][k] = Math.max(0, Math.min(1, rise.applyAsDouble(w[i][k])));
        }

        void pre(int i, double seconds) {
            moveTo(seconds);
            for (int k = 0; k < y.length; k++) {
                double trace = y[k];
                double second = x2[i];
                if (rule instanceof PairStdp pair) {
                    boolean soft = pair.bounds() == Bounds.SOFT;
                    change(i, k, v -> v - pair.aMinus() * trace * (soft ? v : 1));
                } else if (rule instanceof PowerLawStdp power) {
                    change(i, k, v -> v - power.lambda() * power.alpha() * v * trace);
                } else if (rule instanceof TripletStdp triplet) {
                    change(i, k, v -> v - trace * (triplet.a2Minus() + triplet.a3Minus() * second));
                } else if (rule instanceof RewardModulatedStdp reward) {
                    e[i][k] -= reward.aMinus() * trace;
                }
            }
            x[i] = rule instanceof PairStdp pair && pair.pairing() == Pairing.NEAREST ? 1 : x[i] + 1;
            x2[i]++;
        }

        void post(int k, double seconds) {
            moveTo(seconds);
            for (int i = 0; i < x.length; i++) {
                double trace = x[i];
                double second = y2[k];
                if (rule instanceof PairStdp pair) {
                    boolean soft = pair.bounds() == Bounds.SOFT;
                    change(i, k, v -> v + pair.aPlus() * trace * (soft ? 1 - v : 1));
                } else if (rule instanceof PowerLawStdp power) {
                    change(i, k, v -> v + power.lambda() * Math.pow(v, power.mu()) * trace);
                } else if (rule instanceof TripletStdp triplet) {
                    change(i, k, v -> v + trace * (triplet.a2Plus() + triplet.a3Plus() * second));
                } else if (rule instanceof RewardModulatedStdp reward) {
                    e[i][k] += reward.aPlus() * trace;
                }
            }
            y[k] = rule instanceof PairStdp pair && pair.pairing() == Pairing.NEAREST ? 1 : y[k] + 1;
            y2[k]++;
        }

        void reward(double value, double seconds) {
            moveTo(seconds);
            if (rule instanceof RewardModulatedStdp reward) {
                for (int i = 0; i < x.length; i++) {
                    for (int k = 0; k < y.length; k++) {
                        double eligibility = e[i][k];
                        change(i, k, v -> v + reward.rate() * value * eligibility);
                    }
                }
            }
        }
    }
}
