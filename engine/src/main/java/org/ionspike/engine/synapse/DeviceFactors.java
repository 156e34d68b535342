package org.ionspike.engine.synapse;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.ionspike.engine.random.RandomStreams;
import org.jspecify.annotations.Nullable;

/** What was drawn once for every device of a projection; ideal devices hold no arrays. */
final class DeviceFactors {
    private final float @Nullable [][] conductance;
    private final float @Nullable [][] stepUp;
    private final float @Nullable [][] stepDown;
    private final float @Nullable [][] stuckAt;
    private final float @Nullable [][] memory;

    private DeviceFactors(
            float @Nullable [][] conductance,
            float @Nullable [][] stepUp,
            float @Nullable [][] stepDown,
            float @Nullable [][] stuckAt,
            float @Nullable [][] memory) {
        this.conductance = conductance;
        this.stepUp = stepUp;
        this.stepDown = stepDown;
        this.stuckAt = stuckAt;
        this.memory = memory;
    }

    static DeviceFactors draw(DeviceVariability devices, Connectivity connectivity, RandomStreams streams) {
        double spread = devices.deviceToDevice();
        double stepSpread = devices.stepDeviceToDevice();
        return new DeviceFactors(
                spread > 0 ? logNormal(spread, connectivity, streams.stream("device/conductance")) : null,
                stepSpread > 0 ? logNormal(stepSpread, connectivity, streams.stream("device/step-up")) : null,
                stepSpread > 0 ? logNormal(stepSpread, connectivity, streams.stream("device/step-down")) : null,
                devices.stuck() > 0 ? stuck(devices, connectivity, streams.stream("device/stuck")) : null,
                devices.memorySpread() > 0
                        ? logNormal(devices.memorySpread(), connectivity, streams.stream("device/memory"))
                        : null);
    }

    double conductance(int line, int k) {
        return conductance == null ? 1 : conductance[line][k];
    }

    double step(int line, int k, boolean up) {
        float[][] factors = up ? stepUp : stepDown;
        return factors == null ? 1 : factors[line][k];
    }

    /** Memory time in units of that of the coverage. */
    double memory(int line, int k) {
        return memory == null ? 1 : memory[line][k];
    }

    boolean isStuck(int line, int k) {
        return stuckAt != null && stuckAt[line][k] >= 0;
    }

    float stuckWeight(int line, int k) {
        if (stuckAt == null) {
            throw new IllegalStateException("No device is stuck.");
        }
        return stuckAt[line][k];
    }

    /** Factors exp(sigma x) with x standard normal: median 1. */
    private static float[][] logNormal(double sigma, Connectivity connectivity, UniformRandomProvider random) {
        var gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        var factors = new float[connectivity.pre()][];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = new float[connectivity.fanOut(i)];
            for (int k = 0; k < factors[i].length; k++) {
                factors[i][k] = (float) Math.exp(sigma * gaussian.sample());
            }
        }
        return factors;
    }

    /** The weight a stuck device is stuck at, and -1 for the others. */
    private static float[][] stuck(DeviceVariability devices, Connectivity connectivity, UniformRandomProvider random) {
        double share = devices.stuckHigh();
        var at = new float[connectivity.pre()][];
        for (int i = 0; i < at.length; i++) {
            at[i] = new float[connectivity.fanOut(i)];
            for (int k = 0; k < at[i].length; k++) {
                boolean isStuck = random.nextDouble() < devices.stuck();
                boolean high = share == 0.5 ? random.nextBoolean() : random.nextDouble() < share;
                at[i][k] = !isStuck ? -1 : high ? 1 - IonicSynapse.WEIGHT_MARGIN : IonicSynapse.WEIGHT_MARGIN;
            }
        }
        return at;
    }
}
