package org.ionspike.engine.physics;

import static org.ionspike.engine.units.Units.nm;

import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Length;
import org.ionspike.engine.units.Temperature;

/**
 * Interaction of two ions in a water film a few molecules thick between walls of low permittivity: logarithmic up to the
 * dielectric length xi, and weak beyond it.
 *
 * <pre>
 * u(r) / kT = -s_i s_j Gamma ln((r + c) / (r + xi))      s = +1, -1
 * force / kT = s_i s_j Gamma (xi - c) / ((r + c) (r + xi))      positive: repulsion
 * </pre>
 *
 * Source: the published inputs of PEmRobin/2D-nanofluidic-memristors (Gamma = z^2 xi / 60 A, xi = 138.3 A, c = 1 A), which
 * stand for one water layer. Two and three layers are our choice: film heights 0.70, 1.05 and 1.40 nm with unchanged
 * permittivities, so that xi grows with the height and Gamma falls with it.
 *
 * @param gamma Gamma, energy scale over kT, above 0
 * @param dielectricLength xi, above the softening
 * @param softening c, keeps the point charges finite, above 0
 */
public record ConfinedCoulomb(double gamma, Length dielectricLength, Length softening) {
    private static final double ONE_LAYER_XI_NM = 13.83;
    private static final double ONE_LAYER_GAMMA = 13.83 / 6.0; // z = 1, 298 K
    private static final double PUBLISHED_KELVIN = 298;

    public ConfinedCoulomb {
        Check.positive("ConfinedCoulomb.gamma", gamma);
        Check.positive("ConfinedCoulomb.softening", softening);
        Check.positive("ConfinedCoulomb.dielectricLength", dielectricLength);
        Check.require(
                dielectricLength.si() > softening.si(),
                "ConfinedCoulomb.dielectricLength",
                dielectricLength,
                "must be above the softening (" + softening + ")");
    }

    /**
     * A film of so many water layers.
     *
     * @param layers 1, 2 or 3
     * @param valence z, charges per ion, at least 1
     * @param temperature Gamma is proportional to 1/T, at fixed permittivities
     */
    public static ConfinedCoulomb layers(int layers, int valence, Temperature temperature) {
        Check.between("ConfinedCoulomb.layers", layers, 1, 3);
        Check.atLeast("ConfinedCoulomb.valence", valence, 1);
        Check.positive("ConfinedCoulomb.temperature", temperature);
        double height = (layers + 1) / 2.0; // of one layer: 0.70, 1.05, 1.40 nm
        double gamma = valence * valence * ONE_LAYER_GAMMA * PUBLISHED_KELVIN / temperature.si() / height;
        return new ConfinedCoulomb(gamma, nm(ONE_LAYER_XI_NM * height), nm(0.1));
    }

    /** u / kT of two ions, in which {@code signs} is the product of their signs. */
    public double energy(Length distance, int signs) {
        double r = distance.si();
        return -signs * gamma * Math.log((r + softening.si()) / (r + dielectricLength.si()));
    }
}
