package org.ionspike.engine.network;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.ionspike.engine.synapse.Connectivity;
import org.ionspike.engine.units.Check;

/** How the lines of a source are joined to the neurons of a group. */
public sealed interface Connector {
    /** The connections, drawn from {@code random} where chance is involved. */
    Connectivity connect(int lines, int neurons, UniformRandomProvider random);

    /** Every line to every neuron. */
    record AllToAll() implements Connector {
        @Override
        public Connectivity connect(int lines, int neurons, UniformRandomProvider random) {
            return Connectivity.dense(lines, neurons);
        }
    }

    /**
     * Every line to one column whose current is mirrored into every neuron: one device a line. Subtracted, it is the
     * reference column of a crossbar.
     */
    record CommonColumn() implements Connector {
        @Override
        public Connectivity connect(int lines, int neurons, UniformRandomProvider random) {
            return Connectivity.dense(lines, 1);
        }
    }

    /** Line i to neuron i; source and group have one size. */
    record OneToOne() implements Connector {
        @Override
        public Connectivity connect(int lines, int neurons, UniformRandomProvider random) {
            Check.require(
                    lines == neurons,
                    "Connector one-to-one: number of lines",
                    lines,
                    "must equal the number of neurons (" + neurons + ")");
            return Connectivity.sparse(
                    neurons,
                    IntStream.range(0, lines).mapToObj(i -> new int[] {i}).toArray(int[][]::new));
        }
    }

    /**
     * Every pair independently with one probability.
     *
     * @param probability 0 to 1
     */
    record FixedProbability(double probability) implements Connector {
        public FixedProbability {
            Check.between("Connector.FixedProbability.probability", probability, 0, 1);
        }

        @Override
        public Connectivity connect(int lines, int neurons, UniformRandomProvider random) {
            var targets = new int[lines][];
            var row = new int[neurons];
            for (int i = 0; i < lines; i++) {
                int count = 0;
                for (long j = gap(random); j < neurons; j += 1 + gap(random)) {
                    row[count++] = (int) j;
                }
                targets[i] = Arrays.copyOf(row, count);
            }
            return Connectivity.sparse(neurons, targets);
        }

        /** How many pairs are left out before the next one: geometric, so the cost is one draw a connection. */
        private long gap(UniformRandomProvider random) {
            if (probability >= 1) {
                return 0;
            }
            if (probability <= 0) {
                return Integer.MAX_VALUE;
            }
            double pairs = Math.log1p(-random.nextDouble()) / Math.log1p(-probability);
            return (long) Math.min(pairs, Integer.MAX_VALUE);
        }
    }

    /**
     * The given pairs.
     *
     * @param pairs (line, neuron), each at most once
     */
    record Pairs(ImmutableList<Pair> pairs) implements Connector {
        @Override
        public Connectivity connect(int lines, int neurons, UniformRandomProvider random) {
            var fanOut = new int[lines];
            for (Pair pair : pairs) {
                requireWithin("line", pair, pair.line(), lines);
                requireWithin("neuron", pair, pair.neuron(), neurons);
                fanOut[pair.line()]++;
            }
            var targets = new int[lines][];
            Arrays.setAll(targets, i -> new int[fanOut[i]]);
            for (Pair pair : pairs) {
                targets[pair.line()][--fanOut[pair.line()]] = pair.neuron();
            }
            for (int i = 0; i < lines; i++) {
                Arrays.sort(targets[i]);
                for (int k = 1; k < targets[i].length; k++) {
                    if (targets[i][k] == targets[i][k - 1]) {
                        Check.require(
                                false, "Connector.Pairs", new Pair(i, targets[i][k]), "must hold every pair only once");
                    }
                }
            }
            return Connectivity.sparse(neurons, targets);
        }

        private static void requireWithin(String what, Pair pair, int index, int size) {
            if (index < 0 || index >= size) {
                Check.require(
                        false,
                        "Connector.Pairs: " + what + " of " + pair,
                        index,
                        "must lie between 0 and " + (size - 1));
            }
        }
    }

    /** One connection. */
    record Pair(int line, int neuron) {}
}
