package org.ionspike.engine.network;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.ionspike.engine.network.Geometry.Grid;
import org.ionspike.engine.network.Geometry.Ring;
import org.ionspike.engine.synapse.Connectivity;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Length;

/**
 * Every pair independently with a probability that falls with its distance d.
 *
 * <pre>gaussian: p = peak e^(-d^2 / (2 scale^2))    exponential: p = peak e^(-d / scale)    disc: p = peak;    0 beyond the cutoff</pre>
 *
 * Both sides are grids, or both are rings, of one spacing. The cost is one draw for each pair within the square around
 * the cutoff, so a cutoff of three or four scales is cheap.
 *
 * @param profile how the probability falls
 * @param peak probability at no distance, 0 to 1
 * @param scale above 0; a disc does not use it
 * @param cutoff largest distance that is joined, above 0
 * @param periodic whether grids are closed to a torus; a ring always is
 * @param selfConnections whether a neuron may reach itself
 */
public record DistanceDependent(
        Profile profile, double peak, Length scale, Length cutoff, boolean periodic, boolean selfConnections)
        implements Connector {

    /** A place at the cutoff is within it, however its distance is rounded. */
    private static final double ROUNDING = 1e-9;

    /** How a probability falls with distance. */
    public enum Profile {
        /** With the square of it. */
        GAUSSIAN,
        /** Exponentially. */
        EXPONENTIAL,
        /** Not until the cutoff. */
        DISC
    }

    public DistanceDependent {
        Check.between("DistanceDependent.peak", peak, 0, 1);
        Check.positive("DistanceDependent.scale", scale);
        Check.positive("DistanceDependent.cutoff", cutoff);
    }

    @Override
    public String name() {
        return "distance-dependent";
    }

    /** Probability of a pair at a distance in m. */
    public double probability(double metres) {
        if (metres > cutoff.si() * (1 + ROUNDING)) {
            return 0;
        }
        double d = metres / scale.si();
        return switch (profile) {
            case GAUSSIAN -> peak * Math.exp(-d * d / 2);
            case EXPONENTIAL -> peak * Math.exp(-d);
            case DISC -> peak;
        };
    }

    @Override
    public void check(Ends ends) {
        Geometry from = geometry(ends.from());
        Geometry to = geometry(ends.to());
        Check.require(
                from.getClass() == to.getClass(),
                "Connector distance-dependent: geometry of '" + ends.to().name() + "'",
                to,
                "must be of the kind of that of '" + ends.from().name() + "' (" + from + ")");
        if (from instanceof Grid a && to instanceof Grid b && periodic) {
            Check.require(
                    isNear(
                                    a.columns() * a.spacing().si(),
                                    b.columns() * b.spacing().si())
                            && isNear(
                                    a.rows() * a.spacing().si(),
                                    b.rows() * b.spacing().si()),
                    "Connector distance-dependent: grid of '" + ends.to().name() + "'",
                    b,
                    "must have the extent of that of '" + ends.from().name() + "' (" + a + ") to close to one torus");
        }
        if (from instanceof Ring a && to instanceof Ring b) {
            Check.require(
                    isNear(
                            a.neurons() * a.spacing().si(),
                            b.neurons() * b.spacing().si()),
                    "Connector distance-dependent: ring of '" + ends.to().name() + "'",
                    b,
                    "must have the length of that of '" + ends.from().name() + "' (" + a + ")");
        }
    }

    private static boolean isNear(double a, double b) {
        return Math.abs(a - b) <= ROUNDING * Math.abs(a);
    }

    private static Geometry geometry(Ends.End end) {
        return end.geometry()
                .orElseThrow(() -> new IllegalArgumentException("Connector distance-dependent: '" + end.name()
                        + "' has no geometry. Give the group a grid or a ring, such as"
                        + " 'geometry: {type: grid, rows: 20, columns: 20, spacing: 50 um}'."));
    }

    @Override
    public Connectivity connect(Ends ends, UniformRandomProvider random) {
        check(ends);
        var targets = new int[ends.lines()][];
        var row = new int[ends.neurons()];
        for (int i = 0; i < targets.length; i++) {
            int self = selfConnections ? -1 : ends.self(i);
            int count = geometry(ends.to()) instanceof Grid to
                    ? row((Grid) geometry(ends.from()), to, ends, i, self, random, row)
                    : row((Ring) geometry(ends.from()), (Ring) geometry(ends.to()), ends, i, self, random, row);
            targets[i] = Arrays.copyOf(row, count);
            Arrays.sort(targets[i]);
        }
        return Connectivity.sparse(ends.neurons(), targets);
    }

    private int row(Ring from, Ring to, Ends ends, int line, int self, UniformRandomProvider random, int[] row) {
        double at = (ends.from().first() + line)
                * from.spacing().si()
                / to.spacing().si();
        Window window = window(at, to.spacing(), to.neurons(), true);
        int count = 0;
        for (int n = window.first; n <= window.last; n++) {
            double metres = Math.abs(n - at) * to.spacing().si();
            count = join(metres, Math.floorMod(n, to.neurons()), ends, self, random, row, count);
        }
        return count;
    }

    private int row(Grid from, Grid to, Ends ends, int line, int self, UniformRandomProvider random, int[] row) {
        int neuron = ends.from().first() + line;
        double spacing = to.spacing().si();
        double column = from.x(neuron) / spacing + (to.columns() - 1) / 2.0;
        double rowAt = from.y(neuron) / spacing + (to.rows() - 1) / 2.0;
        Window down = window(rowAt, to.spacing(), to.rows(), periodic);
        Window across = window(column, to.spacing(), to.columns(), periodic);
        int count = 0;
        for (int r = down.first; r <= down.last; r++) {
            for (int c = across.first; c <= across.last; c++) {
                double metres = Math.hypot(r - rowAt, c - column) * spacing;
                int place = Math.floorMod(r, to.rows()) * to.columns() + Math.floorMod(c, to.columns());
                count = join(metres, place, ends, self, random, row, count);
            }
        }
        return count;
    }

    private int join(
            double metres, int place, Ends ends, int self, UniformRandomProvider random, int[] row, int count) {
        int neuron = place - ends.to().first();
        if (neuron < 0 || neuron >= ends.neurons() || neuron == self || random.nextDouble() >= probability(metres)) {
            return count;
        }
        row[count] = neuron;
        return count + 1;
    }

    private record Window(int first, int last) {}

    /** The places within the cutoff of a position; on a closed line no place twice, each the shorter way. */
    private Window window(double at, Length spacing, int places, boolean closed) {
        double reach = cutoff.si() / spacing.si() * (1 + ROUNDING);
        int first = (int) Math.ceil(at - Math.min(reach, places));
        int last = (int) Math.floor(at + Math.min(reach, places));
        if (!closed) {
            return new Window(Math.max(0, first), Math.min(places - 1, last));
        }
        if (last - first >= places) {
            first = (int) Math.ceil(at - places / 2.0);
            last = first + places - 1;
        }
        return new Window(first, last);
    }
}
