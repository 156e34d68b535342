package org.ionspike.engine.physics;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Voltage;

/**
 * An {@link IonicCircuit} with a finite number of ions, simulated once per call.
 *
 * <p>{@link IonNoise.Method#GILLESPIE}: a piecewise deterministic process. Between two events the voltage follows its
 * closed form at held fractions; the time of the next event is drawn by thinning, with the rates at the largest |V| of a
 * window as the bound (both rates grow with |V|). No step, no discretization: exact but for rounding.
 *
 * <p>{@link IonNoise.Method#LANGEVIN}: Strang steps of {@code stepSeconds}: half a step of V, {@link IonPairs#langevin} of
 * both fractions, half a step of V. With noise off second order in the step; with it first order (weak).
 *
 * <p>Thermal noise of the voltage, variance k T / C (1 - e^{-2 g h / C}) after every stretch h of held fractions, is exact
 * at held fractions; the rates do not see it within a stretch (at most 0.05 or 0.17 of the least C / g). What the heat bath
 * returns is taken off the dissipated energy, so the books close in every case.
 *
 * @param circuit what is simulated
 * @param noise how, and with how many ions
 * @param spikeLevel voltage that makes a spike
 * @param rearmLevel voltage below which the next spike may come, not above the spike level
 */
public record NoisyCircuit(IonicCircuit circuit, IonNoise noise, Voltage spikeLevel, Voltage rearmLevel) {
    /** Longest window of thinning in units of the least C / g: the voltage goes 5 % of its way at most. */
    private static final double WINDOW = 0.05;

    /** Langevin step in the same units: 1 us in the default circuit. */
    private static final double STEP = 1.0 / 3;

    public NoisyCircuit {
        Check.finite("NoisyCircuit.spikeLevel", spikeLevel);
        Check.require(
                rearmLevel.si() <= spikeLevel.si(),
                "NoisyCircuit.rearmLevel",
                rearmLevel,
                "must not be above spikeLevel (" + spikeLevel + ")");
    }

    /** With the spike levels of {@link CircuitReference#scaledTo}. */
    public static NoisyCircuit of(IonicCircuit circuit, IonNoise noise) {
        var levels = CircuitReference.scaledTo(circuit);
        return new NoisyCircuit(circuit, noise, levels.spikeLevel(), levels.rearmLevel());
    }

    /** Length in s of a Langevin step: a third of C / (g_Na + g_K + g_L). */
    public double stepSeconds() {
        return STEP * CircuitPath.leastSeconds(circuit);
    }

    /**
     * One run. Fractions that are no whole number of ions are rounded up or down at random, the mean unchanged, if ions
     * are counted.
     *
     * @param start state at time 0
     * @param streams what is drawn from: the streams {@code ions} and {@code thermal}
     * @param seconds when to sample, 0 or above, ascending, at least one; the last ends the run
     */
    public CircuitTrace trace(CircuitState start, InputCurrent input, RandomStreams streams, double... seconds) {
        CircuitReference.checkSeconds(seconds);
        double end = seconds[seconds.length - 1];
        var random = streams.stream("ions");
        var path = new CircuitPath(
                circuit, start, spikeLevel, rearmLevel, seconds, noise.thermal() ? streams.stream("thermal") : null);
        Motion motion = motion(path, random);
        List<InputCurrent.Piece> pieces = input.pieces();
        for (int k = 0; k < pieces.size(); k++) {
            double until = k + 1 < pieces.size()
                    ? Math.min(end, pieces.get(k + 1).start().si())
                    : end;
            while (path.seconds() < until) {
                motion.advance(pieces.get(k), until);
            }
        }
        return path.finish();
    }

    private Motion motion(CircuitPath path, UniformRandomProvider random) {
        double least = CircuitPath.leastSeconds(circuit);
        IonPairs sodium = noise.pairs(circuit.sodium());
        IonPairs potassium = noise.pairs(circuit.potassium());
        return switch (noise.method()) {
            case GILLESPIE -> new GillespieMotion(path, sodium, potassium, WINDOW * least, random);
            case LANGEVIN -> new LangevinMotion(path, sodium, potassium, STEP * least, random);
        };
    }

    /** Moves a path by one event, window or step, not beyond a time. */
    interface Motion {
        void advance(InputCurrent.Piece piece, double until);
    }
}
