package org.ionspike.engine.neuron;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.neuron.ExponentialReceptors.Kind;

/** The running state of {@link ExponentialReceptors}; costs nothing until the first impulse. */
final class ReceptorState {
    private final boolean conductances;

    private final float decayE;
    private final float decayI;
    private final float potentialE;
    private final float potentialI;
    private final float voltsPerUnit;
    private final float[] excitatory;
    private final float[] inhibitory;
    private boolean silent = true;

    /**
     * @param rest voltage that v is counted from, in V
     * @param siemens conductance of the membrane at rest
     */
    ReceptorState(ExponentialReceptors receptors, KernelSettings settings, double rest, double siemens) {
        double h = settings.step().si();
        conductances = receptors.kind() == Kind.CONDUCTANCE;
        decayE = (float) LifDynamics.decay(h, receptors.excitatoryTime().si());
        decayI = (float) LifDynamics.decay(h, receptors.inhibitoryTime().si());
        potentialE = (float) (receptors.excitatoryPotential().si() - rest);
        potentialI = (float) (receptors.inhibitoryPotential().si() - rest);
        voltsPerUnit = (float) (1 / siemens);
        excitatory = new float[settings.size()];
        inhibitory = new float[settings.size()];
    }

    /** Whether nothing has arrived since the last rest. */
    boolean isSilent() {
        return silent;
    }

    /** Adds the synaptic current at the voltages {@code v}, and moves on by a step. */
    void addCurrents(float[] v, float[] amperes, int first, int end) {
        if (silent) {
            return;
        }
        if (conductances) {
            for (int j = first; j < end; j++) {
                amperes[j] += excitatory[j] * (potentialE - v[j]) + inhibitory[j] * (potentialI - v[j]);
            }
        } else {
            for (int j = first; j < end; j++) {
                amperes[j] += excitatory[j] + inhibitory[j];
            }
        }
        decay(first, end);
    }

    private void decay(int first, int end) {
        for (int j = first; j < end; j++) {
            excitatory[j] *= decayE;
            inhibitory[j] *= decayI;
        }
    }

    float[] arrivals(int receptor) {
        silent = false;
        return receptor == 0 ? excitatory : inhibitory;
    }

    boolean isNearRest() {
        return LifDynamics.areQuiet(voltsPerUnit, excitatory, inhibitory);
    }

    void rest() {
        Arrays.fill(excitatory, 0);
        Arrays.fill(inhibitory, 0);
        silent = true;
    }

    /** The state has been written from outside. */
    void changed() {
        silent = isNearRest();
    }

    /** Saves or loads what is not among the variables. */
    void transfer(StateTransfer state) {
        silent = state.flag("silent", silent);
    }

    void addVariables(ImmutableMap.Builder<String, float[]> variables) {
        variables.put(conductances ? "gE" : "iE", excitatory);
        variables.put(conductances ? "gI" : "iI", inhibitory);
    }
}
