package org.ionspike.engine.neuron;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableList;
import java.util.List;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Current;
import org.ionspike.engine.units.CurrentRate;
import org.ionspike.engine.units.Energy;
import org.ionspike.engine.units.Power;
import org.ionspike.engine.units.Time;

/**
 * The ionic neuron without time steps: closed forms and tables in place of the circuit's three equations.
 *
 * <pre>
 * recovering   d phi/dt = 1 / D(I), from 0 after a spike to 1
 * excitable    dx/dt = x^2 + k (I - I_th), from -sqrt(k I_th); spike |delay| before x reaches infinity
 *              below the rheobase x does not pass 0 upward: accommodation wins
 * sustained    interval T(I) = D(I) + L(I), L the latency of the excitable stage
 * ramp         I rises at a common rate r from I_0, switched on at rest: spike when I = I_sp(r, I_0), a table
 * </pre>
 *
 * x is a rate in 1/s, not a voltage. D is infinite from the rheobase to the smallest current of sustained firing (there
 * the circuit fires once) and from the block current on (depolarization block); below the rheobase it is one constant.
 *
 * <p>Source: our choice, calibrated to {@link org.ionspike.engine.physics.IonicCircuit} by {@link CircuitReduction}; no
 * equations of a paper. The defaults belong to the default circuit. {@link ReductionReport} measures the errors.
 *
 * <p>Validity (defaults; errors as measured at currents and rates that are no nodes): sustained rates within 0.4 %
 * from 67.6 pA to the block at 254.9 pA; first spikes of steps within 4 % from 66 to 250 pA; ramps of 2 to 300 nA/s from
 * -300 to 40 pA within 0.02 pA up to 20 nA/s, 0.07 pA up to 60 and 0.4 pA up to 300; energy per spike within 8 %.
 *
 * <p>It fails where the circuit remembers more than one number: up to about 5 ms after a spike (a second spike comes
 * up to 1.2 ms too early or 0.5 ms too late), in the first intervals above 180 pA (the circuit's are 2 to 20 % longer
 * than the later ones), for ramps that begin between 47 and 66 pA and rise slower than 5 nA/s (0.5 pA), and for ramps
 * not switched on at rest, which the excitable stage serves alone (0.2 to 0.6 pA from 5 to 50 nA/s, 2 pA at 3 and
 * 300). Within 0.1 pA of the rheobase its latencies are off by 16 %, beyond 250 pA by 7 % and more; thresholds of
 * decaying inputs are 1 to 3 % too low for decay times of 0.1 to 5 ms and 15 % at 30 us.
 *
 * @param rampRates r of the table, above 0, rising
 * @param rampStarts I_0 of the table, rising
 * @param rampThresholds I_sp, a list of one entry per start for each rate
 * @param recoveryCurrents I of the table of D, rising; the first is the smallest current of sustained firing
 * @param recoveryTimes D, above 0, one per current
 * @param restRecovery D below the rheobase, above 0
 * @param blockCurrent current from which on the neuron does not recover, not below the last recovery current
 * @param rheobase smallest step from rest that makes a spike, not below I_th
 * @param threshold I_th, above 0
 * @param excitability k in 1/(s^2 A), above 0
 * @param spikeDelay time from x = infinity to the spike; usually negative
 * @param powerCurrents I of the table of powers, rising
 * @param powers dissipation at that current held below the threshold, one per current
 * @param spikeEnergy dissipation that one spike adds when the input ends with it and the neuron is left alone
 * @param clampedSpikeEnergy the same when the membrane is shunted to its rest voltage at the spike and held there
 */
@AutoService(NeuronModel.class)
public record ReducedIonicNeuron(
        List<CurrentRate> rampRates,
        List<Current> rampStarts,
        List<List<Current>> rampThresholds,
        List<Current> recoveryCurrents,
        List<Time> recoveryTimes,
        Time restRecovery,
        Current blockCurrent,
        Current rheobase,
        Current threshold,
        double excitability,
        Time spikeDelay,
        List<Current> powerCurrents,
        List<Power> powers,
        Energy spikeEnergy,
        Energy clampedSpikeEnergy)
        implements NeuronModel {

    public ReducedIonicNeuron {
        rampRates = ImmutableList.copyOf(rampRates);
        rampStarts = ImmutableList.copyOf(rampStarts);
        rampThresholds = rampThresholds.stream()
                .<List<Current>>map(ImmutableList::copyOf)
                .collect(ImmutableList.toImmutableList());
        recoveryCurrents = ImmutableList.copyOf(recoveryCurrents);
        recoveryTimes = ImmutableList.copyOf(recoveryTimes);
        powerCurrents = ImmutableList.copyOf(powerCurrents);
        powers = ImmutableList.copyOf(powers);
        CubicTable.check("ReducedIonicNeuron.rampRates", rampRates, rampThresholds.size());
        Check.positive("ReducedIonicNeuron.rampRates", rampRates.get(0));
        for (List<Current> row : rampThresholds) {
            CubicTable.check("ReducedIonicNeuron.rampStarts", rampStarts, row.size());
            for (int j = 0; j < row.size(); j++) {
                Check.require(
                        row.get(j).si() > rampStarts.get(j).si(),
                        "ReducedIonicNeuron.rampThresholds",
                        row.get(j),
                        "must be above the start of its ramp, " + rampStarts.get(j));
            }
        }
        CubicTable.check("ReducedIonicNeuron.recoveryCurrents", recoveryCurrents, recoveryTimes.size());
        recoveryTimes.forEach(time -> Check.positive("ReducedIonicNeuron.recoveryTimes", time));
        Check.positive("ReducedIonicNeuron.restRecovery", restRecovery);
        Check.positive("ReducedIonicNeuron.threshold", threshold);
        Check.require(
                rheobase.si() >= threshold.si(),
                "ReducedIonicNeuron.rheobase",
                rheobase,
                "must not be below threshold (" + threshold + ")");
        Check.require(
                recoveryCurrents.get(0).si() >= rheobase.si(),
                "ReducedIonicNeuron.recoveryCurrents",
                recoveryCurrents.get(0),
                "must not begin below rheobase (" + rheobase + ")");
        Current last = recoveryCurrents.get(recoveryCurrents.size() - 1);
        Check.require(
                blockCurrent.si() >= last.si(),
                "ReducedIonicNeuron.blockCurrent",
                blockCurrent,
                "must not be below the last of recoveryCurrents (" + last + ")");
        Check.positive("ReducedIonicNeuron.excitability", excitability);
        Check.finite("ReducedIonicNeuron.spikeDelay", spikeDelay);
        CubicTable.check("ReducedIonicNeuron.powerCurrents", powerCurrents, powers.size());
        powers.forEach(power -> Check.notNegative("ReducedIonicNeuron.powers", power));
        Check.notNegative("ReducedIonicNeuron.spikeEnergy", spikeEnergy);
        Check.notNegative("ReducedIonicNeuron.clampedSpikeEnergy", clampedSpikeEnergy);
    }

    /** The neuron that {@link CircuitReduction#reduce} derives from the default circuit. */
    public ReducedIonicNeuron() {
        this(
                DefaultReduction.NEURON.rampRates,
                DefaultReduction.NEURON.rampStarts,
                DefaultReduction.NEURON.rampThresholds,
                DefaultReduction.NEURON.recoveryCurrents,
                DefaultReduction.NEURON.recoveryTimes,
                DefaultReduction.NEURON.restRecovery,
                DefaultReduction.NEURON.blockCurrent,
                DefaultReduction.NEURON.rheobase,
                DefaultReduction.NEURON.threshold,
                DefaultReduction.NEURON.excitability,
                DefaultReduction.NEURON.spikeDelay,
                DefaultReduction.NEURON.powerCurrents,
                DefaultReduction.NEURON.powers,
                DefaultReduction.NEURON.spikeEnergy,
                DefaultReduction.NEURON.clampedSpikeEnergy);
    }

    @Override
    public String name() {
        return "reduced-ionic-neuron";
    }

    @Override
    public String summary() {
        return "Event-driven closed forms of the ionic neuron, calibrated to its circuit; no time steps.";
    }

    @Override
    public ImmutableList<StateVariable> variables() {
        return ImmutableList.of(
                StateVariable.notNegative("recovered", "", "how far a neuron has recovered from its last spike"),
                StateVariable.unbounded("x", "1/s", "state of an excitable neuron"));
    }

    @Override
    public NeuronKernel kernel(KernelSettings settings) {
        return settings.backend() == Backend.FUSED
                ? new FusedReducedKernel(this, settings)
                : new VectorizedReducedKernel(this, settings);
    }

    /** I_sp in A for a ramp from 0 A at this rate; the rate must lie within the table. */
    public double rampThreshold(double amperesPerSecond) {
        return rampThreshold(amperesPerSecond, 0);
    }

    /**
     * I_sp in A for a ramp from {@code startAmperes}; see {@link #rampCurve}, which serves many starts faster.
     *
     * @param amperesPerSecond rate of the ramp, within the table
     * @throws IllegalArgumentException if the rate is outside the table
     */
    public double rampThreshold(double amperesPerSecond, double startAmperes) {
        return rampCurve(new CurrentRate(amperesPerSecond)).threshold(startAmperes);
    }

    /**
     * I_sp as a function of I_0 at one rate: the table's column, cubic in the logarithm of the rate.
     *
     * @throws IllegalArgumentException if the rate is outside the table
     */
    public RampCurve rampCurve(CurrentRate rate) {
        checkRampRate(rate);
        double[] starts = new double[rampStarts.size()];
        double[] thresholds = new double[starts.length];
        for (int j = 0; j < starts.length; j++) {
            int start = j;
            starts[j] = rampStarts.get(j).si();
            thresholds[j] = CubicTable.at(
                    rampRates.size(),
                    k -> Math.log(rampRates.get(k).si()),
                    k -> rampThresholds.get(k).get(start).si(),
                    Math.log(rate.si()));
        }
        return new RampCurve(rate, starts, thresholds);
    }

    /** Refuses a ramp rate outside the table, so that a network can be refused when it is built. */
    public void checkRampRate(CurrentRate rate) {
        CurrentRate least = rampRates.get(0);
        CurrentRate most = rampRates.get(rampRates.size() - 1);
        Check.require(
                rate.si() >= least.si() * (1 - 1e-9) && rate.si() <= most.si() * (1 + 1e-9),
                "ReducedIonicNeuron ramp rate",
                rate,
                "must lie between " + least + " and " + most + ", the rates the circuit was measured at");
    }

    /** x of an excitable neuron at the start: the fixed point without input, -sqrt(k I_th), in 1/s. */
    public double startingPoint() {
        return fixedPoint(0);
    }

    /** x in 1/s at which an excitable neuron rests under a held current; infinity from the rheobase on: it spikes. */
    public double fixedPoint(double amperes) {
        if (amperes >= rheobase.si()) {
            return Double.POSITIVE_INFINITY;
        }
        return -Math.sqrt(excitability * Math.max(0, threshold.si() - amperes));
    }

    /**
     * Time in s until an excitable neuron spikes under a held current; infinity if it does not.
     *
     * @param x state in 1/s
     */
    public double latencyFrom(double x, double amperes) {
        if (accommodates(x, amperes)) {
            return Double.POSITIVE_INFINITY;
        }
        double a = excitability * (amperes - threshold.si());
        double w = Math.sqrt(Math.abs(a));
        double toInfinity;
        if (a > 0) {
            toInfinity = Math.atan2(w, x) / w;
        } else if (x <= w) {
            return Double.POSITIVE_INFINITY;
        } else {
            toInfinity = w == 0 ? 1 / x : Math.log1p(2 * w / (x - w)) / (2 * w);
        }
        return Math.max(0, toInfinity + spikeDelay.si());
    }

    /**
     * x of an excitable neuron after a held current; infinity if it has passed it. Exact.
     *
     * @param x state in 1/s
     * @param seconds duration, 0 or above
     */
    public double advanceExcitable(double x, double amperes, double seconds) {
        double a = excitability * (amperes - threshold.si());
        double w = Math.sqrt(Math.abs(a));
        double after;
        if (w == 0) {
            after = x * seconds >= 1 ? Double.POSITIVE_INFINITY : x / (1 - x * seconds);
        } else if (a > 0) {
            double angle = Math.atan(x / w) + w * seconds;
            after = angle >= Math.PI / 2 ? Double.POSITIVE_INFINITY : w * Math.tan(angle);
        } else {
            double t = Math.tanh(w * seconds);
            double rest = 1 - x / w * t;
            after = rest <= 0 ? Double.POSITIVE_INFINITY : (x - w * t) / rest;
        }
        return accommodates(x, amperes) ? Math.min(0, after) : after;
    }

    /** Whether the state is on the near side of a barrier that this current does not lift it over. */
    private boolean accommodates(double x, double amperes) {
        return x <= 0 && amperes < rheobase.si();
    }

    /** D in s: the time from a spike until the neuron is excitable, under a held current; infinity if it stays blocked. */
    public double recoveryTime(double amperes) {
        if (amperes < rheobase.si()) {
            return restRecovery.si();
        }
        if (amperes < recoveryCurrents.get(0).si() || amperes >= blockCurrent.si()) {
            return Double.POSITIVE_INFINITY;
        }
        return CubicTable.at(
                recoveryCurrents.size(),
                k -> recoveryCurrents.get(k).si(),
                k -> recoveryTimes.get(k).si(),
                amperes);
    }

    /** Rate in Hz of sustained firing under a held current, 1 / (D + L); 0 where it does not fire on. */
    public double firingRate(double amperes) {
        return 1 / (recoveryTime(amperes) + latencyFrom(startingPoint(), amperes));
    }

    /**
     * Dissipation in W at a current held below the threshold: linear between the table's entries and on below them;
     * held above them, for the short time that a current above threshold takes to make a spike.
     */
    public double subthresholdPower(double amperes) {
        int last = powers.size() - 1;
        if (amperes >= powerCurrents.get(last).si()) {
            return powers.get(last).si();
        }
        int k = segment(amperes);
        double from = powerCurrents.get(k).si();
        double slope = (powers.get(k + 1).si() - powers.get(k).si())
                / (powerCurrents.get(k + 1).si() - from);
        return Math.max(0, powers.get(k).si() + slope * (amperes - from));
    }

    /**
     * Dissipation in J while the current moves linearly between two values within a time, in closed form.
     *
     * @param seconds duration, 0 or above
     */
    public double subthresholdEnergy(double fromAmperes, double toAmperes, double seconds) {
        if (fromAmperes == toAmperes) {
            return subthresholdPower(fromAmperes) * seconds;
        }
        double low = Math.min(fromAmperes, toAmperes);
        double high = Math.max(fromAmperes, toAmperes);
        // the power is linear between the table's currents, so trapezoids are exact
        double sum = 0;
        double at = low;
        for (int k = 0; k <= powerCurrents.size(); k++) {
            double next = k < powerCurrents.size() ? powerCurrents.get(k).si() : high;
            next = Math.min(high, next);
            if (next > at) {
                sum += (subthresholdPower(at) + subthresholdPower(next)) / 2 * (next - at);
                at = next;
            }
        }
        return sum / (high - low) * seconds;
    }

    /** Dissipation without input. */
    public Power restPower() {
        return new Power(subthresholdPower(0));
    }

    private int segment(double amperes) {
        int k = 0;
        while (k < powers.size() - 2 && powerCurrents.get(k + 1).si() <= amperes) {
            k++;
        }
        return k;
    }
}
