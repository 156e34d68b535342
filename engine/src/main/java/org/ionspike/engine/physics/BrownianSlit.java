package org.ionspike.engine.physics;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    private final NeighbourLists lists;
    private boolean listIsOld = true;
    private long stepsDone;
    private long listsBuilt;
    private long pairsListed;
    private long pairsWithin;
    private long listNanos;
    private long forceNanos;
    private long moveNanos;

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
        lists = new NeighbourLists(ions, box, cutoff + skin);
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

    /**
     * What the steps so far cost.
     *
     * @param steps taken
     * @param lists built
     * @param pairsListed summed over the steps
     * @param pairsWithin the cut-off, summed over the steps
     * @param listSeconds building lists
     * @param forceSeconds computing forces
     * @param moveSeconds drawing displacements and moving
     */
    public record Work(
            long steps,
            long lists,
            long pairsListed,
            long pairsWithin,
            double listSeconds,
            double forceSeconds,
            double moveSeconds) {
        /** The work done since an earlier time. */
        public Work since(Work earlier) {
            return new Work(
                    steps - earlier.steps,
                    lists - earlier.lists,
                    pairsListed - earlier.pairsListed,
                    pairsWithin - earlier.pairsWithin,
                    listSeconds - earlier.listSeconds,
                    forceSeconds - earlier.forceSeconds,
                    moveSeconds - earlier.moveSeconds);
        }
    }

    /** The work done so far. */
    public Work work() {
        return new Work(
                stepsDone, listsBuilt, pairsListed, pairsWithin, listNanos / 1e9, forceNanos / 1e9, moveNanos / 1e9);
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
        refreshLists();
        long begun = System.nanoTime();
        forces();
        long moving = System.nanoTime();
        double drive = fieldScale * fieldVoltsPerMetre;
        double along = move(drive);
        forceNanos += moving - begun;
        moveNanos += System.nanoTime() - moving;
        stepsDone++;
        return (drive + along / ions) / fieldScale;
    }

    /** Pairs of ions that are bonded now. */
    private List<int[]> bonds() {
        refreshLists();
        var bonds = new ArrayList<int[]>();
        for (int i = 0; i < ions; i++) {
            for (int k = lists.start()[i]; k < lists.start()[i + 1]; k++) {
                int j = lists.neighbours()[k];
                if (bonded(i, j)) {
                    bonds.add(new int[] {i, j});
                }
            }
        }
        return bonds;
    }

    /** Whether two ions are closer than a bond is long. */
    boolean bonded(int i, int j) {
        double bond = setup.bond().si() / METRES;
        double dx = nearest(x[i] - x[j]);
        double dy = nearest(y[i] - y[j]);
        return dx * dx + dy * dy < bond * bond;
    }

    /** The bonds and clusters as they are now, to compare later ones with. */
    ClusterSurvival remember(double seconds, IonClusters clusters) {
        List<int[]> bonds = bonds();
        clusters.clear();
        bonds.forEach(bond -> clusters.bond(bond[0], bond[1], 0, 0));
        return new ClusterSurvival(seconds, bonds, clusters.first());
    }

    /** The ions and the clusters that were measured last. */
    IonSnapshot snapshot(IonClusters clusters) {
        int z = setup.electrolyte().valence();
        return new IonSnapshot(
                ImmutableDoubleArray.copyOf(Arrays.stream(x).map(this::inBox)),
                ImmutableDoubleArray.copyOf(Arrays.stream(y).map(this::inBox)),
                ImmutableIntArray.copyOf(Arrays.stream(sign).mapToInt(s -> (int) (s * z))),
                ImmutableIntArray.copyOf(clusters.first()));
    }

    private double inBox(double place) {
        return METRES * (place - box * Math.floor(place / box));
    }

    private double nearest(double distance) {
        return distance - box * Math.rint(distance / box);
    }

    /** Free ions, pairs and clusters as they are now, into the tally. */
    void measure(BrownianTally tally, IonClusters clusters) {
        refreshLists();
        double bond = setup.bond().si() / METRES;
        double alone = BrownianSetup.FREE_DISTANCE.si() / METRES;
        double bondSquared = bond * bond;
        double aloneSquared = alone * alone;
        boolean[] near = new boolean[ions];
        clusters.clear();
        for (int i = 0; i < ions; i++) {
            for (int k = lists.start()[i]; k < lists.start()[i + 1]; k++) {
                int j = lists.neighbours()[k];
                double dx = nearest(x[i] - x[j]);
                double dy = nearest(y[i] - y[j]);
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
        int[] start = lists.start();
        int[] neighbours = lists.neighbours();
        long within = 0;
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
                    within++;
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
        pairsListed += lists.pairs();
        pairsWithin += within;
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

    private void refreshLists() {
        if (!listIsOld) {
            return;
        }
        long begun = System.nanoTime();
        for (int i = 0; i < ions; i++) {
            x[i] -= box * Math.floor(x[i] / box);
            y[i] -= box * Math.floor(y[i] / box);
            listedX[i] = x[i];
            listedY[i] = y[i];
        }
        lists.build(x, y);
        listsBuilt++;
        listIsOld = false;
        listNanos += System.nanoTime() - begun;
    }
}
