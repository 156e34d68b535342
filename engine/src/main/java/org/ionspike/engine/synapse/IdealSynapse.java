package org.ionspike.engine.synapse;

import com.google.auto.service.AutoService;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.random.RandomStreams;

/**
 * A weight without a device: every spike passes on weight times the size of the projection's impulse. For networks of
 * conventional neurons and for comparison with other simulators.
 *
 * <pre>impulse = w size</pre>
 */
@AutoService(SynapseModel.class)
public record IdealSynapse() implements SynapseModel {
    @Override
    public String name() {
        return "ideal-synapse";
    }

    @Override
    public String summary() {
        return "A weight without a device, for impulses.";
    }

    @Override
    public ImpulseSynapses state(Connectivity connectivity, float[][] weights, RandomStreams streams) {
        return new State(connectivity, weights);
    }

    private static final class State implements ImpulseSynapses {
        private final Connectivity connectivity;
        private final float[][] rows;

        State(Connectivity connectivity, float[][] rows) {
            this.connectivity = connectivity;
            this.rows = rows;
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
            return 1;
        }

        @Override
        public SynapseState forAnotherSample() {
            return new State(connectivity, rows);
        }

        @Override
        public void transfer(StateTransfer state) {
            state.rows("weights", rows);
        }

        @Override
        public void relax() {
            // nothing fades
        }
    }
}
