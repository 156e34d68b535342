package org.ionspike.networks.architecture;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.ionspike.engine.physics.ConicalChannel;
import org.ionspike.engine.physics.Memristor;
import org.ionspike.engine.physics.Slit;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Length;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;

/**
 * How the devices of an {@link IonicReservoir} are chosen: time constants evenly spaced in their logarithm between two
 * bounds, bias and mask uniformly at random, and a spread of the length from fabrication.
 *
 * <p>Design: our modelling choice. The time constant is set by what sets it in the device: in a {@link ConicalChannel} its
 * length, tau = L^2 / (12 D); in a {@link Slit} the rate multiplier chi, which stands for slower ions or adsorption and is
 * imposed, not predicted. It is that of a small departure from rest at 0 V; a slit is much faster under voltage.
 *
 * @param device the device that is varied
 * @param devices how many, at least 1
 * @param step time for which an input is held, above 0
 * @param fastest time constant of the fastest device before the spread, above 0
 * @param slowest that of the slowest, at least {@code fastest}
 * @param lowestBias lower bound of the bias
 * @param highestBias upper bound of it, not below {@code lowestBias}
 * @param gain V per unit of input: masks lie between minus and plus this over the root of the number of inputs, 0 or above
 * @param spread sigma of a log-normal factor on the length, 0 to 1
 */
public record ReservoirDesign(
        Memristor device,
        int devices,
        Time step,
        Time fastest,
        Time slowest,
        Voltage lowestBias,
        Voltage highestBias,
        Voltage gain,
        double spread) {
    private static final double SPREAD = 0.05;

    public ReservoirDesign {
        Check.atLeast("ReservoirDesign.devices", devices, 1);
        Check.positive("ReservoirDesign.step", step);
        Check.positive("ReservoirDesign.fastest", fastest);
        Check.require(
                slowest.si() >= fastest.si() && Double.isFinite(slowest.si()),
                "ReservoirDesign.slowest",
                slowest,
                "must be finite and at least fastest, " + fastest);
        Check.finite("ReservoirDesign.lowestBias", lowestBias);
        Check.require(
                highestBias.si() >= lowestBias.si() && Double.isFinite(highestBias.si()),
                "ReservoirDesign.highestBias",
                highestBias,
                "must be finite and at least lowestBias, " + lowestBias);
        Check.notNegative("ReservoirDesign.gain", gain);
        Check.between("ReservoirDesign.spread", spread, 0, 1);
    }

    /**
     * The documented design for a device.
     *
     * <p>For a slit with time constant tau at rest and length L: steps of tau / 10, time constants from tau / 2 to 20 tau, bias
     * from 0 to 10 MV/m L, gain 15 MV/m L. For the {@link Slit#synaptic() synaptic} slit 2 ms, 10 to 400 ms, 0.2 V and 0.3 V.
     * For a cone with time constant tau: steps of tau, time constants from tau to 25 tau, bias from -0.1 V to 0.2 V, gain
     * 0.25 V. The length spreads by 5 %.
     */
    public static ReservoirDesign of(Memristor device, int devices) {
        double tau = device.relaxationTimeSeconds(0);
        if (device instanceof Slit slit) {
            double length = slit.length().si();
            return new ReservoirDesign(
                    device,
                    devices,
                    new Time(tau / 10),
                    new Time(tau / 2),
                    new Time(20 * tau),
                    new Voltage(0),
                    new Voltage(1e7 * length),
                    new Voltage(1.5e7 * length),
                    SPREAD);
        }
        return new ReservoirDesign(
                device,
                devices,
                new Time(tau),
                new Time(tau),
                new Time(25 * tau),
                new Voltage(-0.1),
                new Voltage(0.2),
                new Voltage(0.25),
                SPREAD);
    }

    /**
     * The reservoir drawn from the streams {@code reservoir/length}, {@code reservoir/bias} and {@code reservoir/mask}.
     *
     * @param inputs how many inputs it takes, at least 1
     */
    public IonicReservoir draw(int inputs, RandomStreams streams) {
        Check.atLeast("ReservoirDesign.draw inputs", inputs, 1);
        var lengths = ZigguratSampler.NormalizedGaussian.of(streams.stream("reservoir/length"));
        UniformRandomProvider biases = streams.stream("reservoir/bias");
        UniformRandomProvider masks = streams.stream("reservoir/mask");
        var elements = ImmutableList.<IonicReservoir.Element>builder();
        for (int i = 0; i < devices; i++) {
            double share = devices == 1 ? 0.5 : i / (devices - 1.0);
            double seconds = fastest.si() * Math.pow(slowest.si() / fastest.si(), share);
            double longer = Math.exp(spread * lengths.sample());
            double bias = lowestBias.si() + (highestBias.si() - lowestBias.si()) * biases.nextDouble();
            var mask = ImmutableDoubleArray.builder(inputs);
            for (int k = 0; k < inputs; k++) {
                mask.add(gain.si() / Math.sqrt(inputs) * (2 * masks.nextDouble() - 1));
            }
            elements.add(new IonicReservoir.Element(made(seconds, longer), new Voltage(bias), mask.build()));
        }
        return new IonicReservoir(elements.build(), step);
    }

    private Memristor made(double seconds, double longer) {
        double slower = seconds / device.relaxationTimeSeconds(0);
        if (device instanceof Slit slit) {
            return slit.withRateMultiplier(slit.rateMultiplier() / slower)
                    .withLength(new Length(slit.length().si() * longer));
        }
        var cone = (ConicalChannel) device;
        return cone.withLength(new Length(cone.length().si() * Math.sqrt(slower) * longer));
    }
}
