package org.ionspike.engine.neuron;

import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.ms;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Conductance;
import org.ionspike.engine.units.Current;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;

/**
 * The receptors {@code excitatory} and {@code inhibitory} of a neuron that integrates currents: what arrives decays
 * exponentially.
 *
 * <pre>
 * current:      I_syn = i_e + i_i,                         i = sum w e^(-t / tau)   w in A
 * conductance:  I_syn = -g_e (v - E_e) - g_i (v - E_i),    g = sum w e^(-t / tau)   w in S
 * </pre>
 *
 * The membrane takes the values of the start of a step; they decay by exact steps. State: {@code iE} and {@code iI} in
 * A, or {@code gE} and {@code gI} in S.
 *
 * @param kind what an impulse adds to
 * @param excitatoryTime tau of the receptor excitatory, above 0
 * @param inhibitoryTime tau of the receptor inhibitory, above 0
 * @param excitatoryPotential E_e, of conductances
 * @param inhibitoryPotential E_i, of conductances
 */
public record ExponentialReceptors(
        Kind kind, Time excitatoryTime, Time inhibitoryTime, Voltage excitatoryPotential, Voltage inhibitoryPotential) {

    /** What an impulse adds to. */
    public enum Kind {
        /** A current that decays. */
        CURRENT,
        /** A conductance that decays. */
        CONDUCTANCE
    }

    public ExponentialReceptors {
        Check.positive("ExponentialReceptors.excitatoryTime", excitatoryTime);
        Check.positive("ExponentialReceptors.inhibitoryTime", inhibitoryTime);
        Check.finite("ExponentialReceptors.excitatoryPotential", excitatoryPotential);
        Check.finite("ExponentialReceptors.inhibitoryPotential", inhibitoryPotential);
    }

    /** 5 and 10 ms, towards 0 and -80 mV. */
    public ExponentialReceptors(Kind kind) {
        this(kind, ms(5), ms(10), mV(0), mV(-80));
    }

    ImmutableList<Receptor> receptors() {
        var quantity = kind == Kind.CURRENT ? Current.class : Conductance.class;
        return ImmutableList.of(new Receptor("excitatory", quantity), new Receptor("inhibitory", quantity));
    }

    /** The membrane voltage, more variables of a model, and what the receptors hold. */
    ImmutableList<StateVariable> variablesWith(List<StateVariable> more) {
        var all = ImmutableList.<StateVariable>builder()
                .add(StateVariable.voltage())
                .addAll(more);
        for (Receptor receptor : receptors()) {
            String letter = receptor.name().equals("excitatory") ? "E" : "I";
            all.add(
                    kind == Kind.CONDUCTANCE
                            ? StateVariable.notNegative(
                                    "g" + letter, "S", "conductance of the receptor " + receptor.name())
                            : StateVariable.unbounded("i" + letter, "A", "current of the receptor " + receptor.name()));
        }
        return all.build();
    }
}
