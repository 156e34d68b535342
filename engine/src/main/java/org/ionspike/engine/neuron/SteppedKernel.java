package org.ionspike.engine.neuron;

import java.util.Arrays;
import java.util.TreeSet;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Voltage;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Neurons that are advanced step by step: threshold, reset, refractory time and clamp around the {@link PointDynamics}
 * of a model. A spike is an upward crossing of the threshold; its time is interpolated inside the step.
 *
 * <p>A group without input whose neurons are all within tolerance of rest is set to rest and not computed until an
 * impulse or a current wakes it. It is looked at in every 64th step, whether parking is on or not, so parking changes
 * nothing.
 */
final class SteppedKernel implements NeuronKernel {
    private static final long LOOK_FOR_REST = 64;

    /** Below so many neurons for each thread the threads would wait longer for each other than they work. */
    private static final int LEAST_PER_WORKER = 1024;

    /** Threads share neurons in multiples of so many. */
    private static final int GRAIN = 512;

    private static final float REST_VOLTS = 1e-6f;
    private static final int NO_RESET = -1;
    private static final String VOLTAGE = "v";

    private final NeuronModel model;
    private final KernelSettings settings;
    private final PointDynamics dynamics;
    private final double rest;
    private final float threshold;
    private final float reset;
    private final int refractorySteps;
    private final double dt;
    private final KernelClock clock = new KernelClock();
    /** Of neurons that are devices, when energy is asked for. */
    private final @Nullable DissipationBooks books;

    private float[] v;
    private float[] next;
    private final float[] marks;
    private final float[] amperes;
    private boolean driven;
    private final CommonRamp ramp;
    private boolean asleep;
    private long asleepSince;
    private long clampedUntil;
    private float clampVolts;
    /** Refractory neurons in the order of their spikes, a ring: each is in it once at most. */
    private final int[] refractory;

    private final long[] refractoryUntil;
    private int refractoryFirst;
    /** Whether each neuron has a threshold of its own; a fixed one is compared with the voltage before. */
    private final boolean moving;

    /** Neurons found at their threshold by each thread; none where one thread does all. */
    private final int[][] found;

    private final int[] foundCount;

    private final boolean[] disarmed;
    private int disarmedCount;
    private int refractoryCount;

    /**
     * What makes a spike.
     *
     * @param rest voltage that the dynamics counts from
     * @param threshold a spike is an upward crossing of it
     * @param reset voltage after a spike; null where the dynamics itself brings it down
     * @param refractorySteps steps that the voltage is held at the reset
     */
    record Firing(Voltage rest, Voltage threshold, @Nullable Voltage reset, int refractorySteps) {}

    SteppedKernel(NeuronModel model, KernelSettings settings, Firing firing, PointDynamics dynamics) {
        this.model = model;
        this.settings = settings;
        this.dynamics = dynamics;
        rest = firing.rest().si();
        threshold = (float) (firing.threshold().si() - rest);
        reset = firing.reset() == null ? 0 : (float) (firing.reset().si() - rest);
        refractorySteps = firing.reset() == null ? NO_RESET : firing.refractorySteps();
        dt = settings.step().si();
        ramp = new CommonRamp(dt);
        v = new float[settings.size()];
        next = new float[settings.size()];
        marks = new float[settings.size()];
        amperes = new float[settings.size()];
        int held = refractorySteps > 0 ? settings.size() : 0;
        refractory = new int[held];
        refractoryUntil = new long[held];
        Workers workers = settings.workers();
        boolean split = dynamics.splits() && settings.size() >= LEAST_PER_WORKER * workers.count();
        found = new int[split && workers.count() > 1 ? workers.count() : 0][];
        for (int part = 0; part < found.length; part++) {
            found[part] = new int
                    [workers.begin(part + 1, settings.size(), GRAIN) - workers.begin(part, settings.size(), GRAIN)];
        }
        foundCount = new int[found.length];
        moving = dynamics.thresholds() != null;
        disarmed = new boolean[moving ? settings.size() : 0];
        dynamics.restart();
        books = settings.energy() && dynamics.dissipates() ? new DissipationBooks(dynamics, settings.size(), dt) : null;
        reset(0);
    }

    @Override
    public int size() {
        return v.length;
    }

    @Override
    public void reset(long step) {
        clock.reset(step);
        Arrays.fill(amperes, 0);
        driven = false;
        ramp.stop();
        clampedUntil = step;
        refractoryCount = 0;
        dynamics.restart();
        disarmedCount = 0;
        Arrays.fill(disarmed, false);
        fallAsleep(step);
        if (books != null) {
            books.reset(step);
        }
    }

    private void fallAsleep(long step) {
        Arrays.fill(v, 0);
        dynamics.rest();
        asleep = true;
        asleepSince = step;
    }

    private void wake(long step) {
        if (asleep) {
            asleep = false;
            dynamics.variables().forEach((name, values) -> dynamics.pass(name, values, step - asleepSince));
            dynamics.changed();
        }
    }

    @Override
    public void drive(long step, float[] newAmperes, double rampAmperes, double rampSlope) {
        clock.reach(step);
        System.arraycopy(newAmperes, 0, amperes, 0, amperes.length);
        driven = false;
        for (int j = 0; j < amperes.length && !driven; j++) {
            driven = amperes[j] != 0;
        }
        ramp.begin(step, rampAmperes, rampSlope);
        if (driven || ramp.isRunning()) {
            wake(step);
        }
    }

    @Override
    public void drive(long step, int neuron, float current) {
        clock.reach(step);
        amperes[neuron] = current;
        if (current != 0) {
            driven = true;
            wake(step);
        }
    }

    @Override
    public float[] arrivals(int receptor, long step) {
        wake(step);
        return dynamics.arrivals(receptor);
    }

    @Override
    public long due(long step) {
        return asleep && settings.parking() ? NEVER : step;
    }

    @Override
    public void advance(long step, SpikeSink sink) {
        clock.reach(step);
        clock.reach(step + 1);
        if (asleep) {
            return;
        }
        if (books != null) {
            books.begin(v);
        }
        float common = (float) ramp.amperes(step);
        boolean clamped = step < clampedUntil; // then input must act on nothing
        float[] input = driven && !clamped ? amperes : null;
        endRefractory(step);
        dynamics.moveThresholds();
        if (isSplit()) {
            advanceInParts(input, clamped, clamped ? 0 : common);
        } else {
            dynamics.advance(v, next, input, clamped ? 0 : common, 0, v.length);
        }
        float[] before = v;
        v = next;
        next = before;
        if (isSplit()) {
            fireFound(step, before, sink);
        } else {
            holdRefractory(v, 0, v.length);
            if (clamped) {
                Arrays.fill(v, clampVolts);
            } else {
                fire(step, before, sink);
            }
        }
        if (books != null) {
            books.end(v);
        }
        if (step % LOOK_FOR_REST == 0 && isNearRest(step)) {
            fallAsleep(step + 1);
        }
    }

    private boolean isSplit() {
        return found.length > 0;
    }

    /** One step in parts, each by a thread of its own; neurons that reach their threshold are noted for afterwards. */
    private void advanceInParts(float @Nullable [] input, boolean clamped, float common) {
        settings.workers().each(part -> {
            int first = settings.workers().begin(part, v.length, GRAIN);
            int end = settings.workers().begin(part + 1, v.length, GRAIN);
            dynamics.advance(v, next, input, common, first, end);
            holdRefractory(next, first, end);
            if (clamped) {
                Arrays.fill(next, first, end, clampVolts);
            }
            foundCount[part] = clamped ? 0 : search(v, next, first, end, found[part]);
        });
    }

    /** Notes the neurons that may have come up to their threshold; how many. */
    private int search(float[] before, float[] after, int first, int end, int[] into) {
        float[] thresholds = dynamics.thresholds();
        int count = 0;
        if (thresholds != null) {
            for (int j = first; j < end; j++) {
                if (after[j] >= thresholds[j]) {
                    into[count++] = j;
                }
            }
            return count;
        }
        for (int from = first; from < end; from += Marks.BLOCK) {
            int to = Math.min(from + Marks.BLOCK, end);
            mark(before, after, from, to);
            for (int j = Marks.next(marks, from, to); j < to; j = Marks.next(marks, j + 1, to)) {
                if (after[j] >= threshold) {
                    into[count++] = j;
                }
            }
        }
        return count;
    }

    private void fireFound(long step, float[] before, SpikeSink sink) {
        float[] thresholds = dynamics.thresholds();
        if (thresholds != null) {
            rearm(v, thresholds);
        }
        for (int part = 0; part < found.length; part++) {
            for (int n = 0; n < foundCount[part]; n++) {
                int neuron = found[part][n];
                cross(neuron, step, before[neuron], thresholds == null ? threshold : thresholds[neuron], sink);
            }
        }
    }

    private void endRefractory(long step) {
        while (refractoryCount > 0 && refractoryUntil[refractoryFirst] < step) {
            refractoryFirst = refractoryFirst + 1 == refractory.length ? 0 : refractoryFirst + 1;
            refractoryCount--;
        }
    }

    private void holdRefractory(float[] volts, int first, int end) {
        for (int n = 0, at = refractoryFirst; n < refractoryCount; n++) {
            if (refractory[at] >= first && refractory[at] < end) {
                volts[refractory[at]] = reset;
            }
            at = at + 1 == refractory.length ? 0 : at + 1;
        }
    }

    private void fire(long step, float[] before, SpikeSink sink) {
        float[] after = v;
        float[] thresholds = dynamics.thresholds();
        if (thresholds != null) {
            rearm(after, thresholds);
            for (int j = 0; j < after.length; j++) {
                if (after[j] >= thresholds[j]) {
                    cross(j, step, before[j], thresholds[j], sink);
                }
            }
            return;
        }
        for (int from = 0; from < after.length; from += Marks.BLOCK) {
            int to = Math.min(from + Marks.BLOCK, after.length);
            mark(before, after, from, to);
            for (int j = Marks.next(marks, from, to); j < to; j = Marks.next(marks, j + 1, to)) {
                if (after[j] >= threshold) { // marked too where it is no number
                    cross(j, step, before[j], threshold, sink);
                }
            }
        }
    }

    /** Marks neurons at or above a threshold that does not move; without a reset, where many stay there, only those that came up. */
    private void mark(float[] before, float[] after, int from, int to) {
        if (refractorySteps == NO_RESET) {
            Marks.rises(before, after, threshold, marks, from, to);
        } else {
            Marks.reached(after, threshold, marks, from, to);
        }
    }

    private void cross(int neuron, long step, float before, float level, SpikeSink sink) {
        float after = v[neuron];
        if (moving ? disarmed[neuron] : before >= level) {
            return; // it came up while clamped, or has not come down yet
        }
        double inside = before < level ? ((double) level - before) / ((double) after - before) : 0;
        sink.spike(neuron, (step + Math.min(1, inside)) * dt);
        dynamics.spiked(neuron);
        if (refractorySteps != NO_RESET) {
            v[neuron] = reset;
        }
        if (refractorySteps > 0) {
            int at = (refractoryFirst + refractoryCount) % refractory.length;
            refractory[at] = neuron;
            refractoryUntil[at] = step + refractorySteps;
            refractoryCount++;
        }
    }

    /** Neurons above a threshold that moves must not spike before they have been below it. */
    private void disarmAbove() {
        float[] thresholds = dynamics.thresholds();
        disarmedCount = 0;
        for (int j = 0; thresholds != null && j < v.length; j++) {
            disarmed[j] = v[j] >= thresholds[j];
            disarmedCount += disarmed[j] ? 1 : 0;
        }
    }

    private void rearm(float[] after, float[] thresholds) {
        for (int j = 0; disarmedCount > 0 && j < after.length; j++) {
            if (disarmed[j] && after[j] < thresholds[j]) {
                disarmed[j] = false;
                disarmedCount--;
            }
        }
    }

    private boolean isNearRest(long step) {
        if (driven || ramp.isRunning() || step + 1 < clampedUntil || refractoryCount > 0) {
            return false;
        }
        for (float volts : v) {
            if (!(Math.abs(volts) < REST_VOLTS)) {
                return false;
            }
        }
        return dynamics.isNearRest();
    }

    @Override
    public void clamp(long fromStep, long toStep, double volts) {
        Check.require(toStep > fromStep, "Clamp: toStep", toStep, "must be after fromStep (" + fromStep + ")");
        Check.require(Double.isFinite(volts), "Clamp: volts", volts, "must be finite");
        clock.reach(fromStep);
        wake(fromStep);
        clampedUntil = toStep;
        clampVolts = (float) (volts - rest);
        Arrays.fill(v, clampVolts);
        disarmAbove();
        refractoryCount = 0;
    }

    @Override
    public void transfer(StateTransfer state) {
        clock.transfer(state);
        state.array(VOLTAGE, v);
        dynamics.transfer(state);
        state.array("amperes", amperes);
        driven = state.flag("driven", driven);
        ramp.transfer(state);
        asleep = state.flag("asleep", asleep);
        asleepSince = state.whole("asleepSince", asleepSince);
        state.array("disarmed", disarmed);
        disarmedCount = state.count("disarmedCount", disarmedCount);
        clampedUntil = state.whole("clampedUntil", clampedUntil);
        clampVolts = (float) state.number("clampVolts", clampVolts);
        state.array("refractory", refractory);
        state.array("refractoryUntil", refractoryUntil);
        refractoryFirst = state.count("refractoryFirst", refractoryFirst);
        refractoryCount = state.count("refractoryCount", refractoryCount);
        if (books != null) {
            books.transfer(state);
        }
    }

    @Override
    public INDArray state(String variable, long step) {
        return Nd4j.createFromArray(new float[][] {values(variable, step)});
    }

    @Override
    public float[] values(String variable, long step) {
        float[] values = variable(variable).clone();
        if (asleep && !variable.equals(VOLTAGE)) {
            dynamics.pass(variable, values, step - asleepSince);
        }
        double origin = origin(variable);
        for (int j = 0; j < values.length; j++) {
            values[j] = (float) (origin + values[j]);
        }
        return values;
    }

    @Override
    public void set(String variable, float[] values) {
        wake(clock.now());
        float[] live = variable(variable);
        double origin = origin(variable);
        for (int j = 0; j < live.length; j++) {
            live[j] = (float) (values[j] - origin);
        }
        dynamics.changed();
        disarmAbove();
    }

    private double origin(String variable) {
        return variable.equals(VOLTAGE) ? rest : dynamics.origin(variable);
    }

    private float[] variable(String name) {
        float[] values = name.equals(VOLTAGE) ? v : dynamics.variables().get(name);
        if (values == null) {
            var known = new TreeSet<>(dynamics.variables().keySet());
            known.add(VOLTAGE);
            throw new IllegalArgumentException(
                    "Neuron model '" + model.name() + "' has no state variable '" + name + "'. Known: " + known + ".");
        }
        return values;
    }

    /** 0 for neurons that stand for no device; their operations are counted instead. */
    @Override
    public double restWatts() {
        return books == null ? 0 : books.restWatts();
    }

    @Override
    public double dissipatedJoules(int neuron, long step) {
        Check.require(settings.energy(), "KernelSettings.energy", false, "must be true to read dissipated energy");
        return books == null ? 0 : books.joules(neuron, step);
    }
}
