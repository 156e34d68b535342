package org.ionspike.engine.synapse;

import static org.ionspike.engine.units.Units.ms;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;

/**
 * A weight with short-term plasticity: spikes use up a resource that recovers, and raise the share of it that the next
 * spike uses.
 *
 * <pre>
 * spike:    u += utilization (1 - u),  impulse = w u x size,  x -= u x
 * between:  dx/dt = (1 - x) / recovery,  du/dt = -u / facilitation        at rest x = 1, u = 0
 * </pre>
 *
 * The first spike after rest releases {@code utilization}. A facilitation of 0 s leaves u at the utilization: pure
 * depression. Between spikes the closed form is taken, so a line costs two exponentials a spike. The spikes of a line
 * reach all its synapses alike, hence one u and one x per line (24 bytes), not per synapse. Source: Tsodyks, Pawelzik
 * and Markram, Neural Comput. 10, 821 (1998), with resources that recover at once from inactivation. Defaults: the
 * depressing synapse of Tsodyks and Markram, PNAS 94, 719 (1997): 0.5 and 800 ms, no facilitation.
 *
 * @param utilization share used by a spike after rest, above 0 to 1
 * @param recovery time constant of the resource, above 0
 * @param facilitation time constant of the share, 0 or above
 */
@AutoService(SynapseModel.class)
public record TsodyksMarkramSynapse(double utilization, Time recovery, Time facilitation) implements SynapseModel {
    public TsodyksMarkramSynapse {
        Check.require(
                utilization > 0 && utilization <= 1,
                "TsodyksMarkramSynapse.utilization",
                utilization,
                "must be above 0 and at most 1");
        Check.positive("TsodyksMarkramSynapse.recovery", recovery);
        Check.notNegative("TsodyksMarkramSynapse.facilitation", facilitation);
    }

    /** A depressing synapse. */
    public TsodyksMarkramSynapse() {
        this(0.5, ms(800), ms(0));
    }

    @Override
    public String name() {
        return "tsodyks-markram-synapse";
    }

    @Override
    public String summary() {
        return "A weight with short-term depression and facilitation, for impulses.";
    }

    @Override
    public ImpulseSynapses state(Connectivity connectivity, float[][] weights, RandomStreams streams) {
        return new State(connectivity, weights);
    }

    private final class State implements ImpulseSynapses {
        private final Connectivity connectivity;
        private final float[][] rows;
        private final double[] u;
        private final double[] x;
        private final double[] lastSeconds;

        State(Connectivity connectivity, float[][] rows) {
            this.connectivity = connectivity;
            this.rows = rows;
            u = new double[rows.length];
            x = new double[rows.length];
            lastSeconds = new double[rows.length];
            relax();
        }

        @Override
        public Connectivity connectivity() {
            return connectivity;
        }

        @Override
        public float[] weights(int line) {
            return rows[line];
        }

        @Override
        public double release(int line, double timeSeconds) {
            double passed = timeSeconds - lastSeconds[line];
            lastSeconds[line] = timeSeconds;
            double left = facilitation.si() == 0 ? 0 : u[line] * Math.exp(-passed / facilitation.si());
            u[line] = left + utilization * (1 - left);
            double recovered = 1 - (1 - x[line]) * Math.exp(-passed / recovery.si());
            double released = u[line] * recovered;
            x[line] = recovered - released;
            return released;
        }

        @Override
        public SynapseState forAnotherSample() {
            return new State(connectivity, rows);
        }

        @Override
        public void transfer(StateTransfer state) {
            state.rows("weights", rows);
            state.array("u", u);
            state.array("x", x);
            state.array("lastSeconds", lastSeconds);
        }

        @Override
        public void relax() {
            Arrays.fill(u, 0);
            Arrays.fill(x, 1);
            Arrays.fill(lastSeconds, 0);
        }
    }
}
