package org.ionspike.engine.network;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Quantity;

/** How values of one quantity are spread over the neurons of a group. */
public sealed interface Distribution {
    /** What the values are. */
    Class<? extends Quantity> quantity();

    /** {@code count} values in SI units. */
    float[] draw(int count, UniformRandomProvider random);

    /** The same value for all. */
    record Constant(Quantity value) implements Distribution {
        public Constant {
            Check.finite("Distribution.Constant.value", value);
        }

        @Override
        public Class<? extends Quantity> quantity() {
            return value.getClass();
        }

        @Override
        public float[] draw(int count, UniformRandomProvider random) {
            var values = new float[count];
            Arrays.fill(values, (float) value.si());
            return values;
        }
    }

    /**
     * Independent values, evenly spread.
     *
     * @param low least value
     * @param high largest value, at least {@code low}, of the same quantity
     */
    record Uniform(Quantity low, Quantity high) implements Distribution {
        public Uniform {
            Check.finite("Distribution.Uniform.low", low);
            Check.finite("Distribution.Uniform.high", high);
            requireSameQuantity("Distribution.Uniform.high", high, low);
            Check.require(
                    high.si() >= low.si(), "Distribution.Uniform.high", high, "must be at least low (" + low + ")");
        }

        @Override
        public Class<? extends Quantity> quantity() {
            return low.getClass();
        }

        @Override
        public float[] draw(int count, UniformRandomProvider random) {
            var values = new float[count];
            for (int j = 0; j < count; j++) {
                values[j] = (float) (low.si() + (high.si() - low.si()) * random.nextDouble());
            }
            return values;
        }
    }

    /**
     * Independent Gaussian values.
     *
     * @param mean their mean
     * @param spread standard deviation, 0 or above, of the same quantity
     */
    record Gaussian(Quantity mean, Quantity spread) implements Distribution {
        public Gaussian {
            Check.finite("Distribution.Gaussian.mean", mean);
            Check.notNegative("Distribution.Gaussian.spread", spread);
            requireSameQuantity("Distribution.Gaussian.spread", spread, mean);
        }

        @Override
        public Class<? extends Quantity> quantity() {
            return mean.getClass();
        }

        @Override
        public float[] draw(int count, UniformRandomProvider random) {
            var gaussian = ZigguratSampler.NormalizedGaussian.of(random);
            var values = new float[count];
            for (int j = 0; j < count; j++) {
                values[j] = (float) (mean.si() + spread.si() * gaussian.sample());
            }
            return values;
        }
    }

    /**
     * Independent Gaussian values, those below a bound set to it; for what cannot be negative, such as a conductance.
     *
     * @param mean mean before clipping
     * @param spread standard deviation before clipping, 0 or above, of the same quantity
     * @param least the bound, of the same quantity
     */
    record ClippedGaussian(Quantity mean, Quantity spread, Quantity least) implements Distribution {
        public ClippedGaussian {
            Check.finite("Distribution.ClippedGaussian.mean", mean);
            Check.notNegative("Distribution.ClippedGaussian.spread", spread);
            requireSameQuantity("Distribution.ClippedGaussian.spread", spread, mean);
            Check.finite("Distribution.ClippedGaussian.least", least);
            requireSameQuantity("Distribution.ClippedGaussian.least", least, mean);
        }

        @Override
        public Class<? extends Quantity> quantity() {
            return mean.getClass();
        }

        @Override
        public float[] draw(int count, UniformRandomProvider random) {
            float[] values = new Gaussian(mean, spread).draw(count, random);
            for (int j = 0; j < count; j++) {
                values[j] = Math.max((float) least.si(), values[j]);
            }
            return values;
        }
    }

    /**
     * A value for each neuron.
     *
     * @param quantity what the values are
     * @param values in SI units, one per neuron, finite
     */
    record Given(Class<? extends Quantity> quantity, ImmutableDoubleArray values) implements Distribution {
        public Given {
            for (int j = 0; j < values.length(); j++) {
                if (!Double.isFinite(values.get(j))) {
                    Check.require(false, "Distribution.Given: value of neuron " + j, values.get(j), "must be finite");
                }
            }
        }

        @Override
        public float[] draw(int count, UniformRandomProvider random) {
            Check.require(
                    values.length() == count,
                    "Distribution.Given.values",
                    values.length() + " entries",
                    "must have one entry per neuron (" + count + ")");
            var drawn = new float[count];
            for (int j = 0; j < count; j++) {
                drawn[j] = (float) values.get(j);
            }
            return drawn;
        }
    }

    private static void requireSameQuantity(String what, Quantity value, Quantity like) {
        Check.require(value.getClass() == like.getClass(), what, value, "must be of the same quantity as " + like);
    }
}
