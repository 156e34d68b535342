package org.ionspike.engine.units;

/**
 * A diffusion coefficient, or a rate constant of a reaction in two dimensions.
 *
 * @param si value in m^2/s
 */
public record Diffusivity(double si) implements Quantity {
    private static final Unit UNIT = new Unit("diffusivity", "m^2/s");

    public Diffusivity {
        UNIT.requireNumber(si);
    }

    /** Reads a number with its unit, such as {@code "1e-9 m^2/s"}. */
    public static Diffusivity parse(String text) {
        return new Diffusivity(UNIT.parse(text));
    }

    @Override
    public String toString() {
        return UNIT.format(si);
    }
}
