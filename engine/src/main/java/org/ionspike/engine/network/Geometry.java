package org.ionspike.engine.network;

import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Length;

/** Where the neurons of a group lie. */
public sealed interface Geometry {
    /** Number of places; the size of the group. */
    int places();

    /**
     * Rows and columns, row by row, with the origin in their middle, so that grids of one extent lie on each other
     * whatever their spacing.
     *
     * @param rows at least 1
     * @param columns at least 1
     * @param spacing distance of neighbours, above 0
     */
    record Grid(int rows, int columns, Length spacing) implements Geometry {
        public Grid {
            Check.atLeast("Geometry.Grid.rows", rows, 1);
            Check.atLeast("Geometry.Grid.columns", columns, 1);
            Check.positive("Geometry.Grid.spacing", spacing);
        }

        @Override
        public int places() {
            return rows * columns;
        }

        /** Metres to the right of the origin. */
        double x(int neuron) {
            return (neuron % columns - (columns - 1) / 2.0) * spacing.si();
        }

        /** Metres below the origin. */
        double y(int neuron) {
            int row = neuron / columns;
            return (row - (rows - 1) / 2.0) * spacing.si();
        }
    }

    /**
     * A closed line; distance goes along it, the shorter way.
     *
     * @param neurons at least 1
     * @param spacing distance of neighbours, above 0
     */
    record Ring(int neurons, Length spacing) implements Geometry {
        public Ring {
            Check.atLeast("Geometry.Ring.neurons", neurons, 1);
            Check.positive("Geometry.Ring.spacing", spacing);
        }

        @Override
        public int places() {
            return neurons;
        }
    }
}
