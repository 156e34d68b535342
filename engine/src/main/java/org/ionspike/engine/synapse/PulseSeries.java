package org.ionspike.engine.synapse;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ionspike.engine.physics.AdsorbedCoverage;
import org.ionspike.engine.physics.Slit;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;

/**
 * A series of equal pulses on devices side by side: up, then down. Every pulse asks each device for the change that an
 * ideal one of its weight makes; the device adds its own step size, cycle noise, states and bounds.
 *
 * <pre>w -> c(r, V_read, t_read) after c(w, V, t_pulse)      c: the exact step of the adsorbed coverage
 * E = V^2 G integral of n_s over the pulse,   G and n_s of the device at rest;   likewise for the pause</pre>
 *
 * @param synapse the devices, with their variability
 * @param up voltage of the pulses that potentiate; those that depress have the opposite sign
 * @param width duration of a pulse, above 0
 * @param read voltage between pulses, 0 or a read voltage
 * @param pause duration between pulses, 0 or above
 */
public record PulseSeries(IonicSynapse synapse, Voltage up, Time width, Voltage read, Time pause) {

    /**
     * All devices after one pulse.
     *
     * @param pulse number of the pulse, from 1; 0 is before the first
     * @param volts of the pulse
     * @param mean mean weight
     * @param deviation standard deviation of the weights; 0 with one device
     * @param lowest smallest weight
     * @param highest largest weight
     * @param siemens mean conductance without the volatile factor
     * @param joules mean energy of the pulse and the pause after it, per device
     */
    public record Step(
            int pulse,
            double volts,
            double mean,
            double deviation,
            double lowest,
            double highest,
            double siemens,
            double joules) {}

    public PulseSeries {
        Check.positive("PulseSeries.up", up);
        Check.positive("PulseSeries.width", width);
        Check.finite("PulseSeries.read", read);
        Check.notNegative("PulseSeries.pause", pause);
    }

    /** The default synapse under +-0.75 V for 1 ms, the most that two default waveforms put on it; 0 V between. */
    public PulseSeries(DeviceVariability devices) {
        this(new IonicSynapse().withDevices(devices), new Voltage(0.75), new Time(1e-3), new Voltage(0), new Time(0.1));
    }

    /** The pulse programme of the experiment preset: +-1 V for 10 s, read at 0.1 V for 5 s. */
    public static PulseSeries experiment(DeviceVariability devices) {
        var network = new IonicSynapse();
        return new PulseSeries(
                new IonicSynapse(
                        network.slit(),
                        network.minConductance(),
                        network.maxConductance(),
                        network.divider(),
                        AdsorbedCoverage.experiment(),
                        new Time(10),
                        network.tolerance(),
                        devices),
                new Voltage(1),
                new Time(10),
                new Voltage(0.1),
                new Time(5));
    }

    /**
     * The series.
     *
     * @param devices how many, 1 or more
     * @param initialWeight of each, 0 to 1; kept inside the bounds of {@link IonicSynapse}
     * @param potentiating pulses up
     * @param depressing pulses down, after those
     */
    public List<Step> run(int devices, double initialWeight, int potentiating, int depressing, RandomStreams streams) {
        Check.between("PulseSeries.devices", devices, 1, 1_000_000);
        Check.between("PulseSeries.initialWeight", initialWeight, 0, 1);
        Check.between("PulseSeries.potentiating", potentiating, 0, 1_000_000);
        Check.between("PulseSeries.depressing", depressing, 0, 1_000_000);
        var start = new float[1][devices];
        Arrays.fill(start[0], (float) initialWeight);
        ProgrammableSynapses line = synapse.state(Connectivity.dense(1, devices), start, streams);
        List<Step> steps = new ArrayList<>();
        steps.add(summary(line, 0, 0, 0));
        double rest = synapse.restingFraction();
        for (int pulse = 1; pulse <= potentiating + depressing; pulse++) {
            double volts = pulse <= potentiating ? up.si() : -up.si();
            double squareVoltSeconds = squareVoltSeconds(rest, volts);
            double joules = 0;
            for (int k = 0; k < devices; k++) {
                double before = line.conductances(0)[k];
                double w = line.weight(0, k);
                double after = synapse.coverage()
                        .advance(synapse.coverage().advance(w, volts, width.si()), read.si(), pause.si());
                line.change(0, k, after - w);
                joules += (before + line.conductances(0)[k]) / 2 * squareVoltSeconds;
            }
            steps.add(summary(line, pulse, volts, joules / devices));
        }
        return ImmutableList.copyOf(steps);
    }

    /** Integral of V^2 n_s over a pulse and the pause after it. */
    private double squareVoltSeconds(double rest, double volts) {
        Slit slit = synapse.slit();
        double across = synapse.divider() * volts;
        double after = slit.advance(rest, across, width.si());
        return volts * volts * slit.mobileFractionIntegral(rest, across, width.si())
                + read.si() * read.si() * slit.mobileFractionIntegral(after, synapse.divider() * read.si(), pause.si());
    }

    private static Step summary(ProgrammableSynapses line, int pulse, double volts, double joules) {
        int devices = line.connectivity().fanOut(0);
        double sum = 0;
        double siemens = 0;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < devices; k++) {
            double w = line.weight(0, k);
            sum += w;
            siemens += line.conductances(0)[k];
            lowest = Math.min(lowest, w);
            highest = Math.max(highest, w);
        }
        double mean = sum / devices;
        double squares = 0;
        for (int k = 0; k < devices; k++) {
            squares += (line.weight(0, k) - mean) * (line.weight(0, k) - mean);
        }
        double deviation = devices == 1 ? 0 : Math.sqrt(squares / (devices - 1));
        return new Step(pulse, volts, mean, deviation, lowest, highest, siemens / devices, joules);
    }
}
