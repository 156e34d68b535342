package org.ionspike.engine.neuron;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.List;

/**
 * An Euler step of {@link GatedChannelNeuron} in loops that the JIT vectorizes, some hundred neurons at a time so that what
 * a loop leaves is still in the nearest cache for the next; v is counted from rest.
 *
 * <p>1 / (1 + e^-x) is P(x / 16)^16 / (P(x / 16)^16 + P(-x / 16)^16) with the [3/3] Pade approximant P(z) / P(-z) of e^z;
 * x is cut off at +-60. Error below 1e-6 for any x (held by a test).
 */
final class FusedGatedChannels extends DrivenDynamics {
    private static final int BLOCK = 1_024;
    private static final float LARGEST = 60f / 16;

    /** One channel: constants, and the open fractions. */
    private static final class Channel {
        final float[] n;
        final float rest;
        final float perSixteenSlopes;
        final float halfOpen;
        final float share;
        final float gain;
        final float potential;

        Channel(GatedChannel channel, double rest, double stepPerFarad, KernelSettings settings) {
            n = new float[settings.size()];
            this.rest = (float) channel.steadyFraction(rest);
            perSixteenSlopes = (float) (1 / (16 * channel.slope().si()));
            halfOpen = (float) (channel.halfOpen().si() - rest);
            share = (float) (settings.step().si() / channel.time().si());
            gain = (float) (stepPerFarad * channel.conductance().si());
            potential = (float) (channel.reversal().si() - rest);
        }
    }

    private final List<Channel> channels;
    private final float stepPerFarad;
    private final float leakGain;
    private final float leakPotential;
    private final float[] rising;
    private final float[] falling;

    FusedGatedChannels(GatedChannelNeuron model, KernelSettings settings, ReceptorState receptors) {
        super(receptors, settings.size());
        double rest = model.restingPotential().si();
        double perFarad = settings.step().si() / model.capacitance().si();
        channels = model.channels().stream()
                .map(channel -> new Channel(channel, rest, perFarad, settings))
                .toList();
        stepPerFarad = (float) perFarad;
        leakGain = (float) (perFarad * model.leak().si());
        leakPotential = (float) (model.leakPotential().si() - rest);
        rising = new float[settings.size()];
        falling = new float[settings.size()];
    }

    @Override
    public boolean splits() {
        return true;
    }

    @Override
    void step(float[] from, float[] to, float[] amperes, int first, int end) {
        for (int begin = first; begin < end; begin += BLOCK) {
            int stop = Math.min(begin + BLOCK, end);
            leak(from, to, amperes, begin, stop);
            for (int k = 0; k < channels.size(); k++) {
                Channel channel = channels.get(k);
                conduct(channel, from, to, begin, stop);
                approximants(channel, from, begin, stop);
                relax(channel, begin, stop);
            }
        }
    }

    private void leak(float[] v, float[] to, float[] amperes, int begin, int end) {
        for (int j = begin; j < end; j++) {
            to[j] = v[j] + stepPerFarad * amperes[j] + leakGain * (leakPotential - v[j]);
        }
    }

    private static void conduct(Channel channel, float[] v, float[] to, int begin, int end) {
        float[] n = channel.n;
        float gain = channel.gain;
        float potential = channel.potential;
        for (int j = begin; j < end; j++) {
            to[j] += gain * n[j] * (potential - v[j]);
        }
    }

    /** P(z)^2 and P(-z)^2 with z = (v - V_half) / 16 k. */
    private void approximants(Channel channel, float[] v, int begin, int end) {
        float scale = channel.perSixteenSlopes;
        float half = channel.halfOpen;
        for (int j = begin; j < end; j++) {
            float z = Math.max(-LARGEST, Math.min(LARGEST, (v[j] - half) * scale));
            float square = z * z;
            float even = 1 + square * 0.1f;
            float odd = z * (0.5f + square * (1f / 120));
            float up = even + odd;
            float down = even - odd;
            rising[j] = up * up;
            falling[j] = down * down;
        }
    }

    private void relax(Channel channel, int begin, int end) {
        float[] n = channel.n;
        float share = channel.share;
        for (int j = begin; j < end; j++) {
            float up = rising[j] * rising[j];
            float down = falling[j] * falling[j];
            up *= up;
            down *= down;
            up *= up;
            down *= down;
            n[j] += share * (up / (up + down) - n[j]);
        }
    }

    @Override
    boolean isOwnNearRest() {
        for (Channel channel : channels) {
            if (!areNear(channel.n, channel.rest, GatedState.TOLERANCE)) {
                return false;
            }
        }
        return true;
    }

    @Override
    void ownRest() {
        for (Channel channel : channels) {
            Arrays.fill(channel.n, channel.rest);
        }
    }

    @Override
    ImmutableMap<String, float[]> own() {
        ImmutableMap.Builder<String, float[]> named = ImmutableMap.builder();
        for (int k = 0; k < channels.size(); k++) {
            named.put(GatedState.variable(k), channels.get(k).n);
        }
        return named.build();
    }
}
