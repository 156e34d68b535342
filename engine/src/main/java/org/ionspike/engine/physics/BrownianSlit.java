package org.ionspike.engine.physics;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.ionspike.engine.random.RandomStreams;

/**
 * Cations and anions in a quasi-two-dimensional slit, by overdamped Langevin dynamics.
 *
 * <pre>
 * r_i += D dt / kT (F_i + s_i z e E x) + sqrt(2 D dt) N(0, 1)      F_i: ConfinedCoulomb up to the cut-off, core
 * n = sum_i s_i v_i / (2 N D z e E / kT)      v_i = D / kT (F_ix + s_i z e E)
 * </pre>
 *
 * Explicit Euler, as in the published inputs; a periodic square with minimum image; symmetric forces from Verlet lists
 * that are built by cells and renewed when an ion has moved half the skin. The drift velocity v is taken from the forces:
 * the random displacement of the same step has mean zero and would only add noise.
 *
 * <p>Inside, lengths are in angstrom and energies in kT. Not for use by two threads at once.
 */
public final class BrownianSlit {
    private static final double METRES = 1e-10;
    private static final double PAIR = 20; // angstrom; bounds the pairs whose anisotropy is measured

    private final BrownianSetup setup;
    private final int ions;
    private final double box;
    private final double cutoffSquared;
    private final double reachSquared;
    private final double skin;
    private final double softening;
    private final double xi;
    private final double strength;
    private final double core;
    private final double stiffness;
    private final double mobility;
    private final double noise;
    private final double fieldScale;
    private final double stepSeconds;
    private final ZigguratSampler.NormalizedGaussian gaussian;

    private final double[] x;
    private final double[] y;
    private final double[] sign;
    private final double[] fx;
    private final double[] fy;
    private final double[] listedX;
    private final double[] listedY;
    private final int[] start;
    private int[] neighbours;
    private boolean listIsOld = true;
    private long stepsDone;
    private long listsBuilt;

    /**
     * Ions at random places: cations first, anions after them.
     *
     * @param streams {@code "ions"} draws the places, {@code "motion"} the displacements
     */
    public BrownianSlit(BrownianSetup setup, RandomStreams streams) {
        this.setup = setup;
        ions = 2 * setup.ionsPerSign();
        box = setup.box().si() / METRES;
        double cutoff = setup.cutoff().si() / METRES;
        skin = setup.skin().si() / METRES;
        cutoffSquared = cutoff * cutoff;
        reachSquared = (cutoff + skin) * (cutoff + skin);
        softening = setup.interaction().softening().si() / METRES;
        xi = setup.interaction().dielectricLength().si() / METRES;
        strength = setup.interaction().gamma() * (xi - softening);
        core = setup.core().si() / METRES;
        stiffness = setup.coreStiffness();
        stepSeconds = setup.step().si();
        mobility = setup.electrolyte().diffusivity().si() * stepSeconds / (METRES * METRES);
        noise = Math.sqrt(2 * mobility);
        fieldScale = setup.electrolyte().valence()
                / setup.electrolyte().thermalField().si();
        x = new double[ions];
        y = new double[ions];
        sign = new double[ions];
        fx = new double[ions];
        fy = new double[ions];
        listedX = new double[ions];
        listedY = new double[ions];
        start = new int[ions + 1];
        neighbours = new int[16 * ions];
        Arrays.fill(sign, 0, ions / 2, 1);
        Arrays.fill(sign, ions / 2, ions, -1);
        UniformRandomProvider places = streams.stream("ions");
        for (int i = 0; i < ions; i++) {
            x[i] = box * places.nextDouble();
            y[i] = box * places.nextDouble();
        }
        gaussian = ZigguratSampler.NormalizedGaussian.of(streams.stream("motion"));
    }

    /** What was set up. */
    public BrownianSetup setup() {
        return setup;
    }

    /** Steps taken so far. */
    public long steps() {
        return stepsDone;
    }

    /** Neighbour lists built so far. */
    public long listsBuilt() {
        return listsBuilt;
    }

    /** Number of ions of both signs. */
    public int ions() {
        return ions;
    }

    /**
     * One step in a field along x.
     *
     * @param fieldVoltsPerMetre finite
     * @return the current before the step, {@code sum_i s_i v_i / (2 N D z e / kT)}, in V/m: the conductance n times the
     *     field
     */
    public double step(double fieldVoltsPerMetre) {
        if (listIsOld) {
            buildLists();
        }
        forces();
        double drive = fieldScale * fieldVoltsPerMetre;
        double along = move(drive);
        stepsDone++;
        return (drive + along / ions) / fieldScale;
    }

    /** Free ions, pairs and clusters as they are now, into the tally. */
    void measure(BrownianTally tally, IonClusters clusters) {
        if (listIsOld) {
            buildLists();
        }
        double bond = setup.bond().si() / METRES;
        double alone = BrownianSetup.FREE_DISTANCE.si() / METRES;
        double bondSquared = bond * bond;
        double aloneSquared = alone * alone;
        boolean[] near = new boolean[ions];
        clusters.clear();
        for (int i = 0; i < ions; i++) {
            for (int k = start[i]; k < start[i + 1]; k++) {
                int j = neighbours[k];
                double dx = x[i] - x[j];
                double dy = y[i] - y[j];
                dx -= box * Math.rint(dx / box);
                dy -= box * Math.rint(dy / box);
                double squared = dx * dx + dy * dy;
                if (squared < aloneSquared) {
                    near[i] = true;
                    near[j] = true;
                    if (sign[i] != sign[j] && squared < PAIR * PAIR) {
                        tally.pair(dx, dy);
                    }
                }
                if (squared < bondSquared) {
                    clusters.bond(i, j, dx, dy);
                }
            }
        }
        int free = 0;
        for (boolean hasNeighbour : near) {
            free += hasNeighbour ? 0 : 1;
        }
        tally.free(free);
        clusters.measure(tally);
    }

    /** Forces of all listed pairs within the cut-off, each pair once. */
    private void forces() {
        Arrays.fill(fx, 0);
        Arrays.fill(fy, 0);
        double inverse = 1 / box;
        for (int i = 0; i < ions; i++) {
            double xHere = x[i];
            double yHere = y[i];
            double signed = sign[i] * strength;
            double sumX = 0;
            double sumY = 0;
            int end = start[i + 1];
            for (int k = start[i]; k < end; k++) {
                int j = neighbours[k];
                double dx = xHere - x[j];
                double dy = yHere - y[j];
                dx -= box * Math.rint(dx * inverse);
                dy -= box * Math.rint(dy * inverse);
                double squared = dx * dx + dy * dy;
                if (squared < cutoffSquared) {
                    double r = Math.sqrt(squared + 1e-20); // two ions on one point have no direction and no force
                    double force = signed * sign[j] / (r * (r + softening) * (r + xi));
                    if (r < core) {
                        force += stiffness * (core - r) / r;
                    }
                    sumX += force * dx;
                    sumY += force * dy;
                    fx[j] -= force * dx;
                    fy[j] -= force * dy;
                }
            }
            fx[i] += sumX;
            fy[i] += sumY;
        }
    }

    /** Moves all ions; returns the sum of s_i F_ix. */
    private double move(double drive) {
        double along = 0;
        double farthest = 0;
        for (int i = 0; i < ions; i++) {
            double s = sign[i];
            double forceX = fx[i];
            along += s * forceX;
            double newX = x[i] + mobility * (forceX + s * drive) + noise * gaussian.sample();
            double newY = y[i] + mobility * fy[i] + noise * gaussian.sample();
            x[i] = newX;
            y[i] = newY;
            double dx = newX - listedX[i];
            double dy = newY - listedY[i];
            farthest = Math.max(farthest, dx * dx + dy * dy); // NaN stays
        }
        if (!(farthest < Double.POSITIVE_INFINITY)) {
            throw lost();
        }
        listIsOld = 4 * farthest > skin * skin;
        return along;
    }

    private NonFiniteIonException lost() {
        int ion = 0;
        while (ion < ions - 1 && Math.abs(x[ion]) < Double.MAX_VALUE && Math.abs(y[ion]) < Double.MAX_VALUE) {
            ion++;
        }
        return new NonFiniteIonException(stepsDone + 1, ion, setup.step());
    }

    private void buildLists() {
        for (int i = 0; i < ions; i++) {
            x[i] -= box * Math.floor(x[i] / box);
            y[i] -= box * Math.floor(y[i] / box);
            listedX[i] = x[i];
            listedY[i] = y[i];
        }
        listsBuilt++;
        int cells = (int) Math.floor(box / Math.sqrt(reachSquared));
        if (cells < 3) {
            listAllPairs();
        } else {
            listByCells(Math.min(cells, 1 + (int) Math.sqrt(ions)));
        }
        listIsOld = false;
    }

    private void listAllPairs() {
        int count = 0;
        for (int i = 0; i < ions; i++) {
            start[i] = count;
            count = ensure(count, ions);
            for (int j = i + 1; j < ions; j++) {
                count = near(i, j, count);
            }
        }
        start[ions] = count;
    }

    private void listByCells(int cells) {
        int[] first = new int[cells * cells];
        int[] next = new int[ions];
        Arrays.fill(first, -1);
        double perCell = cells / box;
        for (int i = ions - 1; i >= 0; i--) {
            int cell = column(y[i], perCell, cells) * cells + column(x[i], perCell, cells);
            next[i] = first[cell];
            first[cell] = i;
        }
        int count = 0;
        for (int i = 0; i < ions; i++) {
            start[i] = count;
            count = ensure(count, ions);
            int cellX = column(x[i], perCell, cells);
            int cellY = column(y[i], perCell, cells);
            for (int row = -1; row <= 1; row++) {
                int above = Math.floorMod(cellY + row, cells) * cells;
                for (int side = -1; side <= 1; side++) {
                    for (int j = first[above + Math.floorMod(cellX + side, cells)]; j >= 0; j = next[j]) {
                        if (j > i) {
                            count = near(i, j, count);
                        }
                    }
                }
            }
        }
        start[ions] = count;
    }

    private static int column(double place, double perCell, int cells) {
        return Math.min(cells - 1, (int) (place * perCell));
    }

    /** Room for so many more neighbours. */
    private int ensure(int count, int more) {
        if (count + more > neighbours.length) {
            neighbours = Arrays.copyOf(neighbours, Math.max(count + more, neighbours.length + neighbours.length / 2));
        }
        return count;
    }

    private int near(int i, int j, int count) {
        double dx = x[i] - x[j];
        double dy = y[i] - y[j];
        dx -= box * Math.rint(dx / box);
        dy -= box * Math.rint(dy / box);
        if (dx * dx + dy * dy < reachSquared) {
            neighbours[count] = j;
            return count + 1;
        }
        return count;
    }
}
