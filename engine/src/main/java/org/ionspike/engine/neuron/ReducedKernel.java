package org.ionspike.engine.neuron;

import java.util.Arrays;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.CurrentRate;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Reduced neurons, moved from event to event: between two changes of input the state has a closed form and the next
 * spike of every neuron is known. No step is computed in which nothing happens.
 *
 * <p>While a ramp runs, an excitable neuron follows the ramp law from the current it had when its input last changed; a
 * ramp that goes on as it was is no change. While it is clamped it recovers as at rest, whatever the voltage. Ramps and
 * powers are read from the model's tables on a grid of 0.25 pA.
 */
abstract class ReducedKernel implements NeuronKernel {
    /** A spike this close before a clamp is the one that the clamp cuts. */
    private static final double CUT_SECONDS = 50e-6;

    private static final double LOWEST_AMPERES = -600e-12;
    private static final double HIGHEST_AMPERES = 200e-12;
    private static final int INTERVALS = 3200;

    /** Recovery on a ramp is summed over intervals of this length. */
    private static final double INTERVAL_SECONDS = 50e-6;

    private static final double LONGEST_RECOVERY_SECONDS = 1;

    private final ReducedIonicNeuron model;
    private final KernelSettings settings;
    private final double dt;
    private final KernelClock clock = new KernelClock();
    private final UniformTable power;
    private final UniformTable powerIntegral;
    private final double restWatts;
    private final float[] amperes;
    private final double[] currents;
    private final double[] x;
    private final double[] progress;
    private final double[] excitableFrom;
    private final double[] lastSpike;
    private final double[] joules;
    private final double[] planned;
    private final EarliestTimes next;
    private UniformTable rampDelay = new UniformTable(amps -> Double.POSITIVE_INFINITY, 0, 1, 1);
    private double tabledSlope;
    private double rampAmperes;
    private double rampSlope;
    private double rampFrom;
    private final double[] since;
    private long releaseStep;
    private double clampedUntil;
    private boolean releasePending;

    ReducedKernel(ReducedIonicNeuron model, KernelSettings settings) {
        this.model = model;
        this.settings = settings;
        this.dt = settings.step().si();
        this.power = new UniformTable(model::subthresholdPower, LOWEST_AMPERES, HIGHEST_AMPERES, INTERVALS);
        this.powerIntegral = new UniformTable(
                amps -> model.subthresholdEnergy(0, amps, 1) * amps, LOWEST_AMPERES, HIGHEST_AMPERES, INTERVALS);
        this.restWatts = model.subthresholdPower(0);
        int size = settings.size();
        this.amperes = new float[size];
        this.currents = new double[size];
        this.x = new double[size];
        this.progress = new double[size];
        this.excitableFrom = new double[size];
        this.lastSpike = new double[size];
        this.joules = new double[size];
        this.planned = new double[size];
        this.since = new double[size];
        this.next = new EarliestTimes(size);
        restart(0);
    }

    /**
     * Delays from now to the spikes of excitable neurons on the ramp.
     *
     * @param table delay in s by the current in A at which the ramp begins
     * @param starts that current, one entry per neuron
     * @param delays receives one entry per neuron
     */
    abstract void rampDelays(UniformTable table, double[] starts, double[] delays);

    /**
     * Delays from now to the spikes of excitable neurons under held currents, infinity where there is none.
     *
     * @param states x in 1/s, one entry per neuron
     * @param held current in A, one entry per neuron
     * @param delays receives one entry per neuron
     */
    abstract void latencies(double[] states, double[] held, double[] delays);

    final ReducedIonicNeuron model() {
        return model;
    }

    @Override
    public final int size() {
        return amperes.length;
    }

    @Override
    public final void reset(long step) {
        restart(step);
    }

    private void restart(long step) {
        clock.reset(step);
        double now = step * dt;
        Arrays.fill(since, now);
        releaseStep = step;
        clampedUntil = now;
        releasePending = false;
        rampAmperes = 0;
        rampSlope = 0;
        rampFrom = now;
        Arrays.fill(amperes, 0);
        Arrays.fill(x, model.startingPoint());
        Arrays.fill(progress, 1);
        Arrays.fill(excitableFrom, now);
        Arrays.fill(lastSpike, Double.NEGATIVE_INFINITY);
        Arrays.fill(joules, 0);
        Arrays.fill(next.all(), Double.POSITIVE_INFINITY);
        next.refreshAll();
    }

    @Override
    public final void drive(long step, float[] newAmperes, double newRampAmperes, double newRampSlope) {
        clock.reach(step);
        double now = step * dt;
        tableRamp(newRampSlope);
        settle(now);
        boolean rampGoesOn = newRampSlope > 0
                && newRampSlope == rampSlope
                && Math.abs(newRampAmperes - common(now)) <= 1e-6 * rampSlope * dt;
        boolean clamped = now < clampedUntil;
        if (!rampGoesOn) {
            rampAmperes = newRampAmperes;
            rampSlope = newRampSlope;
            rampFrom = now;
        }
        if (!clamped) {
            plan(now, newAmperes, rampGoesOn);
        }
        System.arraycopy(newAmperes, 0, amperes, 0, amperes.length);
        releasePending = clamped && hasInput();
    }

    @Override
    public final void drive(long step, int neuron, float current) {
        clock.reach(step);
        double now = step * dt;
        settle(neuron, now);
        amperes[neuron] = current;
        if (now < clampedUntil) {
            releasePending = releasePending || current != 0;
            return;
        }
        double total = current(neuron, now);
        double delay = rampSlope > 0 ? rampDelay.at(total) : model.latencyFrom(x[neuron], total);
        next.set(neuron, planned(neuron, now, total, delay));
    }

    private void tableRamp(double slope) {
        Check.notNegative("Slope of the current ramp in A/s", slope);
        if (slope > 0 && slope != tabledSlope) {
            RampCurve curve = model.rampCurve(new CurrentRate(slope));
            tabledSlope = slope;
            rampDelay = new UniformTable(start -> rampDelay(curve, start), LOWEST_AMPERES, HIGHEST_AMPERES, INTERVALS);
        }
    }

    /**
     * The ramp law. Beyond the highest start of its table the charge above I_th that makes a spike is taken to be that
     * of the highest, so that a larger current is always the faster.
     */
    private double rampDelay(RampCurve curve, double start) {
        double highest = model.rampStarts().get(model.rampStarts().size() - 1).si();
        double from = Math.min(start, highest);
        double delay = curve.spikeSeconds(from);
        double threshold = model.threshold().si();
        return start > highest && highest > threshold ? delay * (highest - threshold) / (start - threshold) : delay;
    }

    private double common(double time) {
        return rampSlope == 0 ? rampAmperes : rampAmperes + rampSlope * (time - rampFrom);
    }

    private double current(int j, double time) {
        return amperes[j] + common(time);
    }

    private boolean hasInput() {
        boolean any = rampAmperes != 0 || rampSlope != 0;
        for (int j = 0; j < amperes.length && !any; j++) {
            any = amperes[j] != 0;
        }
        return any;
    }

    /** Brings every neuron to a time under the input it has. */
    private void settle(double now) {
        for (int j = 0; j < amperes.length; j++) {
            settle(j, now);
        }
    }

    private void settle(int j, double now) {
        if (now > since[j]) {
            joules[j] = settings.energy() ? joulesAt(j, now) : 0;
            double there = xAt(j, now);
            progress[j] = progressAt(j, now);
            x[j] = there;
            since[j] = now;
        }
    }

    /** The end of the part of an interval that is clamped; its start if none is. */
    private double unclampedFrom(double from, double to) {
        return Math.min(to, Math.max(from, clampedUntil));
    }

    private double progressAt(int j, double now) {
        if (progress[j] >= 1 || now >= excitableFrom[j]) {
            return 1;
        }
        double from = Math.max(since[j], lastSpike[j]);
        double free = unclampedFrom(from, now);
        double gained = (free - from) / model.recoveryTime(0) + recovered(current(j, free), now - free);
        return Math.min(1, progress[j] + gained);
    }

    private double xAt(int j, double now) {
        double from = Math.max(since[j], excitableFrom[j]);
        if (now <= from) {
            return now < clampedUntil ? model.startingPoint() : x[j];
        }
        double free = unclampedFrom(from, now);
        double start = free > from ? model.startingPoint() : x[j];
        if (now <= free) {
            return start;
        }
        double current = current(j, now);
        if (rampSlope > 0) {
            double point = model.fixedPoint(current);
            return Double.isInfinite(point) ? 0 : point;
        }
        return current == 0 && start == model.startingPoint()
                ? start
                : model.advanceExcitable(start, current, now - free);
    }

    private double joulesAt(int j, double now) {
        double free = unclampedFrom(since[j], now);
        double from = current(j, free);
        double moving = rampSlope == 0
                ? power.at(from) * (now - free)
                : (powerIntegral.at(current(j, now)) - powerIntegral.at(from)) / rampSlope;
        return joules[j] + restWatts * (free - since[j]) + moving;
    }

    /** The part of a recovery that happens in a time from a current on: the rate 1 / D, summed. */
    private double recovered(double current, double seconds) {
        if (rampSlope == 0) {
            return seconds / model.recoveryTime(current);
        }
        double sum = 0;
        for (double t = 0; t < seconds && sum < 1; t += INTERVAL_SECONDS) {
            sum += Math.min(INTERVAL_SECONDS, seconds - t) / recoveryTimeOnRamp(current, t);
        }
        return sum;
    }

    /** Time in s that a part of a recovery takes from a current on; the inverse of {@link #recovered}. */
    private double timeToRecover(double missing, double current) {
        if (rampSlope == 0) {
            return missing * model.recoveryTime(current);
        }
        double left = missing;
        for (double t = 0; t < LONGEST_RECOVERY_SECONDS; t += INTERVAL_SECONDS) {
            double part = INTERVAL_SECONDS / recoveryTimeOnRamp(current, t);
            if (part >= left) {
                return t + INTERVAL_SECONDS * left / part;
            }
            if (part == 0 && current + rampSlope * t >= model.blockCurrent().si()) {
                return Double.POSITIVE_INFINITY; // blocked, and the current only rises
            }
            left -= part;
        }
        return Double.POSITIVE_INFINITY;
    }

    private double recoveryTimeOnRamp(double current, double t) {
        return model.recoveryTime(current + rampSlope * (t + INTERVAL_SECONDS / 2));
    }

    /** Computes the next spikes under new currents; with a ramp that goes on, of neurons whose own current changed. */
    private void plan(double now, float[] newAmperes, boolean rampGoesOn) {
        double shared = common(now);
        for (int j = 0; j < currents.length; j++) {
            currents[j] = newAmperes[j] + shared;
        }
        if (rampSlope > 0) {
            rampDelays(rampDelay, currents, planned);
        } else {
            latencies(x, currents, planned);
        }
        double[] times = next.all();
        for (int j = 0; j < times.length; j++) {
            if (!rampGoesOn || newAmperes[j] != amperes[j]) {
                times[j] = planned(j, now, currents[j], planned[j]);
            }
        }
        next.refreshAll();
    }

    /** The next spike of a neuron: after a delay if it is excitable, else after its recovery. */
    private double planned(int j, double now, double current, double delay) {
        if (progress[j] < 1) {
            return afterRecovery(j, now, 1 - progress[j], current);
        }
        excitableFrom[j] = Math.min(excitableFrom[j], now);
        return now + delay;
    }

    /** The spike of a neuron that has a part of its recovery to go at a time and current. */
    private double afterRecovery(int j, double time, double missing, double current) {
        double recovery = timeToRecover(missing, current);
        excitableFrom[j] = time + recovery;
        if (recovery == Double.POSITIVE_INFINITY) {
            return recovery;
        }
        double delay = rampSlope > 0
                ? rampDelay.at(current + rampSlope * recovery)
                : model.latencyFrom(model.startingPoint(), current);
        return excitableFrom[j] + delay;
    }

    @Override
    public final long due(long step) {
        if (releasePending) {
            return Math.max(step, releaseStep);
        }
        double earliest = next.earliest();
        return earliest == Double.POSITIVE_INFINITY ? NEVER : Math.max(step, (long) Math.floor(earliest / dt));
    }

    @Override
    public final void advance(long step, SpikeSink sink) {
        clock.reach(step);
        if (releasePending && step >= releaseStep) {
            releasePending = false;
            settle(step * dt);
            plan(step * dt, amperes, false);
        }
        clock.reach(step + 1);
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
        next.set(j, Math.max(end, afterRecovery(j, time, 1, current(j, time))));
    }

    @Override
    public final void clamp(long fromStep, long toStep, double volts) {
        Check.require(toStep > fromStep, "Clamp: toStep", toStep, "must be after fromStep (" + fromStep + ")");
        clock.reach(fromStep);
        double now = fromStep * dt;
        settle(now);
        releaseStep = toStep;
        clampedUntil = toStep * dt;
        double recovery = model.recoveryTime(0);
        for (int j = 0; j < amperes.length; j++) {
            if (settings.energy() && now - lastSpike[j] < CUT_SECONDS) {
                joules[j] +=
                        model.clampedSpikeEnergy().si() - model.spikeEnergy().si();
                lastSpike[j] = Double.NEGATIVE_INFINITY;
            }
            excitableFrom[j] = progress[j] >= 1 ? now : now + (1 - progress[j]) * recovery;
        }
        Arrays.fill(next.all(), Double.POSITIVE_INFINITY);
        next.refreshAll();
        releasePending = hasInput();
    }

    @Override
    public final void transfer(StateTransfer state) {
        clock.transfer(state);
        state.array("amperes", amperes);
        state.array("x", x);
        state.array("progress", progress);
        state.array("excitableFrom", excitableFrom);
        state.array("lastSpike", lastSpike);
        state.array("joules", joules);
        state.array("since", since);
        state.array("next", next.all());
        next.refreshAll();
        rampAmperes = state.number("rampAmperes", rampAmperes);
        rampSlope = state.number("rampSlope", rampSlope);
        rampFrom = state.number("rampFrom", rampFrom);
        releaseStep = state.whole("releaseStep", releaseStep);
        clampedUntil = state.number("clampedUntil", clampedUntil);
        releasePending = state.flag("releasePending", releasePending);
        tableRamp(rampSlope);
    }

    @Override
    public final INDArray state(String variable, long step) {
        return Nd4j.createFromArray(new float[][] {values(variable, step)});
    }

    @Override
    public final float[] values(String variable, long step) {
        double now = step * dt;
        var values = new float[size()];
        for (int j = 0; j < size(); j++) {
            values[j] = (float)
                    switch (variable) {
                        case "recovered" -> progressAt(j, now);
                        case "x" -> xAt(j, now);
                        default ->
                            throw new IllegalArgumentException("Neuron model 'reduced-ionic-neuron' has no state"
                                    + " variable '" + variable + "'. Known: [recovered, x].");
                    };
        }
        return values;
    }

    @Override
    public final double restWatts() {
        return restWatts;
    }

    @Override
    public final double dissipatedJoules(int neuron, long step) {
        Check.require(settings.energy(), "KernelSettings.energy", false, "must be true to read dissipated energy");
        return joulesAt(neuron, step * dt);
    }
}
