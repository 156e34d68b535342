package org.ionspike.engine.synapse;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.hipparchus.exception.MathRuntimeException;
import org.ionspike.engine.units.Check;

/**
 * The device variability that measured pulses tell of.
 *
 * <p>The exponential curves of {@link PulseResponse} are fitted to each device, up and down apart; pulses at the end of a
 * branch that move nothing are left out. The lowest conductance of a device and the typical (median) ratio of highest to
 * lowest are taken as the weights 1/64 and 63/64, between which devices of this framework stay: so every device should be
 * seen at its lowest conductance, and a range that pulses do not cross counts as one that ends where they do. Spread from
 * device to device is that of the logarithms of the lowest conductance and of the step. Spread from cycle to cycle is what
 * single steps scatter about the curve, without what noise of the reading adds (it makes neighbouring steps err in opposite
 * directions) and without what rounding to states adds. A device has states where its conductances gather at equal
 * distances (resultant length of their phases above 0.9) with at least two pulses to each, at most 257. Method: our choice.
 *
 * @param device what was found; stuck devices, read noise, memory and line resistance are not looked for
 * @param estimates numbers with their standard errors
 * @param lowestSiemens lowest conductance, geometric mean of the devices
 * @param highestSiemens highest, for the typical ratio
 * @param devices how many
 * @param residuals root mean square of the data about the curves over the range of each device; one entry a device
 */
public record DeviceFit(
        DeviceVariability device,
        ImmutableList<Estimate> estimates,
        double lowestSiemens,
        double highestSiemens,
        int devices,
        ImmutableList<Double> residuals) {
    private static final double STEEPEST = 10;
    private static final double GATHERED = 0.9;
    private static final double LEAST_RATIO = 1.001;
    private static final int LEAST_DEVICES = 3;
    private static final double MOST_STATES = 256;

    /**
     * A number that was fitted.
     *
     * @param name of it
     * @param value best
     * @param standardError from the scatter of the devices; of fewer than three from the covariance of the fit, which is
     *     too small where noise adds up from pulse to pulse; NaN where neither tells
     */
    public record Estimate(String name, double value, double standardError) {}

    /** One device: its curves and what they give in weights. */
    private record One(
            String name, List<PulseBranch> branches, PulseCurve up, PulseCurve down, double low, double high) {
        PulseCurve curve(boolean isUp) {
            return isUp ? up : down;
        }
    }

    /**
     * Fits branches.
     *
     * @throws IllegalArgumentException if a device lacks a direction or does not move in it, or the fit does not settle
     */
    public static DeviceFit of(List<PulseBranch> branches) {
        Map<String, List<PulseBranch>> byDevice = new LinkedHashMap<>();
        branches.forEach(branch -> byDevice.computeIfAbsent(branch.device(), name -> new ArrayList<>())
                .add(branch));
        Check.require(!byDevice.isEmpty(), "DeviceFit.branches", "none", "must hold at least one branch");
        List<One> all = new ArrayList<>();
        byDevice.forEach((name, own) -> all.add(one(name, own)));
        double ratio =
                median(all.stream().mapToDouble(one -> one.high() / one.low()).toArray());
        var shapes = all.stream().map(one -> new Shape(one, ratio)).toList();
        int states = states(all);
        Estimate up = estimate("nonlinearityUp", shapes, shape -> shape.nonlinearity(true), Shape::errorUp);
        Estimate down = estimate("nonlinearityDown", shapes, shape -> shape.nonlinearity(false), Shape::errorDown);
        Estimate asymmetry = estimate("asymmetry", shapes, Shape::asymmetry, Shape::asymmetryError);
        double cycle = cycleToCycle(all, states);
        double conductance = spread(all.stream().mapToDouble(One::low).toArray());
        double stepUp =
                spread(shapes.stream().mapToDouble(shape -> shape.step(true)).toArray());
        double stepDown =
                spread(shapes.stream().mapToDouble(shape -> shape.step(false)).toArray());
        double steps = Math.sqrt((stepUp * stepUp + stepDown * stepDown) / 2);
        var device = new DeviceVariability(states, Math.min(2, conductance), Math.min(5, cycle), 0)
                .withResponse(new PulseResponse(bounded(up.value()), bounded(down.value()), asymmetry.value()));
        int n = all.size();
        double relative = n > 1 ? 1 / Math.sqrt(2.0 * (n - 1)) : Double.NaN;
        double low = Math.exp(
                all.stream().mapToDouble(one -> Math.log(one.low())).average().orElseThrow());
        long pulses = branches.stream().mapToLong(PulseBranch::pulses).sum();
        return new DeviceFit(
                n > 1 ? device.withStepSpread(Math.min(2, steps)) : device,
                ImmutableList.of(
                        up,
                        down,
                        asymmetry,
                        estimate("pulsesUp", shapes, shape -> 1 / shape.step(true), shape -> Double.NaN),
                        estimate("pulsesDown", shapes, shape -> 1 / shape.step(false), shape -> Double.NaN),
                        new Estimate("states", states, Double.NaN),
                        new Estimate("cycleToCycle", cycle, cycle / Math.sqrt(2.0 * pulses)),
                        new Estimate("deviceToDevice", conductance, conductance * relative),
                        new Estimate("stepSpread", steps, steps * relative / Math.sqrt(2))),
                low,
                low * ratio,
                n,
                all.stream().map(DeviceFit::residual).collect(ImmutableList.toImmutableList()));
    }

    private static One one(String name, List<PulseBranch> measured) {
        List<PulseBranch> own = measured.stream().map(PulseBranch::untilItRests).toList();
        var siemens = own.stream()
                .flatMapToDouble(branch -> branch.siemens().stream())
                .summaryStatistics();
        Check.require(
                siemens.getMax() > LEAST_RATIO * siemens.getMin(),
                "Device '" + name + "': conductances",
                siemens.getMin() + " to " + siemens.getMax() + " S",
                "must move by more than 0.1 %; leave out devices that are stuck");
        return new One(name, own, curve(name, own, true), curve(name, own, false), siemens.getMin(), siemens.getMax());
    }

    private static PulseCurve curve(String name, List<PulseBranch> own, boolean up) {
        List<PulseBranch> branches =
                own.stream().filter(branch -> branch.up() == up).toList();
        String what = "Device '" + name + "': branches " + (up ? "up" : "down");
        Check.require(!branches.isEmpty(), what, "none", "must be at least one");
        try {
            return new PulseCurve(branches);
        } catch (MathRuntimeException e) {
            throw new IllegalArgumentException(
                    what + " (" + branches.size() + ") cannot be fitted: " + e.getMessage(), e);
        }
    }

    /** The curves of one device in weights; a weight of 0 to 1 is a little more than the range of the data. */
    private static final class Shape {
        private final One one;
        private final double bottom;
        private final double top;

        Shape(One one, double ratio) {
            this.one = one;
            double range = one.low() * (ratio - 1) / (1 - 2 * IonicSynapse.WEIGHT_MARGIN);
            bottom = one.low() - IonicSynapse.WEIGHT_MARGIN * range;
            top = bottom + range;
        }

        double nonlinearity(boolean up) {
            return nonlinearity(up, one.curve(up).shape());
        }

        /** ln of the first step over the last one of the range; the steepest possible where there is no last one. */
        private double nonlinearity(boolean up, double[] shape) {
            double first = begin(up, shape);
            double last = end(up, shape);
            return last <= first * Math.exp(-STEEPEST) ? STEEPEST : first <= 0 ? -STEEPEST : Math.log(first / last);
        }

        /** Share of the range that a pulse moves a device, on the mean. */
        double step(boolean up) {
            return step(up, one.curve(up).shape());
        }

        private double step(boolean up, double[] shape) {
            double nu = nonlinearity(up, shape);
            double middle = Math.abs(one.curve(up).rate((bottom + top) / 2, shape[0], shape[1])) / (top - bottom);
            return Math.abs(nu) < 1e-9 ? middle : middle * 2 * Math.tanh(nu / 2) / nu;
        }

        double asymmetry() {
            double up = step(true);
            double down = step(false);
            return (up - down) / (up + down);
        }

        double errorUp() {
            return error(true, shape -> nonlinearity(true, shape));
        }

        double errorDown() {
            return error(false, shape -> nonlinearity(false, shape));
        }

        double asymmetryError() {
            double a = asymmetry();
            double up = error(true, shape -> Math.log(step(true, shape)));
            double down = error(false, shape -> Math.log(step(false, shape)));
            return (1 - a * a) / 2 * Math.hypot(up, down);
        }

        private double error(boolean up, ToDoubleFunction<double[]> of) {
            double[] shape = one.curve(up).shape();
            double[] gradient = new double[2];
            for (int i = 0; i < 2; i++) {
                double h = 1e-5 * Math.abs(shape[0]);
                double[] more = shape.clone();
                double[] less = shape.clone();
                more[i] += h;
                less[i] -= h;
                gradient[i] = (of.applyAsDouble(more) - of.applyAsDouble(less)) / (2 * h);
            }
            double[] turned = one.curve(up).covariance().operate(gradient);
            return Math.sqrt(Math.max(0, gradient[0] * turned[0] + gradient[1] * turned[1]));
        }

        private double begin(boolean up, double[] shape) {
            return rate(up, up ? bottom : top, shape);
        }

        private double end(boolean up, double[] shape) {
            return rate(up, up ? top : bottom, shape);
        }

        private double rate(boolean up, double siemens, double[] shape) {
            double rate = one.curve(up).rate(siemens, shape[0], shape[1]);
            return up ? rate : -rate;
        }
    }

    private static Estimate estimate(
            String name, List<Shape> shapes, ToDoubleFunction<Shape> value, ToDoubleFunction<Shape> error) {
        double[] values = shapes.stream().mapToDouble(value).toArray();
        double mean = mean(values);
        return new Estimate(
                name,
                mean,
                values.length >= LEAST_DEVICES
                        ? deviation(values) / Math.sqrt(values.length)
                        : Math.sqrt(mean(shapes.stream()
                                        .mapToDouble(shape -> error.applyAsDouble(shape) * error.applyAsDouble(shape))
                                        .toArray())
                                / values.length));
    }

    private static double cycleToCycle(List<One> all, int states) {
        double squares = 0;
        double expected = 0;
        for (One one : all) {
            double spacing = states == 0 ? 0 : (one.high() - one.low()) / (states - 1);
            for (PulseBranch branch : one.branches()) {
                double before = 0;
                for (int p = 0; p < branch.pulses(); p++) {
                    double from = branch.siemens().get(p);
                    double step = one.curve(branch.up()).step(from);
                    double residual = branch.siemens().get(p + 1) - from - step;
                    squares += residual * residual + (p == 0 ? 0 : 2 * residual * before);
                    if (spacing > 0) {
                        double over = Math.abs(step) % spacing;
                        squares -= over * (spacing - over);
                    }
                    expected += step * step;
                    before = residual;
                }
            }
        }
        return Math.sqrt(Math.max(0, squares / expected));
    }

    /** Number of states at whose equal distances the conductances of most devices gather, or 0. */
    private static int states(List<One> all) {
        double[] found = all.stream().mapToDouble(DeviceFit::states).toArray();
        return (int) Math.ceil(median(found));
    }

    /** The coarsest grid of which there are at least two pulses a state: a finer one holds it as well. */
    private static int states(One one) {
        double[] siemens = one.branches().stream()
                .flatMapToDouble(branch -> branch.siemens().stream())
                .toArray();
        int pulses = one.branches().stream().mapToInt(PulseBranch::pulses).min().orElseThrow();
        double range = (one.high() - one.low());
        double best = GATHERED;
        double at = 0;
        for (double steps = 1; steps <= Math.min(MOST_STATES, pulses / 2.0); steps += 0.02) {
            double gathered = resultant(siemens, steps / range);
            if (gathered > best) {
                best = gathered;
                at = steps;
            } else if (at > 0 && gathered < GATHERED) {
                break;
            }
        }
        return at == 0 ? 0 : (int) Math.rint(at) + 1;
    }

    private static double resultant(double[] siemens, double perSiemens) {
        double cos = 0;
        double sin = 0;
        for (double one : siemens) {
            double phase = 2 * Math.PI * perSiemens * one;
            cos += Math.cos(phase);
            sin += Math.sin(phase);
        }
        return Math.hypot(cos, sin) / siemens.length;
    }

    private static double residual(One one) {
        return Math.hypot(one.up().rms(), one.down().rms()) / Math.sqrt(2) / (one.high() - one.low());
    }

    private static double bounded(double nu) {
        return Math.max(-STEEPEST, Math.min(STEEPEST, nu));
    }

    /** Standard deviation of the logarithms. */
    private static double spread(double[] values) {
        return deviation(Arrays.stream(values).map(Math::log).toArray());
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
        return values.length == 1 ? 0 : Math.sqrt(squares / (values.length - 1));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
