package org.ionspike.engine.physics;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * The counted ions of a circuit, event by event. In a window the total rate stays below its value at the largest |V| there;
 * a waiting time is drawn with that bound, and the event at its end happens with the ratio of rate and bound (thinning).
 */
final class GillespieMotion implements NoisyCircuit.Motion {
    private final CircuitPath path;
    private final IonPairs sodium;
    private final IonPairs potassium;
    private final double windowSeconds;
    private final UniformRandomProvider random;
    private final ZigguratSampler.Exponential exponential;
    private int freeSodium;
    private int freePotassium;

    GillespieMotion(
            CircuitPath path, IonPairs sodium, IonPairs potassium, double windowSeconds, UniformRandomProvider random) {
        this.path = path;
        this.sodium = sodium;
        this.potassium = potassium;
        this.windowSeconds = windowSeconds;
        this.random = random;
        this.exponential = ZigguratSampler.Exponential.of(random);
        freeSodium = whole(path.sodium() * sodium.pairs());
        freePotassium = whole(path.potassium() * potassium.pairs());
        hold();
    }

    private int whole(double ions) {
        int below = (int) ions;
        return random.nextDouble() < ions - below ? below + 1 : below;
    }

    private void hold() {
        path.hold((double) freeSodium / sodium.pairs(), (double) freePotassium / potassium.pairs());
    }

    @Override
    public void advance(InputCurrent.Piece piece, double until) {
        double window = Math.min(windowSeconds, until - path.seconds());
        double largest = path.largestVolts(piece, window);
        double bound = sodium.dissociation(freeSodium, largest)
                + sodium.association(freeSodium, largest)
                + potassium.dissociation(freePotassium, largest)
                + potassium.association(freePotassium, largest);
        double wait = exponential.sample() / bound;
        if (wait >= window) {
            path.relax(piece, window);
            return;
        }
        path.relax(piece, wait);
        double v = path.volts();
        double draw = random.nextDouble() * bound;
        double apartNa = sodium.dissociation(freeSodium, v);
        double togetherNa = sodium.association(freeSodium, v);
        double apartK = potassium.dissociation(freePotassium, v);
        double togetherK = potassium.association(freePotassium, v);
        if (draw < apartNa) {
            freeSodium++;
        } else if (draw < apartNa + togetherNa) {
            freeSodium--;
        } else if (draw < apartNa + togetherNa + apartK) {
            freePotassium++;
        } else if (draw < apartNa + togetherNa + apartK + togetherK) {
            freePotassium--;
        }
        hold();
    }
}
