package org.ionspike.engine.physics;

import static org.ionspike.engine.units.Units.kelvin;
import static org.ionspike.engine.units.Units.nm;

import org.ionspike.engine.units.ArealDensity;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Conductance;
import org.ionspike.engine.units.Diffusivity;
import org.ionspike.engine.units.ElectricField;
import org.ionspike.engine.units.Length;
import org.ionspike.engine.units.Temperature;

/**
 * A two-dimensional ionic slit: a memristor whose state is the mobile fraction n of its ions, between 0 and 1.
 *
 * <pre>
 * E = |V| / L      u = (E / E_s)^p      K = K_0 + u K_inf / (K_inf + u)      kappa = chi kappa_0 (1 + E / E_a)
 * k_d = kappa rho_ref K      k_a = kappa rho
 * dn/dt = k_d (1 - n) - k_a n^2
 * I = g n V      g = m 2 N D (z e)^2 / (k T L^2)
 * </pre>
 *
 * Pairs of ions dissociate in the field (second Wien effect) and recombine two by two. Everything depends on |V|, so
 * the slit is unipolar; at a fixed voltage it has one stable state, and at zero field it forgets as 1/t. All methods
 * take SI numbers and are meant for inner use at reference quality; voltages of any size are allowed.
 *
 * <p>Source: our choice. These are two-state pair kinetics fitted to the published particle simulations of
 * PEmRobin/2D-nanofluidic-memristors (root mean square error of ln n over the loop 0.054); they are not the equations
 * of a paper. K_0 is poorly constrained, and chi below 1 (slower ions, adsorption) is imposed, not predicted.
 *
 * @param length L, distance between the ends, above 0
 * @param ionsPerSign N, ions of each sign in one slit, above 0
 * @param density rho, ions of one sign per area, above 0
 * @param valence z, charges per ion, at least 1
 * @param diffusivity D of a free ion, above 0
 * @param temperature T, above 0
 * @param multiplicity m, equal slits side by side, 0 or above; 0 removes the slit from a circuit
 * @param recombination kappa_0, rate constant of pair recombination without field, above 0
 * @param recombinationField E_a, field that doubles the recombination constant, above 0
 * @param dissociationAtRest K_0, pair dissociation constant without field over rho_ref, 0 or above
 * @param dissociationLimit K_inf, what the field can add to it at most, above 0
 * @param dissociationField E_s, field at which it has added about 1, above 0
 * @param dissociationExponent p, above 0
 * @param rateMultiplier chi, factor on all rates, above 0; 1 is the calibrated slit
 */
public record Slit(
        Length length,
        double ionsPerSign,
        ArealDensity density,
        int valence,
        Diffusivity diffusivity,
        Temperature temperature,
        double multiplicity,
        Diffusivity recombination,
        ElectricField recombinationField,
        double dissociationAtRest,
        double dissociationLimit,
        ElectricField dissociationField,
        double dissociationExponent,
        double rateMultiplier)
        implements Memristor {

    /** rho_ref in m^-2: the areal density that makes K a pure number, a definition. */
    public static final double REFERENCE_DENSITY = 1e15;

    public Slit {
        Check.positive("Slit.length", length);
        Check.positive("Slit.ionsPerSign", ionsPerSign);
        Check.positive("Slit.density", density);
        Check.atLeast("Slit.valence", valence, 1);
        Check.positive("Slit.diffusivity", diffusivity);
        Check.positive("Slit.temperature", temperature);
        Check.notNegative("Slit.multiplicity", multiplicity);
        Check.positive("Slit.recombination", recombination);
        Check.positive("Slit.recombinationField", recombinationField);
        Check.notNegative("Slit.dissociationAtRest", dissociationAtRest);
        Check.positive("Slit.dissociationLimit", dissociationLimit);
        Check.positive("Slit.dissociationField", dissociationField);
        Check.positive("Slit.dissociationExponent", dissociationExponent);
        Check.positive("Slit.rateMultiplier", rateMultiplier);
    }

    /** The potassium slit of the default neuron. */
    public Slit() {
        this(nm(20), 40, new ArealDensity(1e13), 1, 0.168);
    }

    /**
     * A slit with the calibrated kinetics and this geometry.
     *
     * @param multiplicity equal slits side by side, 0 or above
     * @param rateMultiplier factor on all rates, above 0
     */
    public Slit(Length length, double ionsPerSign, ArealDensity density, double multiplicity, double rateMultiplier) {
        this(
                length,
                ionsPerSign,
                density,
                2, // z, D and T are those of the published particle simulations
                new Diffusivity(1.0336e-9),
                kelvin(298),
                multiplicity,
                new Diffusivity(1.48e-8), // kappa_0 to p: our fit to their loop
                new ElectricField(5.136e6),
                1e-6,
                54,
                new ElectricField(5.947e7),
                5.41,
                rateMultiplier);
    }

    /** The potassium slit of the default neuron: 20 nm, 40 ions per sign at 1e13 m^-2, chi 0.168; g = 5.159 nS. */
    public static Slit potassium() {
        return new Slit();
    }

    /** The five sodium slits of the default neuron: as {@link #potassium()}, at 1e14 m^-2; g = 25.795 nS. */
    public static Slit sodium() {
        return new Slit(nm(20), 40, new ArealDensity(1e14), 5, 0.168);
    }

    /** The transmitting slit of the default synapse: as {@link #potassium()}, ten times slower. */
    public static Slit synaptic() {
        return new Slit(nm(20), 40, new ArealDensity(1e13), 1, 0.0168);
    }

    /** Potassium slit with the geometry of the published particle neuron: 2 um, 4000 ions per sign; g = 51.59 pS. */
    public static Slit robin2021Potassium() {
        return new Slit(nm(2000), 4000, new ArealDensity(1e13), 1, 1);
    }

    /** Sodium slits with the geometry of the published particle neuron: 2 um, 4000 ions per sign; g = 258 pS. */
    public static Slit robin2021Sodium() {
        return new Slit(nm(2000), 4000, new ArealDensity(1e14), 5, 1);
    }

    /** This slit with another length and as many ions: the same voltage is another field. */
    public Slit withLength(Length value) {
        return with(value, density, multiplicity, rateMultiplier);
    }

    /** This slit at another areal density. */
    public Slit withDensity(ArealDensity value) {
        return with(length, value, multiplicity, rateMultiplier);
    }

    /** As many of these slits side by side. */
    public Slit withMultiplicity(double value) {
        return with(length, density, value, rateMultiplier);
    }

    /** This slit with all its rates multiplied by {@code value} instead. */
    public Slit withRateMultiplier(double value) {
        return with(length, density, multiplicity, value);
    }

    private Slit with(Length newLength, ArealDensity newDensity, double newMultiplicity, double newRateMultiplier) {
        return new Slit(
                newLength,
                ionsPerSign,
                newDensity,
                valence,
                diffusivity,
                temperature,
                newMultiplicity,
                recombination,
                recombinationField,
                dissociationAtRest,
                dissociationLimit,
                dissociationField,
                dissociationExponent,
                newRateMultiplier);
    }

    /** This slit with other pair kinetics: kappa_0, E_a, K_0, K_inf, E_s and p; see the record's components. */
    public Slit withKinetics(
            Diffusivity kappa0,
            ElectricField doublingField,
            double atRest,
            double limit,
            ElectricField wienField,
            double exponent) {
        return new Slit(
                length,
                ionsPerSign,
                density,
                valence,
                diffusivity,
                temperature,
                multiplicity,
                kappa0,
                doublingField,
                atRest,
                limit,
                wienField,
                exponent,
                rateMultiplier);
    }

    /** g: the conductance of all m slits when every ion is free, exact for ions that do not interact. */
    public Conductance maximalConductance() {
        double charge = valence * PhysicalConstants.ELEMENTARY_CHARGE;
        double energy = PhysicalConstants.BOLTZMANN * temperature.si();
        return new Conductance(multiplicity
                * 2
                * ionsPerSign
                * diffusivity.si()
                * charge
                * charge
                / energy
                / (length.si() * length.si()));
    }

    /** As {@link #maximalConductance()}. */
    @Override
    public Conductance unitConductance() {
        return maximalConductance();
    }

    /** k_d in 1/s: pairs that dissociate per second and pair. */
    public double dissociationRate(double volts) {
        return kappa(volts) * REFERENCE_DENSITY * dissociationConstant(volts);
    }

    /** k_a in 1/s: the n^2 coefficient of recombination. */
    public double recombinationRate(double volts) {
        return kappa(volts) * density.si();
    }

    /** n at which the slit rests when this voltage is held: the positive root of k_d (1 - n) = k_a n^2. */
    public double steadyMobileFraction(double volts) {
        double kd = dissociationRate(volts);
        double r = relaxationRate(kd, recombinationRate(volts));
        return r == 0 ? 0 : 2 * kd / (kd + r);
    }

    /** As {@link #steadyMobileFraction}. */
    @Override
    public double steadyState(double volts) {
        return steadyMobileFraction(volts);
    }

    /** Time constant in s of a small departure from the steady state: 1 / sqrt(k_d^2 + 4 k_d k_a). */
    @Override
    public double relaxationTimeSeconds(double volts) {
        return 1 / relaxationRate(dissociationRate(volts), recombinationRate(volts));
    }

    /**
     * The exact solution of the Riccati equation at a held voltage,
     *
     * <pre>n(h) = ((1 - s k_d) n0 + 2 s k_d) / (2 s k_a n0 + 1 + s k_d),   s = tanh(r h / 2) / r,   r^2 = k_d^2 + 4 k_d k_a</pre>
     */
    @Override
    public MoebiusMap held(double volts, double seconds) {
        double kd = dissociationRate(volts);
        double ka = recombinationRate(volts);
        double r = relaxationRate(kd, ka);
        double s = r == 0 ? seconds / 2 : Math.tanh(r * seconds / 2) / r;
        return new MoebiusMap(Math.max(0, 1 - s * kd), 2 * s * kd, 2 * s * ka, 1 + s * kd);
    }

    /**
     * The mobile fraction after this voltage was held for a time, exact; it stays within 0 and 1 for every step.
     *
     * @param n0 mobile fraction at the start, 0 to 1
     * @param seconds duration, 0 or above, of any length
     */
    @Override
    public double advance(double n0, double volts, double seconds) {
        return Math.min(1, Math.max(0, held(volts, seconds).apply(n0)));
    }

    /**
     * The integral of n over a time at a held voltage, in s; g V times it is the charge that passed.
     *
     * <p>With n = u' / (k_a u) the equation is linear, u'' = -k_d u' + k_a k_d u, and the integral is ln(u(h)/u(0)) / k_a.
     * Written so that only numbers of one sign are added.
     *
     * @param n0 mobile fraction at the start, 0 to 1
     * @param seconds duration, 0 or above
     */
    public double mobileFractionIntegral(double n0, double volts, double seconds) {
        double kd = dissociationRate(volts);
        double ka = recombinationRate(volts);
        double r = relaxationRate(kd, ka);
        if (r == 0) {
            return Math.log1p(ka * n0 * seconds) / ka;
        }
        double falling = -(kd + r) / 2;
        double growing = -ka * kd / falling;
        if (growing * seconds > 1) {
            // n = n_inf + m:  integral of m = ln(1 + k_a m0 (1 - e^{-r h}) / r) / k_a, at most 0.7 of the first term
            double steady = growing / ka;
            return steady * seconds + Math.log1p(-ka * (n0 - steady) * Math.expm1(-r * seconds) / r) / ka;
        }
        double fromPairs = (growing * expm2(falling * seconds) - falling * expm2(growing * seconds)) / r;
        double fromFree = -ka * n0 * Math.exp(growing * seconds) * Math.expm1(-r * seconds) / r;
        return Math.log1p(fromPairs + fromFree) / ka;
    }

    /** As {@link #mobileFractionIntegral}. */
    @Override
    public double stateIntegral(double n0, double volts, double seconds) {
        return mobileFractionIntegral(n0, volts, seconds);
    }

    private double kappa(double volts) {
        return rateMultiplier * recombination.si() * (1 + field(volts) / recombinationField.si());
    }

    private double dissociationConstant(double volts) {
        double u = Math.pow(field(volts) / dissociationField.si(), dissociationExponent);
        // u K_inf / (K_inf + u), so written that u = 0 and u = infinity give 0 and K_inf
        return dissociationAtRest + dissociationLimit / (1 + dissociationLimit / u);
    }

    private double field(double volts) {
        return Math.abs(volts) / length.si();
    }

    private static double relaxationRate(double kd, double ka) {
        return Math.sqrt(kd) * Math.sqrt(kd + 4 * ka);
    }

    /** e^x - 1 - x without cancellation. */
    private static double expm2(double x) {
        if (Math.abs(x) > 0.5) {
            return Math.expm1(x) - x;
        }
        double term = x * x / 2;
        double sum = term;
        for (int k = 3; Math.abs(term) > 1e-17 * sum; k++) {
            term *= x / k;
            sum += term;
        }
        return sum;
    }
}
