package org.ionspike.engine.physics;

import static org.ionspike.engine.units.Units.kelvin;
import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.nm;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.ionspike.engine.units.ArealDensity;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Concentration;
import org.ionspike.engine.units.Conductance;
import org.ionspike.engine.units.Diffusivity;
import org.ionspike.engine.units.Length;
import org.ionspike.engine.units.Temperature;
import org.ionspike.engine.units.Viscosity;
import org.ionspike.engine.units.Voltage;

/**
 * A conical channel with a charged wall, full of electrolyte: a bipolar memristor whose state g is its conductance over
 * that at 0 V. A voltage collects salt in it or drives salt out, which takes the time of diffusion along it.
 *
 * <pre>
 * dg/dt = (g_inf(V) - g) / tau      tau = L^2 / (12 D)      I = G_0 g V      G_0 = 2 c_b D e^2 / (kT) pi R_b R_t / L
 * g_inf(V) = 1/L integral of c(x, V) / c_b dx
 * c / c_b = 1 - 2 (e V / kT) Du (R_b - R_t) / R_b h(p, s)      h = [s - (e^{p s} - 1) / (e^p - 1)] / p
 * Du = sigma / (2 c_b R_t)      p = eps zeta V / (eta D)      s = (x / L) R_t / R(x)
 * </pre>
 *
 * V is the potential at the tip minus that at the base, x runs from the base, sigma counts elementary charges, and c_b
 * is the number density of the salt. c follows from slender-channel theory: diffusion, electro-osmosis and what the
 * field moves of the ions that balance the wall carry together the same salt through every cross-section, in the field
 * of a uniform electrolyte (derived in docs/slit.md). Surface conduction at 0 V is left out of G_0.
 *
 * <p>Source: Kamsma, Boon, ter Rele, Spitoni and van Roij, PRL 130, 268401 (2023),
 * doi:10.1103/PhysRevLett.130.268401, not read itself: form and numbers were read in the authors' code,
 * TMKamsma/Pyontronics (which has D 1e-9 m^2/s), and in a summary of the paper (D 1.75e-9 m^2/s).
 *
 * <p>Limits: linear in Du. Beyond {@link #depletionVoltage()} the concentration falls below 0 near the tip, where the
 * theory has lost its meaning although the mean is still positive; where the mean is not, the voltage is refused. As in
 * the source g_inf is the mean concentration; the resistance in series of all cross-sections would weight the tip more.
 *
 * @param length L, above 0
 * @param baseRadius R_b, above {@code tipRadius}
 * @param tipRadius R_t, above 0
 * @param surfaceCharge sigma over e, elementary charges per area of wall, of either sign
 * @param zeta potential of the wall, of either sign
 * @param diffusivity D of both ions, above 0
 * @param concentration of a salt of monovalent ions in both reservoirs, above 0
 * @param temperature T, above 0
 * @param viscosity eta, above 0
 * @param relativePermittivity eps over that of the vacuum, above 0
 */
public record ConicalChannel(
        Length length,
        Length baseRadius,
        Length tipRadius,
        ArealDensity surfaceCharge,
        Voltage zeta,
        Diffusivity diffusivity,
        Concentration concentration,
        Temperature temperature,
        Viscosity viscosity,
        double relativePermittivity)
        implements Memristor {
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(64);

    /** Below this Peclet number h comes from its expansion, whose next term is below 1e-10 of it. */
    private static final double SMALL_PECLET = 1e-4;

    /** No depletion is looked for beyond this voltage. */
    private static final double MOST_VOLTS = 1000;

    public ConicalChannel {
        Check.positive("ConicalChannel.length", length);
        Check.positive("ConicalChannel.tipRadius", tipRadius);
        Check.require(
                baseRadius.si() > tipRadius.si() && Double.isFinite(baseRadius.si()),
                "ConicalChannel.baseRadius",
                baseRadius,
                "must be above tipRadius (" + tipRadius + ") and finite: a cylinder does not remember");
        Check.finite("ConicalChannel.surfaceCharge", surfaceCharge);
        Check.finite("ConicalChannel.zeta", zeta);
        Check.positive("ConicalChannel.diffusivity", diffusivity);
        Check.positive("ConicalChannel.concentration", concentration);
        Check.positive("ConicalChannel.temperature", temperature);
        Check.positive("ConicalChannel.viscosity", viscosity);
        Check.positive("ConicalChannel.relativePermittivity", relativePermittivity);
    }

    /** The channel of 10 um: radii 200 and 50 nm, 0.1 mmol/L, -0.0015 e/nm^2; tau 4.76 ms, G_0 4.20 pS. */
    public ConicalChannel() {
        this(
                nm(10_000),
                nm(200),
                nm(50),
                new ArealDensity(-1.5e15),
                mV(-10.2464),
                new Diffusivity(1.75e-9),
                new Concentration(0.1),
                kelvin(293.15),
                new Viscosity(1.009e-3),
                80.23);
    }

    /**
     * The channel of 1 um of the source's spiking circuit, tau 0.048 ms. Choice: its radii are those of the 10 um one.
     */
    public static ConicalChannel fast() {
        return new ConicalChannel().withLength(nm(1000));
    }

    /**
     * The channel of 25 um of the source's spiking circuit, tau 30 ms. Choice: its radii are those of the 10 um one.
     */
    public static ConicalChannel slow() {
        return new ConicalChannel().withLength(nm(25_000));
    }

    /** This channel with another length. */
    public ConicalChannel withLength(Length value) {
        return new ConicalChannel(
                value,
                baseRadius,
                tipRadius,
                surfaceCharge,
                zeta,
                diffusivity,
                concentration,
                temperature,
                viscosity,
                relativePermittivity);
    }

    /** G_0: the conductance at 0 V, that of the electrolyte alone. */
    @Override
    public Conductance unitConductance() {
        double siemensPerMetre = 2
                * ionPairsPerVolume()
                * diffusivity.si()
                * PhysicalConstants.ELEMENTARY_CHARGE
                / PhysicalConstants.thermalVoltage(temperature.si());
        return new Conductance(siemensPerMetre * Math.PI * baseRadius.si() * tipRadius.si() / length.si());
    }

    /**
     * g_inf, to 1e-12 of itself.
     *
     * @throws IllegalArgumentException at a voltage that drives so much salt out that the linear theory leaves none
     */
    @Override
    public double steadyState(double volts) {
        double low = Math.log(tipRadius.si());
        double high = Math.log(baseRadius.si());
        double taper = baseRadius.si() - tipRadius.si();
        double sum = 0;
        // over ln R, in which s is smooth however narrow the tip: dx / L = -R d(ln R) / (R_b - R_t)
        for (int k = 0; k < RULE.getNumberOfPoints(); k++) {
            double radius = Math.exp(low + (high - low) * (1 + RULE.getPoint(k)) / 2);
            sum += RULE.getWeight(k) * concentrationAt(radius, volts) * radius / taper;
        }
        double mean = sum * (high - low) / 2;
        if (!(mean > 0)) {
            throw new IllegalArgumentException("Voltage on the ConicalChannel (" + new Voltage(volts)
                    + ") drives out more salt than there is in this linear theory; stay within " + depletionVoltage()
                    + ".");
        }
        return mean;
    }

    /** tau = L^2 / (12 D), the same at every voltage. */
    @Override
    public double relaxationTimeSeconds(double volts) {
        return length.si() * length.si() / (12 * diffusivity.si());
    }

    @Override
    public MoebiusMap held(double volts, double seconds) {
        double moved = -Math.expm1(-seconds / relaxationTimeSeconds(volts));
        return new MoebiusMap(1 - moved, steadyState(volts) * moved, 0, 1);
    }

    @Override
    public double advance(double g, double volts, double seconds) {
        return seconds == 0 ? g : held(volts, seconds).apply(g);
    }

    @Override
    public double stateIntegral(double g, double volts, double seconds) {
        double tau = relaxationTimeSeconds(volts);
        double steady = steadyState(volts);
        return steady * seconds - (g - steady) * tau * Math.expm1(-seconds / tau);
    }

    /**
     * c / c_b at a place of the channel in the steady state.
     *
     * @param position x / L, 0 at the base to 1 at the tip
     */
    public double relativeConcentration(double position, double volts) {
        Check.between("ConicalChannel position", position, 0, 1);
        return concentrationAt(baseRadius.si() - (baseRadius.si() - tipRadius.si()) * position, volts);
    }

    /** The smallest c / c_b along the channel in the steady state; below 0 beyond {@link #depletionVoltage()}. */
    public double leastRelativeConcentration(double volts) {
        double p = peclet(volts);
        return Math.min(1, 1 - polarisation() * volts * shape(p, extremum(p)));
    }

    /** The voltage at which the smallest concentration is 0; infinite if there is none within 1 kV. */
    public Voltage depletionVoltage() {
        double side = Math.signum(polarisation());
        if (side == 0 || leastRelativeConcentration(side * MOST_VOLTS) > 0) {
            return new Voltage(Double.POSITIVE_INFINITY);
        }
        double inside = 0;
        double outside = MOST_VOLTS;
        while (true) {
            double middle = (inside + outside) / 2;
            if (middle <= inside || middle >= outside) {
                return new Voltage(side * inside);
            }
            if (leastRelativeConcentration(side * middle) > 0) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
    }

    private double concentrationAt(double radius, double volts) {
        double s = (baseRadius.si() - radius) / (baseRadius.si() - tipRadius.si()) * tipRadius.si() / radius;
        return 1 - polarisation() * volts * shape(peclet(volts), s);
    }

    /** 2 (e / kT) Du (R_b - R_t) / R_b, in 1/V. */
    private double polarisation() {
        double dukhin = surfaceCharge.si() / (2 * ionPairsPerVolume() * tipRadius.si());
        return 2
                * dukhin
                * (baseRadius.si() - tipRadius.si())
                / baseRadius.si()
                / PhysicalConstants.thermalVoltage(temperature.si());
    }

    /** p: electro-osmosis over diffusion; the geometry drops out. */
    private double peclet(double volts) {
        return PhysicalConstants.VACUUM_PERMITTIVITY
                * relativePermittivity
                * zeta.si()
                * volts
                / (viscosity.si() * diffusivity.si());
    }

    private double ionPairsPerVolume() {
        return concentration.si() * PhysicalConstants.AVOGADRO;
    }

    /** h: 0 at both ends, at most 1/8 at p = 0, flatter and pushed to one end by the flow. */
    private static double shape(double p, double s) {
        if (Math.abs(p) < SMALL_PECLET) {
            return s * (1 - s) / 2 - p * s * (1 - s) * (1 - 2 * s) / 12;
        }
        // for p > 0 in falling exponentials, which cannot overflow
        double carried =
                p > 0 ? Math.exp(p * (s - 1)) * Math.expm1(-p * s) / Math.expm1(-p) : Math.expm1(p * s) / Math.expm1(p);
        return (s - carried) / p;
    }

    /** s at which h is largest: e^{p s} = (e^p - 1) / p. */
    private static double extremum(double p) {
        if (Math.abs(p) < SMALL_PECLET) {
            return 0.5;
        }
        return p > 0 ? 1 + Math.log(-Math.expm1(-p) / p) / p : Math.log(Math.expm1(p) / p) / p;
    }
}
