package org.ionspike.engine.network;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.ionspike.engine.synapse.Connectivity;
import org.ionspike.engine.units.Check;

/**
 * How the lines of a source are joined to the neurons of a group; immutable. A record of one's own with a constructor
 * without arguments and {@code @AutoService(Connector.class)} can be named in files.
 */
public interface Connector {
    /** The name that files use, such as {@code "fixed-in-degree"}. */
    String name();

    /**
     * Whether it can join these ends, as far as can be said without joining them.
     *
     * @throws IllegalArgumentException if not
     */
    default void check(Ends ends) {}

    /** Whether chance decides who is joined. */
    default boolean isDrawn() {
        return true;
    }

    /** How many synapses there will be, on average where chance decides; NaN where that cannot be said. */
    default double expectedSynapses(Ends ends) {
        return Double.NaN;
    }

    /** The connections, drawn from {@code random} where chance is involved. */
    Connectivity connect(Ends ends, UniformRandomProvider random);

    /** Every line to every neuron. */
    record AllToAll() implements Connector {
        @Override
        public String name() {
            return "all-to-all";
        }

        @Override
        public boolean isDrawn() {
            return false;
        }

        @Override
        public double expectedSynapses(Ends ends) {
            return (double) ends.lines() * ends.neurons();
        }

        @Override
        public Connectivity connect(Ends ends, UniformRandomProvider random) {
            return Connectivity.dense(ends.lines(), ends.neurons());
        }
    }

    /**
     * Every line to one column whose current is mirrored into every neuron: one device a line. Subtracted, it is the
     * reference column of a crossbar.
     */
    record CommonColumn() implements Connector {
        @Override
        public String name() {
            return "common-column";
        }

        @Override
        public boolean isDrawn() {
            return false;
        }

        @Override
        public double expectedSynapses(Ends ends) {
            return ends.lines();
        }

        @Override
        public Connectivity connect(Ends ends, UniformRandomProvider random) {
            return Connectivity.dense(ends.lines(), 1);
        }
    }

    /** Line i to neuron i; source and group have one size. */
    record OneToOne() implements Connector {
        @Override
        public void check(Ends ends) {
            Check.require(
                    ends.lines() == ends.neurons(),
                    "Connector one-to-one: number of lines",
                    ends.lines(),
                    "must equal the number of neurons (" + ends.neurons() + ")");
        }

        @Override
        public String name() {
            return "one-to-one";
        }

        @Override
        public boolean isDrawn() {
            return false;
        }

        @Override
        public double expectedSynapses(Ends ends) {
            return ends.lines();
        }

        @Override
        public Connectivity connect(Ends ends, UniformRandomProvider random) {
            check(ends);
            return Connectivity.sparse(
                    ends.neurons(),
                    IntStream.range(0, ends.lines())
                            .mapToObj(i -> new int[] {i})
                            .toArray(int[][]::new));
        }
    }

    /** Line i to every neuron but neuron i; source and group have one size. Lateral inhibition by way of a second group. */
    record AllToOthers() implements Connector {
        @Override
        public void check(Ends ends) {
            Check.require(
                    ends.lines() == ends.neurons() && ends.neurons() > 1,
                    "Connector all-to-others: number of lines",
                    ends.lines(),
                    "must equal the number of neurons (" + ends.neurons() + "), and be at least 2");
        }

        @Override
        public String name() {
            return "all-to-others";
        }

        @Override
        public boolean isDrawn() {
            return false;
        }

        @Override
        public double expectedSynapses(Ends ends) {
            return (double) ends.lines() * (ends.neurons() - 1);
        }

        @Override
        public Connectivity connect(Ends ends, UniformRandomProvider random) {
            check(ends);
            return Connectivity.toOthers(ends.neurons());
        }
    }

    /**
     * Every pair independently with one probability.
     *
     * @param probability 0 to 1
     * @param selfConnections whether a neuron may reach itself
     */
    record FixedProbability(double probability, boolean selfConnections) implements Connector {
        public FixedProbability {
            Check.between("Connector.FixedProbability.probability", probability, 0, 1);
        }

        /** With connections of neurons to themselves. */
        public FixedProbability(double probability) {
            this(probability, true);
        }

        @Override
        public String name() {
            return "fixed-probability";
        }

        @Override
        public double expectedSynapses(Ends ends) {
            return probability * ends.lines() * ends.neurons();
        }

        @Override
        public Connectivity connect(Ends ends, UniformRandomProvider random) {
            int neurons = ends.neurons();
            var targets = new int[ends.lines()][];
            var row = new int[neurons];
            for (int i = 0; i < targets.length; i++) {
                int self = selfConnections ? -1 : ends.self(i);
                int count = 0;
                for (long j = gap(random); j < neurons; j += 1 + gap(random)) {
                    if (j != self) {
                        row[count++] = (int) j;
                    }
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
        public String name() {
            return "pairs";
        }

        @Override
        public boolean isDrawn() {
            return false;
        }

        @Override
        public double expectedSynapses(Ends ends) {
            return pairs.size();
        }

        @Override
        public Connectivity connect(Ends ends, UniformRandomProvider random) {
            int lines = ends.lines();
            int neurons = ends.neurons();
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
