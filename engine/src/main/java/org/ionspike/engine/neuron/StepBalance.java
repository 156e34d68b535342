package org.ionspike.engine.neuron;

/**
 * What one step of a model must keep in balance, worked out anew in double precision from the states at both ends of the
 * step, by the trapezoid rule.
 */
public interface StepBalance {
    /**
     * How far one neuron is out of balance, in parts of what is allowed: 1 is the bound.
     *
     * @param charge charge that the capacitance took up, less what the currents brought
     * @param energy energy dissipated by the books of the kernel, less the dissipation of the states
     * @param closure energy stored and dissipated, less what sources and batteries delivered
     */
    record Departure(double charge, double energy, double closure) {}

    /**
     * The departure of one neuron in one step.
     *
     * @param before state variables at the start of the step, in the order in which the model lists them
     * @param after the same at its end
     * @param amperes input current
     * @param dissipatedJoules by the books of the kernel in this step; NaN where none are kept
     */
    Departure of(float[] before, float[] after, double amperes, double stepSeconds, double dissipatedJoules);
}
