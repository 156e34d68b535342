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
            for (int i = 0; i < lines; i++) {
                targets[i] = IntStream.range(0, neurons)
                        .filter(j -> random.nextDouble() < probability)
                        .toArray();
            }
            return Connectivity.sparse(neurons, targets);
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
            var targets = new int[lines][0];
            for (Pair pair : pairs) {
                Check.require(
                        pair.line() >= 0 && pair.line() < lines,
                        "Connector.Pairs.line",
                        pair.line(),
                        "must lie between 0 and " + (lines - 1));
                int[] old = targets[pair.line()];
                targets[pair.line()] = Arrays.copyOf(old, old.length + 1);
                targets[pair.line()][old.length] = pair.neuron();
            }
            Arrays.stream(targets).forEach(Arrays::sort);
            return Connectivity.sparse(neurons, targets);
        }
    }

    /** One connection. */
    record Pair(int line, int neuron) {}
}
