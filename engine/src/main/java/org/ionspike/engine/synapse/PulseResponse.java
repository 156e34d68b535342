package org.ionspike.engine.synapse;

import org.ionspike.engine.units.Check;

/**
 * How far equal programming pulses move a device: fast where they begin, slow at the far end, and not equally far up and
 * down.
 *
 * <pre>up:    w = (1 - e^(-nu x)) / c,       down:  w = 1 - (1 - e^(-nu x)) / c,       c = 1 - e^(-nu)</pre>
 *
 * x counts the pulses in units of those that cross the whole range. A change {@code delta} that a learning rule asks for
 * is a number of pulses, {@code x = delta}, of which an asymmetry a makes {@code (1 + a) delta} upward and
 * {@code (1 - a) delta} downward; what the device then delivers is exact for any number of pulses:
 *
 * <pre>up:    dw = (1/c - w) (1 - e^(-nu x))             about x nu (1/c - w)
 * down:  dw = -(1/c - (1 - w)) (1 - e^(-nu x))       about -x nu (1/c - 1 + w)</pre>
 *
 * <p>So the response multiplies the soft bounds of a rule; it does not replace them. With both, the steps of
 * {@code WinnerStdp} balance at w = 1/2 + (ln(p aPlus / ((1 - p) aMinus)) + ln(f_up(w) / f_down(w))) / (4 b), f the two
 * factors on the right. A rule that leaves its bounds to the device has {@code b = 0}, or weight dependence 0. The pulses
 * of {@code PulseSeries} and {@code DeviceTiming} ask for the change of the adsorbed coverage, which has bounds of its own.
 *
 * <p>Source of the curve: the device model of NeuroSim (Chen, Peng, Yu, IEEE TCAD 37, 3067 (2018)), whose A is 1/nu in
 * units of the pulses that cross the range; the labels -9 to 9 that NeuroSim gives to nonlinearity are other numbers. The
 * asymmetry, and taking what a rule asks for as a number of pulses, are our modelling choice.
 *
 * @param nonlinearityUp nu of pulses up, -10 to 10; 0 for equal steps, negative for steps that grow on their way
 * @param nonlinearityDown nu of pulses down, -10 to 10
 * @param asymmetry a, above -1 and below 1; 0 for as many pulses up as down, positive for fewer up
 */
public record PulseResponse(double nonlinearityUp, double nonlinearityDown, double asymmetry) {
    public PulseResponse {
        Check.between("PulseResponse.nonlinearityUp", nonlinearityUp, -10, 10);
        Check.between("PulseResponse.nonlinearityDown", nonlinearityDown, -10, 10);
        Check.require(
                asymmetry > -1 && asymmetry < 1,
                "PulseResponse.asymmetry",
                asymmetry,
                "must lie between -1 and 1, both excluded");
    }

    /** Every pulse moves the device equally far. */
    public static PulseResponse linear() {
        return new PulseResponse(0, 0, 0);
    }

    /** Whether a device delivers what it is asked for. */
    public boolean isLinear() {
        return nonlinearityUp == 0 && nonlinearityDown == 0 && asymmetry == 0;
    }

    /**
     * The change of weight that a device delivers.
     *
     * @param weight before, 0 to 1
     * @param delta what it is asked for, positive for up
     */
    public double delivered(double weight, double delta) {
        return delta > 0
                ? climbed(nonlinearityUp, weight, (1 + asymmetry) * delta)
                : -climbed(nonlinearityDown, 1 - weight, -(1 - asymmetry) * delta);
    }

    /** How far so many pulses take a device that has come so far already. */
    private static double climbed(double nu, double from, double pulses) {
        return nu == 0 ? pulses : (1 / -Math.expm1(-nu) - from) * -Math.expm1(-nu * pulses);
    }
}
