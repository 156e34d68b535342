package org.ionspike.engine.neuron;

import java.util.Arrays;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.physics.IonicCircuit;
import org.ionspike.engine.units.Check;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The circuit neuron in fused single-precision loops. Neurons that are away from rest sit in the first {@code active}
 * slots of the state arrays; a neuron at rest without input leaves its slot to the last one and costs nothing.
 * {@link RestPoint} says when a neuron counts as at rest.
 */
final class FusedIonicKernel implements NeuronKernel {
    private static final int PARKED = -1;

    /** Below so many neurons for each thread the threads would wait longer for each other than they work. */
    private static final int LEAST_PER_WORKER = 512;

    /** Threads share slots in multiples of so many. */
    private static final int GRAIN = 512;

    private final IonicCircuit circuit;
    private final KernelSettings settings;
    private final double dt;
    private final FusedCircuit loops;
    private final SpikeDetector detector;
    private final RestPoint rest;
    private final float restWatts;
    private final KernelClock clock = new KernelClock();

    private final float[] v;
    private final float[] na;
    private final float[] k;
    private final float[] changeNa;
    private final float[] changeK;
    private final float[] drive;
    private final float[] watts;
    private final int[] neuronAt;
    private final int[] slotOf;
    private int active;

    private final float[] amperes;
    private final double[] excessJoules;
    private final CommonRamp ramp;
    private long resetStep;
    private @Nullable Clamp clamp;

    private final float[] vBefore;
    private final float[] marks;
    private final float[] near;
    private final float[] input;
    private final float[] wattsAfter;

    FusedIonicKernel(IonicNeuron model, KernelSettings settings) {
        this.circuit = model.circuit();
        this.settings = settings;
        this.dt = settings.step().si();
        this.ramp = new CommonRamp(dt);
        int size = settings.size();
        loops = new FusedCircuit(circuit, dt, size);
        detector = new SpikeDetector(model, settings);
        rest = RestPoint.of(circuit);
        v = new float[size];
        na = new float[size];
        k = new float[size];
        changeNa = new float[size];
        changeK = new float[size];
        drive = new float[size];
        watts = new float[size];
        neuronAt = new int[size];
        slotOf = new int[size];
        amperes = new float[size];
        excessJoules = new double[size];
        vBefore = new float[size];
        marks = new float[size];
        near = new float[size];
        input = new float[size];
        wattsAfter = new float[size];
        var one = new float[1];
        loops.watts(new float[] {rest.volts()}, new float[] {rest.sodium()}, new float[] {rest.potassium()}, one, 0, 1);
        restWatts = one[0];
        reset(0);
    }

    @Override
    public int size() {
        return amperes.length;
    }

    @Override
    public void reset(long step) {
        clock.reset(step);
        detector.reset();
        Arrays.fill(amperes, 0);
        Arrays.fill(excessJoules, 0);
        ramp.stop();
        resetStep = step;
        clamp = null;
        active = 0;
        Arrays.fill(slotOf, PARKED);
        if (!settings.parking()) {
            wakeAll();
        }
    }

    @Override
    public void drive(long step, float[] newAmperes, double rampAmperes, double rampSlope) {
        clock.reach(step);
        System.arraycopy(newAmperes, 0, amperes, 0, amperes.length);
        ramp.begin(step, rampAmperes, rampSlope);
        boolean common = ramp.isRunning();
        for (int j = 0; j < amperes.length; j++) {
            if (slotOf[j] == PARKED && (common || amperes[j] != 0)) {
                wake(j);
            }
        }
        for (int slot = 0; slot < active; slot++) {
            drive[slot] = amperes[neuronAt[slot]];
        }
    }

    @Override
    public void drive(long step, int neuron, float current) {
        clock.reach(step);
        amperes[neuron] = current;
        if (slotOf[neuron] != PARKED) {
            drive[slotOf[neuron]] = current;
        } else if (current != 0) {
            wake(neuron);
        }
    }

    private void wakeAll() {
        for (int j = 0; j < amperes.length; j++) {
            if (slotOf[j] == PARKED) {
                wake(j);
            }
        }
    }

    private void wake(int neuron) {
        int slot = active++;
        neuronAt[slot] = neuron;
        slotOf[neuron] = slot;
        setToRest(slot);
        watts[slot] = restWatts;
        drive[slot] = amperes[neuron];
    }

    private void park(int slot) {
        slotOf[neuronAt[slot]] = PARKED;
        int last = --active;
        if (slot != last) {
            neuronAt[slot] = neuronAt[last];
            slotOf[neuronAt[slot]] = slot;
            v[slot] = v[last];
            na[slot] = na[last];
            k[slot] = k[last];
            changeNa[slot] = changeNa[last];
            changeK[slot] = changeK[last];
            watts[slot] = watts[last];
            drive[slot] = drive[last];
        }
    }

    @Override
    public float[] inputAmperes(long step) {
        return ramp.besides(amperes, step);
    }

    @Override
    public long due(long step) {
        if (active == 0) {
            return NEVER;
        }
        return clamp == null ? step : Math.max(step, clamp.toStep());
    }

    @Override
    public void advance(long step, SpikeSink sink) {
        clock.reach(step);
        if (clamp != null && step < clamp.toStep()) {
            return;
        }
        endClamp(step);
        clock.reach(step + 1);
        int m = active;
        float common = (float) ramp.amperes(step);
        boolean mayRest = !ramp.isRunning();
        Workers workers = m >= LEAST_PER_WORKER * settings.workers().count() ? settings.workers() : Workers.ALONE;
        workers.each(
                part -> advance(common, mayRest, workers.begin(part, m, GRAIN), workers.begin(part + 1, m, GRAIN)));
        look(step, m, sink);
        if (mayRest && settings.parking()) {
            parkRested();
        }
    }

    /** One step of some slots, which a thread may do by itself; their spikes are looked for afterwards. */
    private void advance(float common, boolean mayRest, int first, int end) {
        for (int i = first; i < end; i++) {
            input[i] = drive[i] + common;
        }
        System.arraycopy(v, first, vBefore, first, end - first);
        loops.advance(v, na, k, changeNa, changeK, input, first, end);
        detector.mark(vBefore, v, marks, first, end);
        if (mayRest) {
            snapToRest(first, end);
        }
        if (settings.energy()) {
            account(first, end);
        }
    }

    private void look(long step, int m, SpikeSink sink) {
        for (int from = 0; from < m; from += Marks.BLOCK) {
            int to = Math.min(from + Marks.BLOCK, m);
            for (int i = Marks.next(marks, from, to); i < to; i = Marks.next(marks, i + 1, to)) {
                detector.look(neuronAt[i], step, vBefore[i], v[i], sink);
            }
        }
    }

    /** Nobody at rest is near a threshold, so this may come before spikes are looked for. */
    private void snapToRest(int first, int end) {
        for (int from = first; from < end; from += Marks.BLOCK) {
            int to = Math.min(from + Marks.BLOCK, end);
            Marks.near(v, rest.volts(), RestPoint.VOLTS, near, from, to);
            for (int i = Marks.next(near, from, to); i < to; i = Marks.next(near, i + 1, to)) {
                if (drive[i] == 0 && rest.isNear(v[i], na[i], k[i])) {
                    setToRest(i);
                }
            }
        }
    }

    private void setToRest(int slot) {
        v[slot] = rest.volts();
        na[slot] = rest.sodium();
        k[slot] = rest.potassium();
        changeNa[slot] = 0;
        changeK[slot] = 0;
    }

    private void parkRested() {
        for (int i = active - 1; i >= 0; i--) {
            if (drive[i] == 0 && rest.isAt(v[i], na[i], k[i])) {
                park(i);
            }
        }
    }

    /** Trapezoid rule on the power above rest, so that a neuron at rest adds exactly 0. */
    private void account(int first, int end) {
        loops.watts(v, na, k, wattsAfter, first, end);
        double half = dt / 2;
        for (int i = first; i < end; i++) {
            excessJoules[neuronAt[i]] += half * ((watts[i] - restWatts) + (wattsAfter[i] - restWatts));
        }
        System.arraycopy(wattsAfter, first, watts, first, end - first);
    }

    @Override
    public void clamp(long fromStep, long toStep, double volts) {
        var next = new Clamp(circuit, dt, fromStep, toStep, volts);
        clock.reach(fromStep);
        endClamp(fromStep);
        wakeAll();
        Arrays.fill(v, (float) volts);
        clamp = next;
    }

    /** Brings the neurons to the end of the clamp in force: its release, or {@code step} if another one begins. */
    private void endClamp(long step) {
        if (clamp == null) {
            return;
        }
        ClampedCircuit clamped = clamp.until(step);
        for (int i = 0; i < active && settings.energy(); i++) {
            excessJoules[neuronAt[i]] += excess(clamp, step, clamped.joules(na[i], k[i]));
        }
        clamped.advanceSodium(na, active);
        clamped.advancePotassium(k, active);
        Arrays.fill(changeNa, 0, active, 0);
        Arrays.fill(changeK, 0, active, 0);
        loops.watts(v, na, k, watts, 0, active);
        detector.release(clamp.volts());
        clamp = null;
    }

    private double excess(Clamp held, long step, double joules) {
        return joules - restWatts * held.secondsUntil(step);
    }

    @Override
    public void transfer(StateTransfer state) {
        clock.transfer(state);
        detector.transfer(state);
        active = state.count("active", active);
        state.array("v", v);
        state.array("na", na);
        state.array("k", k);
        state.array("changeNa", changeNa);
        state.array("changeK", changeK);
        state.array("drive", drive);
        state.array("watts", watts);
        state.array("neuronAt", neuronAt);
        state.array("slotOf", slotOf);
        state.array("amperes", amperes);
        state.array("excessJoules", excessJoules);
        ramp.transfer(state);
        resetStep = state.whole("resetStep", resetStep);
        clamp = Clamp.transfer(state, clamp, circuit, dt);
    }

    @Override
    public INDArray state(String variable, long step) {
        return Nd4j.createFromArray(new float[][] {values(variable, step)});
    }

    @Override
    public float[] values(String variable, long step) {
        var values = new float[size()];
        for (int j = 0; j < size(); j++) {
            int slot = slotOf[j];
            values[j] = switch (variable) {
                case "v" -> slot == PARKED ? rest.volts() : v[slot];
                case "nNa" -> slot == PARKED ? rest.sodium() : na[slot];
                case "nK" -> slot == PARKED ? rest.potassium() : k[slot];
                default ->
                    throw new IllegalArgumentException("Neuron model 'ionic-neuron' has no state variable '" + variable
                            + "'. Known: [nK, nNa, v].");
            };
        }
        if (clamp != null) {
            clamp.until(step).advance(variable, values);
        }
        return values;
    }

    @Override
    public double restWatts() {
        return restWatts;
    }

    @Override
    public double dissipatedJoules(int neuron, long step) {
        Check.require(settings.energy(), "KernelSettings.energy", false, "must be true to read dissipated energy");
        double joules = restWatts * ((step - resetStep) * dt) + excessJoules[neuron];
        if (clamp != null) {
            int slot = slotOf[neuron];
            joules += excess(clamp, step, clamp.until(step).joules(na[slot], k[slot]));
        }
        return joules;
    }
}
