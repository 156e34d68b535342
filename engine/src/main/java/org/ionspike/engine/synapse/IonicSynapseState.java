package org.ionspike.engine.synapse;

import java.util.Arrays;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.NormalizedGaussianSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.Resistance;
import org.jspecify.annotations.Nullable;

/**
 * The devices of one projection of {@link IonicSynapse}s. Memory: 8 bytes a device, 20 with spread from device to device, 4
 * more each for stuck devices, a spread of memory times, and once they have aged.
 */
final class IonicSynapseState implements ProgrammableSynapses {
    /** No single pulse moves a device by more than this share of its range. */
    private static final double LARGEST_CHANGE = 0.5;

    private final IonicSynapse model;
    private final Connectivity connectivity;
    private final DeviceFactors factors;
    private final @Nullable PulseResponse response;
    private final float[][] weights;
    private final float[][] conductances;
    private final double[] lineSiemens;
    private final RestorableUniformRandomProvider rounding;
    private final RestorableUniformRandomProvider cycle;
    private final NormalizedGaussianSampler cycleNoise;
    private final VolatileLines lines;
    private float @Nullable [][] targets;
    private @Nullable PulseEnergy pulseEnergy;
    private long writes;
    private double programmingJoules;

    IonicSynapseState(IonicSynapse model, Connectivity connectivity, float[][] start, RandomStreams streams) {
        this.model = model;
        this.connectivity = connectivity;
        this.factors = DeviceFactors.draw(model.devices(), connectivity, streams);
        PulseResponse pulses = model.devices().response();
        this.response = pulses.isLinear() ? null : pulses;
        this.rounding = streams.stream("rounding");
        this.cycle = streams.stream("cycle");
        this.cycleNoise = ZigguratSampler.NormalizedGaussian.of(cycle);
        this.lines = new VolatileLines(model, connectivity.pre());
        this.weights = new float[connectivity.pre()][];
        this.conductances = new float[connectivity.pre()][];
        this.lineSiemens = new double[connectivity.pre()];
        var initial = streams.stream("initial-rounding");
        for (int i = 0; i < weights.length; i++) {
            weights[i] = start[i].clone();
            conductances[i] = new float[weights[i].length];
            for (int k = 0; k < weights[i].length; k++) {
                weights[i][k] = factors.isStuck(i, k)
                        ? factors.stuckWeight(i, k)
                        : toState(bounded(weights[i][k]), weights[i][k], initial);
                refreshConductance(i, k);
            }
        }
    }

    @Override
    public double lineSiemens(int line) {
        return lineSiemens[line];
    }

    @Override
    public Connectivity connectivity() {
        return connectivity;
    }

    @Override
    public float[] conductances(int line) {
        return conductances[line];
    }

    @Override
    public double hold(int line, double volts, double timeSeconds) {
        return lines.hold(line, volts, timeSeconds);
    }

    @Override
    public double holdsFor(int line) {
        return lines.holdsFor(line);
    }

    @Override
    public SynapseState forAnotherSample() {
        return new IonicSynapseSample(this, new VolatileLines(model, connectivity.pre()));
    }

    @Override
    public void transfer(StateTransfer state) {
        state.rows("weights", weights);
        state.array("lineSiemens", lineSiemens);
        state.random("rounding", rounding);
        state.random("cycle", cycle);
        boolean aged = state.flag("aged", targets != null);
        targets = !aged ? null : targets == null ? weights() : targets;
        if (targets != null) {
            state.rows("targets", targets);
        }
        writes = state.whole("writes", writes);
        programmingJoules = state.number("programmingJoules", programmingJoules);
        lines.transfer(state);
        if (state.isLoading()) {
            for (int i = 0; i < weights.length; i++) {
                for (int k = 0; k < weights[i].length; k++) {
                    conductances[i][k] = conductance(i, k);
                }
            }
        }
    }

    private float conductance(int line, int k) {
        return (float) (model.conductanceSiemens(weights[line][k]) * factors.conductance(line, k));
    }

    @Override
    public void relax() {
        lines.relax();
    }

    @Override
    public float weight(int line, int k) {
        return weights[line][k];
    }

    @Override
    public void change(int line, int k, double delta) {
        float before = weights[line][k];
        double step = delta * factors.step(line, k, delta > 0);
        if (response != null) {
            step = response.delivered(before, step);
        }
        double spread = model.devices().cycleToCycle();
        if (spread > 0) {
            step *= 1 + spread * cycleNoise.sample();
        }
        if (Double.isNaN(step)) {
            throw new IllegalArgumentException("Change of weight " + k + " on line " + line + " (" + delta
                    + ") must be a number; the weight is " + before + ".");
        }
        if (factors.isStuck(line, k)) {
            return;
        }
        step = Math.max(-LARGEST_CHANGE, Math.min(LARGEST_CHANGE, step));
        float after = toState(bounded(before + step), before, rounding);
        if (after == before) {
            return;
        }
        weights[line][k] = after;
        if (targets != null) {
            targets[line][k] = after;
        }
        refreshConductance(line, k);
        charge(line, k, before, after);
    }

    private void charge(int line, int k, float before, float after) {
        writes++;
        programmingJoules += factors.conductance(line, k) * pulseEnergy().joules(before, after);
    }

    @Override
    public void age(double seconds) {
        if (seconds == 0) {
            return;
        }
        if (targets == null) {
            targets = weights();
        }
        for (int i = 0; i < weights.length; i++) {
            for (int k = 0; k < weights[i].length; k++) {
                if (!factors.isStuck(i, k)) {
                    double own = seconds / factors.memory(i, k);
                    weights[i][k] = (float) bounded(model.coverage().advance(weights[i][k], 0, own));
                    refreshConductance(i, k);
                }
            }
        }
    }

    @Override
    public void refresh() {
        if (targets == null) {
            return;
        }
        for (int i = 0; i < weights.length; i++) {
            for (int k = 0; k < weights[i].length; k++) {
                while (weights[i][k] != targets[i][k]) {
                    float before = weights[i][k];
                    double asked = targets[i][k] - before;
                    weights[i][k] = Math.abs(asked) <= LARGEST_CHANGE
                            ? targets[i][k]
                            : (float) (before + Math.signum(asked) * LARGEST_CHANGE);
                    refreshConductance(i, k);
                    charge(i, k, before, weights[i][k]);
                }
            }
        }
        targets = null;
    }

    @Override
    public double readNoise() {
        return model.devices().readNoise();
    }

    @Override
    public Resistance lineResistance() {
        return model.devices().lineResistance();
    }

    @Override
    public long writes() {
        return writes;
    }

    @Override
    public double programmingJoules() {
        return programmingJoules;
    }

    @Override
    public float[][] weights() {
        return Arrays.stream(weights).map(float[]::clone).toArray(float[][]::new);
    }

    /** Made when first needed: most projections are only read. */
    private PulseEnergy pulseEnergy() {
        if (pulseEnergy == null) {
            pulseEnergy = new PulseEnergy(model);
        }
        return pulseEnergy;
    }

    /**
     * Sets a conductance and its line's sum. The sum of floats is exact in double precision as long as those of a line
     * lie within a factor of 2^29 / fan-out, so that the history of changes leaves no trace in it.
     */
    private void refreshConductance(int line, int k) {
        float before = conductances[line][k];
        float after = conductance(line, k);
        conductances[line][k] = after;
        lineSiemens[line] += (double) after - before;
    }

    private static double bounded(double weight) {
        return Math.max(IonicSynapse.WEIGHT_MARGIN, Math.min(1 - IonicSynapse.WEIGHT_MARGIN, weight));
    }

    /**
     * The state to which the device goes when asked for {@code weight}: one of the two neighbours, drawn so that
     * the mean is {@code weight}. A device that is already in its state and is not asked to move draws nothing.
     * The states lie at (k + 1/2) / states, so that no state needs an endless pulse.
     */
    private float toState(double weight, float before, UniformRandomProvider random) {
        int states = model.devices().states();
        if (states == 0) {
            return (float) weight;
        }
        double position = weight * states - 0.5;
        double nearest = Math.rint(position);
        if (weight == before && Math.abs(position - nearest) < 1e-2) {
            return before; // in its state, to the rounding of a float
        }
        double below = Math.floor(position);
        double chosen = below + (random.nextDouble() < position - below ? 1 : 0);
        double index = Math.max(0, Math.min(states - 1, chosen));
        return (float) ((index + 0.5) / states);
    }
}
