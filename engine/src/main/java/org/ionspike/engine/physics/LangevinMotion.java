package org.ionspike.engine.physics;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Strang steps of a circuit with Langevin noise on both fractions. */
final class LangevinMotion implements NoisyCircuit.Motion {
    private final CircuitPath path;
    private final IonPairs sodium;
    private final IonPairs potassium;
    private final double stepSeconds;
    private final ZigguratSampler.NormalizedGaussian gaussian;

    LangevinMotion(
            CircuitPath path, IonPairs sodium, IonPairs potassium, double stepSeconds, UniformRandomProvider random) {
        this.path = path;
        this.sodium = sodium;
        this.potassium = potassium;
        this.stepSeconds = stepSeconds;
        this.gaussian = ZigguratSampler.NormalizedGaussian.of(random);
    }

    @Override
    public void advance(InputCurrent.Piece piece, double until) {
        double end = Math.min(until, path.seconds() + stepSeconds);
        double h = end - path.seconds();
        path.relax(piece, h / 2);
        double v = path.volts();
        path.hold(
                sodium.langevin(path.sodium(), v, h, gaussian.sample()),
                potassium.langevin(path.potassium(), v, h, gaussian.sample()));
        path.relax(piece, end - path.seconds());
    }
}
