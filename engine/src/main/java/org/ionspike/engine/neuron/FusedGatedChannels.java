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
    private static final float LARGEST = 60;

    /** One channel: constants, and the open fractions. */
    private static final class Channel {
        final float[] n;
        final float rest;
        final float perSixteenSlopes;
        final float halfOpen;
        /** Where x is -60 or 60. */
        final float lowest;

        final float highest;
        final float share;
        final float gain;
        final float potential;

        Channel(GatedChannel channel, double rest, double stepPerFarad, KernelSettings settings) {
            n = new float[settings.size()];
            this.rest = (float) channel.steadyFraction(rest);
            perSixteenSlopes = (float) (1 / (16 * channel.slope().si()));
            double half = channel.halfOpen().si() - rest;
            halfOpen = (float) half;
            lowest = (float) (half - LARGEST * Math.abs(channel.slope().si()));
            highest = (float) (half + LARGEST * Math.abs(channel.slope().si()));
            share = (float) (settings.step().si() / channel.time().si());
            gain = (float) (stepPerFarad * channel.conductance().si());
            potential = (float) (channel.reversal().si() - rest);
        }
    }

    private final List<Channel> channels;
    private final float stepPerFarad;
    private final float leakGain;
    private final float leakPotential;
    /** Between these voltages no x of any channel is beyond 60. */
    private final float lowest;

    private final float highest;
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
        lowest = (float)
                channels.stream().mapToDouble(channel -> channel.lowest).max().orElse(0);
        highest = (float)
                channels.stream().mapToDouble(channel -> channel.highest).min().orElse(0);
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
            boolean moderate = isModerate(from, begin, stop);
            for (int k = 0; k < channels.size(); k++) {
                Channel channel = channels.get(k);
                conduct(channel, from, to, begin, stop);
                approximants(channel, moderate ? from : cutOff(channel, from, begin, stop), begin, stop);
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

    /** Whether no channel needs {@link #cutOff}: asking once is cheaper than cutting everywhere. */
    private boolean isModerate(float[] v, int begin, int end) {
        Marks.outside(v, lowest, highest, rising, begin, end);
        return Marks.next(rising, begin, end) == end;
    }

    /** Voltages within the range of a channel. */
    private float[] cutOff(Channel channel, float[] v, int begin, int end) {
        float low = channel.lowest;
        float high = channel.highest;
        for (int j = begin; j < end; j++) {
            falling[j] = Math.max(low, Math.min(high, v[j]));
        }
        return falling;
    }

    /** P(z)^2 and P(-z)^2 with z = (v - V_half) / 16 k. */
    private void approximants(Channel channel, float[] v, int begin, int end) {
        float scale = channel.perSixteenSlopes;
        float half = channel.halfOpen;
        for (int j = begin; j < end; j++) {
            float z = (v[j] - half) * scale;
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
