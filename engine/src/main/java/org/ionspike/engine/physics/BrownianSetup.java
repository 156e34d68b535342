package org.ionspike.engine.physics;

import static org.ionspike.engine.units.Units.nm;

import java.util.Locale;
import org.ionspike.engine.units.ArealDensity;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Conductance;
import org.ionspike.engine.units.Length;
import org.ionspike.engine.units.Time;

/**
 * What a particle run of a slit needs to know: ions, interaction, box and step.
 *
 * <p>The box is a periodic square that holds {@code ionsPerSign} cations and as many anions at the density of the
 * electrolyte. Forces end at the cut-off, without a shift. The core is a harmonic repulsion below the diameter
 * {@code core}, {@code 1/2 k (core - r)^2}; a core of 0 makes point ions.
 *
 * @param electrolyte ions of the film
 * @param interaction potential of two ions
 * @param ionsPerSign N, at least 1
 * @param cutoff distance at which forces end, at least 6 nm and at most half the box
 * @param skin reach of the neighbour lists beyond the cut-off, above 0; changes the speed only
 * @param core diameter of the ions, 0 or above
 * @param coreStiffness k in kT per square angstrom, above 0
 * @param bond ions closer than this belong to one cluster, at most the cut-off
 * @param step time step, above 0 and below {@link #longestStep()}
 */
public record BrownianSetup(
        Electrolyte electrolyte,
        ConfinedCoulomb interaction,
        int ionsPerSign,
        Length cutoff,
        Length skin,
        Length core,
        double coreStiffness,
        Length bond,
        Time step) {
    /** An ion without another one within this distance counts as free (as in the published analysis). */
    public static final Length FREE_DISTANCE = nm(6);

    /** Diameter of the ion core of {@link #molar()}; bounds the density of point ions too. */
    public static final Length ION_DIAMETER = nm(0.45);

    public BrownianSetup {
        Check.atLeast("BrownianSetup.ionsPerSign", ionsPerSign, 1);
        Check.positive("BrownianSetup.skin", skin);
        Check.notNegative("BrownianSetup.core", core);
        Check.positive("BrownianSetup.coreStiffness", coreStiffness);
        Check.positive("BrownianSetup.bond", bond);
        Check.positive("BrownianSetup.step", step);
        double diameter = core.si() > 0 ? core.si() : ION_DIAMETER.si();
        double packed = 1 / (Math.sqrt(3) * diameter * diameter);
        Check.require(
                electrolyte.density().si() < packed,
                "BrownianSetup.density",
                electrolyte.density(),
                "must be below close packing of ions of diameter " + new Length(diameter) + ", "
                        + new ArealDensity(packed) + " of each sign; "
                        + new ArealDensity(Double.parseDouble(String.format(Locale.ROOT, "%.0e", packed / 4)))
                        + " would work");
        Check.require(
                cutoff.si() >= FREE_DISTANCE.si() && Double.isFinite(cutoff.si()),
                "BrownianSetup.cutoff",
                cutoff,
                "must be at least " + FREE_DISTANCE + ", the distance that tells free ions");
        double least = 4 * cutoff.si() * cutoff.si() * electrolyte.density().si();
        double box = Math.sqrt(ionsPerSign / electrolyte.density().si());
        Check.require(
                box >= 2 * cutoff.si() * (1 - 1e-12),
                "BrownianSetup.box",
                new Length(box),
                "must be at least twice the cut-off (" + cutoff + "); " + (long) Math.ceil(least * (1 - 1e-12))
                        + " ions per sign would work at this density");
        Check.require(
                bond.si() <= cutoff.si(), "BrownianSetup.bond", bond, "must be at most the cut-off (" + cutoff + ")");
        double longest = longestStep(electrolyte, interaction, core, coreStiffness);
        Check.require(
                step.si() <= longest,
                "BrownianSetup.step",
                step,
                "throws ions " + (core.si() > 0 ? "past each other's core" : "of a pair apart by more than 2 nm")
                        + "; it must be at most " + new Time(longest) + ", and " + new Time(longest / 2)
                        + " would work");
    }

    /**
     * The published slit: point ions, z = 2, one layer, 4000 of each sign in 2 um x 2 um, forces cut at 20 nm, 5 ps.
     * Bonds below 2 nm are our choice.
     */
    public static BrownianSetup authors() {
        var electrolyte = new Electrolyte();
        return new BrownianSetup(
                electrolyte,
                ConfinedCoulomb.layers(1, electrolyte.valence(), electrolyte.temperature()),
                4000,
                nm(20),
                nm(5),
                nm(0),
                5,
                nm(2),
                new Time(5e-12));
    }

    /**
     * A film near 1 mol/L, our choice: 4e17 ions of each sign per m^2, core 4.5 A with 5 kT/A^2, 200 ions of each sign, 1 ps,
     * bonds below 7 A. Forces reach to twice the dielectric length, or half the box where that is shorter.
     */
    public static BrownianSetup molar() {
        Electrolyte electrolyte = new Electrolyte().withDensity(new ArealDensity(4e17));
        var potential = ConfinedCoulomb.layers(1, electrolyte.valence(), electrolyte.temperature());
        return molar(electrolyte, potential, 200);
    }

    /** As {@link #molar()}, with other ions. */
    public static BrownianSetup molar(Electrolyte electrolyte, ConfinedCoulomb interaction, int ionsPerSign) {
        double half = Math.sqrt(ionsPerSign / electrolyte.density().si()) / 2;
        double cutoff = Math.min(2 * interaction.dielectricLength().si(), half);
        // a box that is too small is refused by its smallest allowed cut-off
        return new BrownianSetup(
                electrolyte,
                interaction,
                ionsPerSign,
                new Length(Math.max(cutoff, FREE_DISTANCE.si())),
                nm(1.5),
                ION_DIAMETER,
                5,
                nm(0.7),
                new Time(1e-12));
    }

    /** Length of the side of the box. */
    public Length box() {
        return new Length(Math.sqrt(ionsPerSign / electrolyte.density().si()));
    }

    /**
     * Conductance of the box, as long as it is wide, if its ions were independent: {@code g = 2 N D (z e)^2 / (kT L^2)}.
     * At conductance n in a field E the current is {@code I = g n E L}.
     */
    public Conductance independentConductance() {
        double charge = electrolyte.valence() * PhysicalConstants.ELEMENTARY_CHARGE;
        double thermal = PhysicalConstants.BOLTZMANN * electrolyte.temperature().si();
        double side = box().si();
        return new Conductance(
                2 * ionsPerSign * electrolyte.diffusivity().si() * charge * charge / (thermal * side * side));
    }

    /**
     * The longest step allowed. With a core: the random displacement of a pair in one step stays below a quarter of the
     * core, and the core's own relaxation, 2 D k dt, below 1.5 (explicit Euler diverges at 2). Point ions: the largest
     * force moves a pair by 2 nm at most.
     */
    public Time longestStep() {
        return new Time(longestStep(electrolyte, interaction, core, coreStiffness));
    }

    /** This setup with other ions, interaction and number of ions. */
    public BrownianSetup with(Electrolyte ions, ConfinedCoulomb potential, int count) {
        return new BrownianSetup(ions, potential, count, cutoff, skin, core, coreStiffness, bond, step);
    }

    /** This setup with another number of ions at the same density. */
    public BrownianSetup withIonsPerSign(int value) {
        return new BrownianSetup(electrolyte, interaction, value, cutoff, skin, core, coreStiffness, bond, step);
    }

    /** This setup with another cut-off. */
    public BrownianSetup withCutoff(Length value) {
        return new BrownianSetup(electrolyte, interaction, ionsPerSign, value, skin, core, coreStiffness, bond, step);
    }

    /** This setup with another step. */
    public BrownianSetup withStep(Time value) {
        return new BrownianSetup(electrolyte, interaction, ionsPerSign, cutoff, skin, core, coreStiffness, bond, value);
    }

    private static double longestStep(
            Electrolyte electrolyte, ConfinedCoulomb interaction, Length core, double stiffness) {
        double diffusivity = electrolyte.diffusivity().si();
        if (core.si() > 0) {
            double random = core.si() * core.si() / 16 / (4 * diffusivity);
            double relaxation = 1.5 / (2 * diffusivity * stiffness * 1e20);
            return Math.min(random, relaxation);
        }
        double strongest = interaction.gamma()
                * (1 / interaction.softening().si()
                        - 1 / interaction.dielectricLength().si());
        return 2e-9 / (2 * diffusivity * strongest);
    }
}
