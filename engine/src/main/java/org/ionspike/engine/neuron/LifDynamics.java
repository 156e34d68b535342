package org.ionspike.engine.neuron;

/** The exact step of a LIF membrane, and the choice of its kernel. */
final class LifDynamics {
    /** What is left of an impulse counts as gone when it changes v by less than this, in V (relative for siemens). */
    private static final float QUIET = 1e-8f;

    private LifDynamics() {}

    static PointDynamics of(LifNeuron model, KernelSettings settings) {
        boolean fused = settings.backend() == Backend.FUSED;
        return switch (model.response()) {
            case DELTA -> fused ? new FusedLif.Delta(model, settings) : new VectorizedLif.Delta(model, settings);
            case EXPONENTIAL_CURRENT ->
                fused ? new FusedLif.Exponential(model, settings) : new VectorizedLif.Exponential(model, settings);
            case ALPHA_CURRENT ->
                fused ? new FusedLif.Alpha(model, settings) : new VectorizedLif.Alpha(model, settings);
            case EXPONENTIAL_CONDUCTANCE ->
                fused ? new FusedLif.Conductance(model, settings) : new VectorizedLif.Conductance(model, settings);
        };
    }

    /** e^(-h / tau). */
    static double decay(double seconds, double tau) {
        return Math.exp(-seconds / tau);
    }

    /** What a constant current of 1 A adds to v in a step: (1 - e^(-h / tau_m)) / g_L. */
    static double perAmpere(LifNeuron model, double seconds) {
        return -Math.expm1(-seconds / model.membraneTime().si()) / model.leak().si();
    }

    /**
     * What a current of 1 A that decays with tau adds to v in a step:
     * (tau_m tau / (C (tau_m - tau))) (e^(-h / tau_m) - e^(-h / tau)), in a form that holds for tau = tau_m too.
     */
    static double perDecayingAmpere(LifNeuron model, double seconds, double tau) {
        double rate = 1 / tau - 1 / model.membraneTime().si();
        double x = rate * seconds; // (1 - e^-x) / x -> 1 for equal times
        double share = Math.abs(x) < 1e-9 ? 1 - x / 2 : -Math.expm1(-x) / x;
        return decay(seconds, model.membraneTime().si())
                * seconds
                / model.capacitance().si()
                * share;
    }

    /**
     * What a current t 1 A/s e^(-t / tau) that begins with the step adds to v in it: the integral of
     * e^(-(h - t) / tau_m) t e^(-t / tau) / C.
     */
    static double perRisingAmpere(LifNeuron model, double seconds, double tau) {
        double rate = 1 / tau - 1 / model.membraneTime().si();
        double x = rate * seconds;
        // (1 - (1 + x) e^-x) / x^2 = 1/2 - x/3 + x^2/8 - x^3/30 ...
        double share = Math.abs(x) < 1e-3
                ? 0.5 - x / 3 + x * x / 8 - x * x * x / 30
                : (-Math.expm1(-x) - x * Math.exp(-x)) / (x * x);
        return decay(seconds, model.membraneTime().si())
                * seconds
                * seconds
                / model.capacitance().si()
                * share;
    }

    /** Whether impulses are over: {@code volts} is what one unit of them moves v by. */
    static boolean areQuiet(float volts, float[]... impulses) {
        for (float[] values : impulses) {
            for (float value : values) {
                if (!(Math.abs(value) * volts < QUIET)) {
                    return false;
                }
            }
        }
        return true;
    }
}
