package org.ionspike.engine.physics;

import java.util.Map;
import org.ionspike.engine.units.Diffusivity;
import org.ionspike.engine.units.ElectricField;

/** A constant of the pair kinetics of a {@link Slit} that a calibration can fit. All are above 0. */
public enum SlitParameter {
    /** E_s: the field that adds about 1 to the dissociation constant, in V/m. */
    DISSOCIATION_FIELD("E_s", "V/m"),
    /** p: the exponent of the field in the dissociation constant. */
    DISSOCIATION_EXPONENT("p", ""),
    /** K_inf: what the field can add to the dissociation constant at most. */
    DISSOCIATION_LIMIT("K_inf", ""),
    /** kappa_0: the rate constant of recombination without field, in m2/s. */
    RECOMBINATION("kappa_0", "m2/s"),
    /** E_a: the field that doubles the recombination constant, in V/m. */
    RECOMBINATION_FIELD("E_a", "V/m"),
    /** K_0: the dissociation constant without field. */
    DISSOCIATION_AT_REST("K_0", "");

    private final String symbol;
    private final String unit;

    SlitParameter(String symbol, String unit) {
        this.symbol = symbol;
        this.unit = unit;
    }

    /** As in the equations of {@link Slit}, such as {@code E_s}. */
    public String symbol() {
        return symbol;
    }

    /** Its SI unit; empty for a pure number. */
    public String unit() {
        return unit;
    }

    /** Its value in a slit, in SI units. */
    public double of(Slit slit) {
        return switch (this) {
            case DISSOCIATION_FIELD -> slit.dissociationField().si();
            case DISSOCIATION_EXPONENT -> slit.dissociationExponent();
            case DISSOCIATION_LIMIT -> slit.dissociationLimit();
            case RECOMBINATION -> slit.recombination().si();
            case RECOMBINATION_FIELD -> slit.recombinationField().si();
            case DISSOCIATION_AT_REST -> slit.dissociationAtRest();
        };
    }

    /** A slit with these values in SI units; a parameter that is not among them stays as it is. */
    static Slit apply(Slit slit, Map<SlitParameter, Double> values) {
        return slit.withKinetics(
                new Diffusivity(chosen(values, slit, RECOMBINATION)),
                new ElectricField(chosen(values, slit, RECOMBINATION_FIELD)),
                chosen(values, slit, DISSOCIATION_AT_REST),
                chosen(values, slit, DISSOCIATION_LIMIT),
                new ElectricField(chosen(values, slit, DISSOCIATION_FIELD)),
                chosen(values, slit, DISSOCIATION_EXPONENT));
    }

    private static double chosen(Map<SlitParameter, Double> values, Slit slit, SlitParameter parameter) {
        Double value = values.get(parameter);
        return value == null ? parameter.of(slit) : value;
    }
}
