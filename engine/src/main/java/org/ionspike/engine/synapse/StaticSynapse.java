package org.ionspike.engine.synapse;

import static org.ionspike.engine.units.Units.pS;

import com.google.auto.service.AutoService;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Conductance;

/**
 * A fixed ohmic conductance.
 *
 * <pre>I = (G_min + (G_max - G_min) w) V</pre>
 *
 * @param minConductance conductance at weight 0, 0 or above
 * @param maxConductance conductance at weight 1, at least {@code minConductance}
 */
@AutoService(SynapseModel.class)
public record StaticSynapse(Conductance minConductance, Conductance maxConductance) implements SynapseModel {
    public StaticSynapse {
        Check.notNegative("StaticSynapse.minConductance", minConductance);
        Check.require(
                maxConductance.si() >= minConductance.si() && Double.isFinite(maxConductance.si()),
                "StaticSynapse.maxConductance",
                maxConductance,
                "must be at least minConductance (" + minConductance + ") and finite");
    }

    /** 0 to 100 pS. */
    public StaticSynapse() {
        this(pS(0), pS(100));
    }

    @Override
    public String name() {
        return "static-synapse";
    }

    @Override
    public String summary() {
        return "A fixed ohmic conductance.";
    }

    @Override
    public LineDevices state(Connectivity connectivity, float[][] weights, RandomStreams streams) {
        var conductances = new float[weights.length][];
        for (int i = 0; i < weights.length; i++) {
            conductances[i] = new float[weights[i].length];
            for (int k = 0; k < weights[i].length; k++) {
                conductances[i][k] =
                        (float) (minConductance.si() + (maxConductance.si() - minConductance.si()) * weights[i][k]);
            }
        }
        return new State(connectivity, conductances);
    }

    private static final class State implements LineDevices {
        private final Connectivity connectivity;
        private final float[][] rows;
        private final double[] lineSiemens;

        State(Connectivity connectivity, float[][] rows) {
            this.connectivity = connectivity;
            this.rows = rows;
            this.lineSiemens = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                lineSiemens[i] = LineDevices.super.lineSiemens(i);
            }
        }

        @Override
        public Connectivity connectivity() {
            return connectivity;
        }

        @Override
        public float[] conductances(int line) {
            return rows[line];
        }

        @Override
        public double lineSiemens(int line) {
            return lineSiemens[line];
        }

        @Override
        public double hold(int line, double volts, double timeSeconds) {
            return 1;
        }

        @Override
        public double holdsFor(int line) {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public SynapseState forAnotherSample() {
            return this; // nothing changes
        }

        @Override
        public void transfer(StateTransfer state) {
            // what was made stays
        }

        @Override
        public void relax() {
            // an ohmic device has no memory
        }
    }
}
