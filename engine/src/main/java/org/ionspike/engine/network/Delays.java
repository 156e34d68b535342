package org.ionspike.engine.network;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.ionspike.engine.synapse.Connectivity;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;

/**
 * How long spikes travel along the synapses of a projection. Delays that differ from synapse to synapse are taken to the
 * nearest whole time step, and between neurons to one step at least.
 */
public sealed interface Delays {
    /**
     * Delays in whole steps, one row per line in the order of the connections.
     *
     * @param least steps
     */
    int[][] steps(Connectivity connectivity, Time step, int least, UniformRandomProvider random);

    /**
     * One delay for all.
     *
     * @param value 0 or above
     */
    record Same(Time value) implements Delays {
        public Same {
            Check.notNegative("Delays.Same.value", value);
        }

        @Override
        public int[][] steps(Connectivity connectivity, Time step, int least, UniformRandomProvider random) {
            int steps = nearest(value.si(), step, least);
            var rows = new int[connectivity.pre()][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = new int[connectivity.fanOut(i)];
                Arrays.fill(rows[i], steps);
            }
            return rows;
        }
    }

    /**
     * Independent delays of one distribution.
     *
     * @param values of times; negative draws are taken to the least delay
     */
    record Drawn(Distribution values) implements Delays {
        public Drawn {
            Check.require(
                    values.quantity() == Time.class && !(values instanceof Distribution.Given),
                    "Delays.Drawn.values",
                    values,
                    "must be a distribution of times to draw from; delays one by one are Delays.Given");
        }

        @Override
        public int[][] steps(Connectivity connectivity, Time step, int least, UniformRandomProvider random) {
            var rows = new int[connectivity.pre()][];
            for (int i = 0; i < rows.length; i++) {
                float[] seconds = values.draw(connectivity.fanOut(i), random);
                rows[i] = new int[seconds.length];
                for (int k = 0; k < seconds.length; k++) {
                    rows[i][k] = nearest(seconds[k], step, least);
                }
            }
            return rows;
        }
    }

    /** Given delays; two instances with equal values are equal. */
    final class Given implements Delays {
        private final double[][] seconds;

        /**
         * Takes a copy.
         *
         * @param seconds one row per line, one entry per connection of the line in the order of its neurons; 0 or above
         */
        public Given(double[][] seconds) {
            this.seconds = copy(seconds);
            for (int i = 0; i < seconds.length; i++) {
                for (double value : seconds[i]) {
                    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
                        Check.require(false, "Delay on line " + i, value + " s", "must be 0 or above and finite");
                    }
                }
            }
        }

        @Override
        public int[][] steps(Connectivity connectivity, Time step, int least, UniformRandomProvider random) {
            Check.require(
                    seconds.length == connectivity.pre(),
                    "Number of rows of the delays",
                    seconds.length,
                    "must be the number of lines of the projection (" + connectivity.pre() + ")");
            var rows = new int[seconds.length][];
            for (int i = 0; i < rows.length; i++) {
                if (seconds[i].length != connectivity.fanOut(i)) {
                    Check.require(
                            false,
                            "Number of delays on line " + i,
                            seconds[i].length,
                            "must be the number of connections of it (" + connectivity.fanOut(i) + ")");
                }
                rows[i] = Arrays.stream(seconds[i])
                        .mapToInt(value -> nearest(value, step, least))
                        .toArray();
            }
            return rows;
        }

        /** A copy of the values in s. */
        public double[][] seconds() {
            return copy(seconds);
        }

        private static double[][] copy(double[][] rows) {
            return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Given given && Arrays.deepEquals(seconds, given.seconds);
        }

        @Override
        public int hashCode() {
            return Arrays.deepHashCode(seconds);
        }
    }

    private static int nearest(double seconds, Time step, int least) {
        double steps = Math.rint(seconds / step.si());
        return (int) Math.max(least, Math.min(Integer.MAX_VALUE, steps));
    }
}
