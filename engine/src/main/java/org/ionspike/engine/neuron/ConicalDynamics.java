package org.ionspike.engine.neuron;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.List;

/** What both kernels of {@link ConicalChannelNeuron} share: the conductances, their rest, and what they dissipate. */
abstract class ConicalDynamics extends DrivenDynamics {
    /** A conductance counts as at rest when it is nearer to it than this. */
    private static final float TOLERANCE = 1e-5f;

    /**
     * Conductances of the branches over those at 0 V on the cones, above their rest, {@code [branch][neuron]}. So counted, a
     * slow cone does not come to a halt where a step moves it by less than single precision resolves.
     */
    final float[][] g;

    /** Conductances at rest. */
    final double[] restOf;

    private final double[] siemens;
    /** Batteries above the resting voltage. */
    private final double[] batteries;

    ConicalDynamics(
            ConicalChannelNeuron model,
            ConicalChannelNeuron.Steady steady,
            KernelSettings settings,
            ReceptorState receptors) {
        super(receptors, settings.size());
        List<ConicalBranch> branches = model.branches();
        g = new float[branches.size()][settings.size()];
        restOf = new double[branches.size()];
        siemens = new double[branches.size()];
        batteries = new double[branches.size()];
        for (int k = 0; k < branches.size(); k++) {
            restOf[k] = steady.atRest(branches.get(k));
            siemens[k] = model.unitConductance(branches.get(k)).si();
            batteries[k] = branches.get(k).battery().si() - steady.volts();
        }
    }

    @Override
    public final boolean dissipates() {
        return true;
    }

    @Override
    public final void dissipation(float[] v, double[] watts) {
        Arrays.fill(watts, 0);
        for (int k = 0; k < g.length; k++) {
            for (int j = 0; j < v.length; j++) {
                double volts = v[j] - batteries[k];
                watts[j] += siemens[k] * (restOf[k] + g[k][j]) * volts * volts;
            }
        }
    }

    @Override
    final boolean isOwnNearRest() {
        for (float[] conductance : g) {
            if (!areNear(conductance, 0, TOLERANCE)) {
                return false;
            }
        }
        return true;
    }

    @Override
    final void ownRest() {
        for (float[] conductance : g) {
            Arrays.fill(conductance, 0);
        }
    }

    @Override
    public final double origin(String variable) {
        for (int k = 0; k < g.length; k++) {
            if (variable.equals(ConicalChannelNeuron.variable(k))) {
                return restOf[k];
            }
        }
        return 0;
    }

    @Override
    final ImmutableMap<String, float[]> own() {
        ImmutableMap.Builder<String, float[]> named = ImmutableMap.builder();
        for (int k = 0; k < g.length; k++) {
            named.put(ConicalChannelNeuron.variable(k), g[k]);
        }
        return named.build();
    }
}
