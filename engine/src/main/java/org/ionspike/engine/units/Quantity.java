package org.ionspike.engine.units;

/** A physical quantity: one number in SI units whose type is its dimension. */
public interface Quantity {
    /** The value in the SI unit of its dimension. */
    double si();
}
