package org.ionspike.engine.physics;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.ionspike.engine.units.Voltage;
import org.jspecify.annotations.Nullable;

/**
 * The way of an {@link IonicCircuit} whose mobile fractions jump and are held in between. While they are held the voltage
 * has a closed form,
 *
 * <pre>
 * V(x) = V + x phi1(-g x / C) dV/dt + x^2 phi2(-g x / C) (dI/dt) / C
 * phi1(z) = (e^z - 1) / z      phi2(z) = (phi1(z) - 1) / z
 * </pre>
 *
 * and the energies are integrated over it by three-point Gauss quadrature; samples and spikes are taken on the way, a
 * spike at the straight line between the ends of the interval that crosses the level.
 */
final class CircuitPath {
    private static final double GAUSS = Math.sqrt(0.6) / 2;

    private final double spikeVolts;
    private final double rearmVolts;
    private final double[] sampleSeconds;
    private final ZigguratSampler.@Nullable NormalizedGaussian thermal;
    private final double gNa;
    private final double gK;
    private final double gL;
    private final double eNa;
    private final double eK;
    private final double eL;
    private final double farads;
    private final double thermalVariance;

    private final List<CircuitTrace.Sample> samples = new ArrayList<>();
    private final List<CircuitTrace.Sample> spikes = new ArrayList<>();
    private double seconds;
    private double volts;
    private double sodium;
    private double potassium;
    private double source;
    private double batteryNa;
    private double batteryK;
    private double batteryL;
    private double dissipated;
    private boolean armed;

    /** g / C, dV/dt and dI/dt / C at the beginning of the interval in hand. */
    private double rate;

    private double rise;
    private double bend;

    /**
     * At the start.
     *
     * @param thermal where the thermal noise of the voltage is drawn from, null without it
     */
    CircuitPath(
            IonicCircuit circuit,
            CircuitState start,
            Voltage spikeLevel,
            Voltage rearmLevel,
            double[] sampleSeconds,
            @Nullable UniformRandomProvider thermal) {
        this.spikeVolts = spikeLevel.si();
        this.rearmVolts = rearmLevel.si();
        this.sampleSeconds = sampleSeconds;
        this.thermal = thermal == null ? null : ZigguratSampler.NormalizedGaussian.of(thermal);
        gNa = circuit.sodium().maximalConductance().si();
        gK = circuit.potassium().maximalConductance().si();
        gL = circuit.leak().si();
        eNa = circuit.sodiumBattery().si();
        eK = circuit.potassiumBattery().si();
        eL = circuit.leakBattery().si();
        farads = circuit.capacitance().si();
        thermalVariance =
                PhysicalConstants.BOLTZMANN * circuit.sodium().temperature().si() / farads;
        volts = start.volts();
        sodium = start.sodiumFraction();
        potassium = start.potassiumFraction();
        armed = volts < spikeVolts;
    }

    /** C / (g_Na + g_K + g_L) in s: the least time constant the membrane can have. */
    static double leastSeconds(IonicCircuit circuit) {
        return circuit.capacitance().si()
                / (circuit.sodium().maximalConductance().si()
                        + circuit.potassium().maximalConductance().si()
                        + circuit.leak().si());
    }

    double seconds() {
        return seconds;
    }

    double volts() {
        return volts;
    }

    double sodium() {
        return sodium;
    }

    double potassium() {
        return potassium;
    }

    /** Lets the fractions jump. */
    void hold(double sodiumFraction, double potassiumFraction) {
        sodium = sodiumFraction;
        potassium = potassiumFraction;
    }

    /** The largest |V| on the way through the next {@code duration} seconds, or a little more. */
    double largestVolts(InputCurrent.Piece piece, double duration) {
        prepare(piece);
        double relaxing = duration * phi1(-rate * duration) * rise;
        double driven = duration * duration * phi2(-rate * duration) * bend;
        double low = volts + Math.min(0, relaxing) + Math.min(0, driven);
        double high = volts + Math.max(0, relaxing) + Math.max(0, driven);
        return Math.max(Math.abs(low), Math.abs(high));
    }

    /** Lets the voltage move for a time at held fractions, within one piece of the input. */
    void relax(InputCurrent.Piece piece, double duration) {
        double end = seconds + duration;
        while (samples.size() < sampleSeconds.length && sampleSeconds[samples.size()] < end) {
            stretch(piece, sampleSeconds[samples.size()] - seconds);
            samples.add(now());
        }
        stretch(piece, end - seconds);
        seconds = end;
    }

    private void stretch(InputCurrent.Piece piece, double duration) {
        move(piece, duration);
        if (thermal != null) {
            double variance = thermalVariance * -Math.expm1(-2 * duration * conductance() / farads);
            shake(Math.sqrt(variance) * thermal.sample());
        }
    }

    /** What was recorded; samples at the very end are taken now. */
    CircuitTrace finish() {
        while (samples.size() < sampleSeconds.length) {
            samples.add(now());
        }
        return new CircuitTrace(samples, spikes, now());
    }

    private void move(InputCurrent.Piece piece, double duration) {
        prepare(piece);
        double after = voltsAfter(duration);
        if (armed && after >= spikeVolts) {
            double crossing = duration * (spikeVolts - volts) / (after - volts);
            go(piece, crossing);
            spike();
            move(piece, duration - crossing);
        } else {
            go(piece, duration);
        }
    }

    private void go(InputCurrent.Piece piece, double duration) {
        double after = voltsAfter(duration);
        gather(piece, duration);
        volts = after;
        seconds += duration;
        armed = armed || volts < rearmVolts;
    }

    private void spike() {
        spikes.add(now());
        armed = false;
    }

    /** A kick of the heat bath; the energy it gives or takes comes off the heat dissipated. */
    private void shake(double kick) {
        double before = volts;
        volts += kick;
        dissipated -= farads / 2 * (volts * volts - before * before);
        if (armed && volts >= spikeVolts) {
            spike();
        }
        armed = armed || volts < rearmVolts;
    }

    private double conductance() {
        return gNa * sodium + gK * potassium + gL;
    }

    private void prepare(InputCurrent.Piece piece) {
        rate = conductance() / farads;
        rise = (piece.at(seconds) - gNa * sodium * (volts - eNa) - gK * potassium * (volts - eK) - gL * (volts - eL))
                / farads;
        bend = piece.slope().si() / farads;
    }

    private double voltsAfter(double x) {
        double value = volts + x * phi1(-rate * x) * rise;
        return bend == 0 ? value : value + x * x * phi2(-rate * x) * bend;
    }

    /** Adds the energies of the next {@code duration} seconds. */
    private void gather(InputCurrent.Piece piece, double duration) {
        gather(piece, duration, 0.5 - GAUSS, 5.0 / 18);
        gather(piece, duration, 0.5, 8.0 / 18);
        gather(piece, duration, 0.5 + GAUSS, 5.0 / 18);
    }

    private void gather(InputCurrent.Piece piece, double duration, double at, double weight) {
        double v = voltsAfter(at * duration);
        double h = weight * duration;
        double iNa = gNa * sodium * (v - eNa);
        double iK = gK * potassium * (v - eK);
        double iL = gL * (v - eL);
        source += h * v * piece.at(seconds + at * duration);
        batteryNa -= h * eNa * iNa;
        batteryK -= h * eK * iK;
        batteryL -= h * eL * iL;
        dissipated += h * (iNa * (v - eNa) + iK * (v - eK) + iL * (v - eL));
    }

    private CircuitTrace.Sample now() {
        return new CircuitTrace.Sample(
                seconds,
                new CircuitState(volts, sodium, potassium),
                new EnergyBooks(source, batteryNa, batteryK, batteryL, dissipated));
    }

    private static double phi1(double z) {
        return Math.abs(z) < 1e-2
                ? 1 + z / 2 * (1 + z / 3 * (1 + z / 4 * (1 + z / 5 * (1 + z / 6))))
                : Math.expm1(z) / z;
    }

    private static double phi2(double z) {
        return Math.abs(z) < 1e-2 ? 0.5 * (1 + z / 3 * (1 + z / 4 * (1 + z / 5 * (1 + z / 6)))) : (phi1(z) - 1) / z;
    }
}
