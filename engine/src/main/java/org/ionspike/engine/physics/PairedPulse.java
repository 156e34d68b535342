package org.ionspike.engine.physics;

import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;

/**
 * Two equal spikes drive a device at rest: facilitation if the second head ends at a higher conductance than the first.
 *
 * <p>Between the heads the device sees the tail of the first spike, as a staircase whose stairs are halved until the state
 * changes by less than 1e-6 of itself. The second spike takes the place of what is left of the first tail.
 *
 * @param interval from the start of the first head to the start of the second, at least a head
 * @param rest state before the first spike, the steady state without voltage
 * @param firstPeak state at the end of the first head
 * @param secondPeak state at the end of the second head
 */
public record PairedPulse(Time interval, double rest, double firstPeak, double secondPeak) {
    private static final double TOLERANCE = 1e-6;
    private static final int MOST_STAIRS = 1 << 20;

    /** Conductance at the second peak over that at the first. */
    public double ratio() {
        return secondPeak / firstPeak;
    }

    /**
     * Computes one interval.
     *
     * @param share part of the spike's voltage that drops over the device, above 0 and up to 1
     * @param interval at least the duration of a head
     */
    public static PairedPulse of(Memristor device, SpikeWaveform waveform, double share, Time interval) {
        Check.require(share > 0 && share <= 1, "PairedPulse.share", share, "must be above 0 and up to 1");
        Check.positive("PairedPulse.interval", interval);
        Check.require(
                interval.si() >= waveform.headDuration().si(),
                "PairedPulse.interval",
                interval,
                "must be at least the duration of a head, " + waveform.headDuration());
        double rest = device.steadyState(0);
        double head = waveform.headDuration().si();
        double first = device.advance(rest, share * waveform.head().si(), head);
        double coarse = second(device, waveform, share, interval.si(), first, 128);
        for (int stairs = 256; stairs <= MOST_STAIRS; stairs *= 2) {
            double fine = second(device, waveform, share, interval.si(), first, stairs);
            if (Math.abs(fine - coarse) < TOLERANCE * fine) {
                return new PairedPulse(interval, rest, first, fine);
            }
            coarse = fine;
        }
        throw new IllegalArgumentException("PairedPulse.interval (" + interval + ") is too long for " + MOST_STAIRS
                + " stairs; take a shorter one.");
    }

    private static double second(
            Memristor device, SpikeWaveform waveform, double share, double interval, double first, int stairs) {
        double head = waveform.headDuration().si();
        double n = first;
        double pause = (interval - head) / stairs;
        for (int j = 0; j < stairs; j++) {
            n = device.advance(n, share * waveform.voltage(head + (j + 0.5) * pause), pause);
        }
        return device.advance(n, share * waveform.head().si(), head);
    }
}
