package org.ionspike.engine.neuron;

import java.util.Arrays;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.CurrentRate;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Reduced neurons, moved from event to event: between two changes of input the state has a closed form and the next
 * spike of every neuron is known. No step is computed in which nothing happens.
 *
 * <p>While a ramp runs, an excitable neuron follows the ramp law from the current it had when its input last changed.
 * While it is clamped it recovers as at rest. Currents are read from the model's tables on a grid of 0.25 pA.
 */
abstract class ReducedKernel implements NeuronKernel {
    /** A spike this close before a clamp is the one that the clamp cuts. */
    private static final double CUT_SECONDS = 50e-6;

    private static final double LOWEST_AMPERES = -600e-12;
    private static final int INTERVALS = 3200;

    private final ReducedIonicNeuron model;
    private final KernelSettings settings;
    private final double dt;
    private final double highestAmperes;
    private final UniformTable power;
    private final UniformTable powerIntegral;
    private final float[] amperes;
    private final double[] x;
    private final double[] progress;
    private final double[] excitableFrom;
    private final double[] lastSpike;
    private final double[] joules;
    private final EarliestTimes next;
    private double rampAmperes;
    private double rampSlope;
    private double since;
    private double clampedUntil;
    private boolean releasePending;
    private UniformTable rampDelay = new UniformTable(amps -> Double.POSITIVE_INFINITY, 0, 1, 1);
    private double tabledSlope;

    ReducedKernel(ReducedIonicNeuron model, KernelSettings settings) {
        this.model = model;
        this.settings = settings;
        this.dt = settings.step().si();
        this.highestAmperes = LOWEST_AMPERES + INTERVALS * 0.25e-12;
        this.power = new UniformTable(model::subthresholdPower, LOWEST_AMPERES, highestAmperes, INTERVALS);
        this.powerIntegral = new UniformTable(
                amps -> model.subthresholdEnergy(0, amps, 1) * amps, LOWEST_AMPERES, highestAmperes, INTERVALS);
        int size = settings.size();
        this.amperes = new float[size];
        this.x = new double[size];
        this.progress = new double[size];
        this.excitableFrom = new double[size];
        this.lastSpike = new double[size];
        this.joules = new double[size];
        this.next = new EarliestTimes(size);
        reset(0);
    }

    final ReducedIonicNeuron model() {
        return model;
    }

    @Override
    public final int size() {
        return amperes.length;
    }

    @Override
    public final void reset(long step) {
        since = step * dt;
        clampedUntil = since;
        releasePending = false;
        rampAmperes = 0;
        rampSlope = 0;
        Arrays.fill(amperes, 0);
        Arrays.fill(x, model.startingPoint());
        Arrays.fill(progress, 1);
        Arrays.fill(excitableFrom, since);
        Arrays.fill(lastSpike, Double.NEGATIVE_INFINITY);
        Arrays.fill(joules, 0);
        Arrays.fill(next.all(), Double.POSITIVE_INFINITY);
        next.refreshAll();
    }

    @Override
    public final void drive(long step, float[] newAmperes, double newRampAmperes, double newRampSlope) {
        double now = step * dt;
        catchUp(now);
        System.arraycopy(newAmperes, 0, amperes, 0, amperes.length);
        rampStartsAt(newRampAmperes, newRampSlope);
        boolean clamped = now < clampedUntil;
        releasePending = clamped && hasInput();
        if (!clamped) {
            plan();
        }
    }

    private void rampStartsAt(double newRampAmperes, double newRampSlope) {
        rampAmperes = newRampAmperes;
        rampSlope = newRampSlope;
        Check.notNegative("Slope of the current ramp in A/s", rampSlope);
        if (rampSlope > 0 && rampSlope != tabledSlope) {
            model.checkRampRate(new CurrentRate(rampSlope));
            double slope = rampSlope;
            tabledSlope = slope;
            rampDelay = new UniformTable(
                    start -> (model.rampThreshold(slope, start) - start) / slope,
                    LOWEST_AMPERES,
                    highestAmperes,
                    INTERVALS);
        }
    }

    /** Brings every neuron to a time under the input it has. */
    private void catchUp(double now) {
        if (since < clampedUntil && clampedUntil < now) {
            catchUp(clampedUntil);
        }
        if (now > since) {
            boolean clamped = since < clampedUntil;
            if (settings.energy()) {
                account(now, clamped);
            }
            for (int j = 0; j < amperes.length; j++) {
                advanceState(j, now, clamped);
            }
            since = now;
        }
    }

    private void advanceState(int j, double now, boolean clamped) {
        double current = amperes[j] + rampAmperes;
        if (now < excitableFrom[j]) {
            double from = Math.max(since, lastSpike[j]);
            double held = clamped ? 0 : current + rampSlope * ((from + now) / 2 - since);
            progress[j] = Math.min(1, progress[j] + (now - from) / model.recoveryTime(held));
            return;
        }
        progress[j] = 1;
        double from = Math.max(since, excitableFrom[j]);
        if (clamped) {
            x[j] = model.startingPoint();
        } else if (rampSlope > 0) {
            x[j] = settled(current + rampSlope * (now - since));
        } else if (current != 0 || x[j] != model.startingPoint()) {
            x[j] = Math.min(0, model.advanceExcitable(x[j], current, now - from));
        }
    }

    private double settled(double current) {
        double point = model.fixedPoint(current);
        return Double.isInfinite(point) ? 0 : point;
    }

    /** Computes every neuron's next spike from its state now and its input. */
    private void plan() {
        rampDelays(amperes, rampAmperes, next.all());
        for (int j = 0; j < amperes.length; j++) {
            next.all()[j] = planned(j, next.all()[j]);
        }
        next.refreshAll();
    }

    /**
     * Delay from now to the spike of an excitable neuron on the ramp, for every neuron; what it writes is not read when
     * no ramp runs.
     */
    abstract void rampDelays(float[] heldAmperes, double common, double[] delays);

    /** Delay in s between the start of a ramp of the present slope at a current, and the spike. */
    final double rampDelay(double startAmperes) {
        return rampDelay.at(startAmperes);
    }

    private double planned(int j, double delayOnRamp) {
        double current = amperes[j] + rampAmperes;
        if (progress[j] >= 1) {
            excitableFrom[j] = Math.min(excitableFrom[j], since);
            return since + (rampSlope > 0 ? delayOnRamp : latency(x[j], current));
        }
        if (rampSlope == 0) {
            excitableFrom[j] = since + (1 - progress[j]) * model.recoveryTime(current);
            return excitableFrom[j] + latency(model.startingPoint(), current);
        }
        excitableFrom[j] = since + recoveryOnRamp(1 - progress[j], current);
        return excitableFrom[j] + rampDelay(current + rampSlope * (excitableFrom[j] - since));
    }

    private double latency(double from, double current) {
        return current <= 0 ? Double.POSITIVE_INFINITY : model.latencyFrom(from, current);
    }

    /** Time to recover the rest of the way while the current rises: the rate 1 / D summed over intervals of 50 us. */
    private double recoveryOnRamp(double missing, double current) {
        double interval = 50e-6;
        double left = missing;
        for (double t = 0; t < 1; t += interval) {
            double part = interval / model.recoveryTime(current + rampSlope * (t + interval / 2));
            if (part == 0) {
                return Double.POSITIVE_INFINITY; // blocked, and the current only rises
            }
            if (part >= left) {
                return t + interval * left / part;
            }
            left -= part;
        }
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public final long due(long step) {
        if (releasePending) {
            return Math.max(step, (long) Math.ceil(clampedUntil / dt - 1e-6));
        }
        double earliest = next.earliest();
        if (Double.isInfinite(earliest)) {
            return NEVER;
        }
        return Math.max(step, (long) Math.floor(earliest / dt));
    }

    @Override
    public final void advance(long step, SpikeSink sink) {
        if (releasePending) {
            releasePending = false;
            catchUp(step * dt);
            plan();
        }
        double end = (step + 1) * dt;
        for (int j = next.firstBelow(end, 0); j >= 0; j = next.firstBelow(end, j + 1)) {
            double time = Math.max(step * dt, next.get(j));
            sink.spike(j, time);
            spiked(j, time, end);
        }
    }

    private void spiked(int j, double time, double end) {
        lastSpike[j] = time;
        if (settings.energy()) {
            joules[j] += model.spikeEnergy().si();
        }
        progress[j] = 0;
        x[j] = model.startingPoint();
        double current = amperes[j] + rampAmperes + rampSlope * (time - since);
        double recovered = time + (rampSlope > 0 ? recoveryOnRamp(1, current) : model.recoveryTime(current));
        excitableFrom[j] = recovered;
        double again = rampSlope > 0
                ? recovered + rampDelay(current + rampSlope * (recovered - time))
                : recovered + latency(model.startingPoint(), current);
        next.set(j, Math.max(end, again));
    }

    @Override
    public final void clamp(long fromStep, long toStep, double volts) {
        Check.require(toStep > fromStep, "Clamp: toStep", toStep, "must be after fromStep (" + fromStep + ")");
        catchUp(fromStep * dt);
        clampedUntil = toStep * dt;
        double recovery = model.recoveryTime(0);
        for (int j = 0; j < amperes.length; j++) {
            if (settings.energy() && since - lastSpike[j] < CUT_SECONDS) {
                joules[j] +=
                        model.clampedSpikeEnergy().si() - model.spikeEnergy().si();
            }
            excitableFrom[j] = progress[j] >= 1 ? since : since + (1 - progress[j]) * recovery;
        }
        Arrays.fill(next.all(), Double.POSITIVE_INFINITY);
        next.refreshAll();
        releasePending = hasInput();
    }

    private boolean hasInput() {
        boolean any = rampAmperes != 0 || rampSlope != 0;
        for (int j = 0; j < amperes.length && !any; j++) {
            any = amperes[j] != 0;
        }
        return any;
    }

    private void account(double now, boolean clamped) {
        double seconds = now - since;
        for (int j = 0; j < joules.length; j++) {
            double from = amperes[j] + rampAmperes;
            if (clamped) {
                joules[j] += power.at(0) * seconds;
            } else if (rampSlope == 0) {
                joules[j] += power.at(from) * seconds;
            } else {
                joules[j] += (powerIntegral.at(from + rampSlope * seconds) - powerIntegral.at(from)) / rampSlope;
            }
        }
    }

    @Override
    public final INDArray state(String variable, long step) {
        double now = step * dt;
        var values = new float[1][size()];
        for (int j = 0; j < size(); j++) {
            values[0][j] = switch (variable) {
                case "recovered" -> now >= excitableFrom[j] ? 1 : (float) Math.max(0, progress[j]);
                case "x" -> (float) x[j];
                default ->
                    throw new IllegalArgumentException("Neuron model 'reduced-ionic-neuron' has no state"
                            + " variable '" + variable + "'. Known: [recovered, x].");
            };
        }
        return Nd4j.createFromArray(values);
    }

    @Override
    public final double dissipatedJoules(int neuron, long step) {
        Check.require(settings.energy(), "KernelSettings.energy", false, "must be true to read dissipated energy");
        catchUp(step * dt);
        return joules[neuron];
    }
}
