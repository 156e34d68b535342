package org.ionspike.engine.neuron;

import java.util.Map;
import org.ionspike.engine.units.Conductance;
import org.ionspike.engine.units.Current;
import org.ionspike.engine.units.Quantity;
import org.ionspike.engine.units.Time;

/**
 * Input that makes a model spike, so that one suite can test all of them: its step, and currents and voltages in
 * proportion to what its neurons answer to.
 *
 * @param dt step in s
 * @param scale half as much again as the least current that makes a resting neuron spike within 600 steps, in A
 * @param rest voltage at rest in V
 * @param span from rest to the highest voltage that neuron reaches, in V
 * @param settleSteps steps under a clamp near rest after which it soon is at rest
 */
public record Stimulus(double dt, double scale, double rest, double span, int settleSteps) {
    private static final int SEARCH_STEPS = 600;

    /** Of circuit neurons, whose slits forget slowly; a clamp costs them nothing. */
    private static final Stimulus IONIC = new Stimulus(5e-6, 100e-12, -0.0301, 0.4, 199_000);

    private static final Map<String, Stimulus> KNOWN = Map.of("ionic-neuron", IONIC, "reduced-ionic-neuron", IONIC);

    private static final Map<String, Double> KNOWN_STEPS = Map.of("hodgkin-huxley-neuron", 25e-6);

    public static Stimulus of(NeuronModel model) {
        Stimulus known = KNOWN.get(model.name());
        return known == null ? search(model) : known;
    }

    private static Stimulus search(NeuronModel model) {
        double dt = KNOWN_STEPS.getOrDefault(model.name(), 100e-6);
        while (isRefused(model, dt)) {
            dt /= 2;
        }
        double high = 1e-15;
        while (spikesOf(run(model, dt, high)) == 0) {
            high *= 2;
            if (high > 1) {
                throw new AssertionError("'" + model.name() + "' does not spike below 1 A");
            }
        }
        double low = high / 2;
        for (int k = 0; k < 6; k++) {
            double middle = (low + high) / 2;
            if (spikesOf(run(model, dt, middle)) == 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double scale = 1.5 * high;
        KernelRun run = run(model, dt, 0);
        double rest = run.state("v")[0];
        double top = rest;
        run.drive(new float[] {(float) scale});
        for (int k = 0; k < SEARCH_STEPS; k++) {
            top = Math.max(top, run.to(run.step() + 1).state("v")[0]);
        }
        return new Stimulus(dt, scale, rest, top - rest, 2_000);
    }

    private static boolean isRefused(NeuronModel model, double dt) {
        try {
            run(model, dt, 0);
            return false;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private static KernelRun run(NeuronModel model, double dt, double amperes) {
        var settings = new KernelSettings(1, new Time(dt), Backend.FUSED, true, true);
        return new KernelRun(model.kernel(settings), dt).drive(new float[] {(float) amperes});
    }

    private static int spikesOf(KernelRun run) {
        return run.to(SEARCH_STEPS).spikes().size();
    }

    /** A voltage near rest. */
    double clampVolts() {
        return rest + 1e-4;
    }

    /** Rate of a ramp in A/s that grows by the scale in 400 steps. */
    double ramp() {
        return scale / (400 * dt);
    }

    /** The size of an impulse that matters, in the quantity of a receptor. */
    double impulse(Class<? extends Quantity> quantity) {
        if (quantity == Current.class) {
            return scale;
        }
        return quantity == Conductance.class ? scale / span : 0.3 * span;
    }
}
