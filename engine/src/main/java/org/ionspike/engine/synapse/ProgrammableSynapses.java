package org.ionspike.engine.synapse;

/** Devices whose weight can be changed, as a plasticity rule sees them. */
public interface ProgrammableSynapses extends LineDevices, PlasticSynapses {
    @Override
    Connectivity connectivity();

    /**
     * Asks one device for a change of weight. What it does depends on the device: its own step size, its response
     * to pulses, cycle noise, the nearest states (drawn between them so that the mean is right), its bounds, or nothing when it is stuck.
     */
    @Override
    void change(int line, int k, double delta);

    /** Lets time pass without voltage on devices whose lines are at rest: weights relax, stuck devices stay. */
    void age(double seconds);

    /**
     * Writes every device that has relaxed back to the weight it was last programmed to, exactly, as with a write that is
     * verified; the pulses are counted and charged, verifying is not. Our modelling choice.
     */
    void refresh();

    /** Number of devices that were actually programmed since the start. */
    long writes();

    /** Energy of the programming pulses since the start, in J. */
    double programmingJoules();

    /** Copies of all weights, one row per line. */
    float[][] weights();
}
