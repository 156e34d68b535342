package org.ionspike.engine.neuron;

import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.nm;
import static org.ionspike.engine.units.Units.pF;
import static org.ionspike.engine.units.Units.volt;

import com.google.auto.service.AutoService;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.IntStream;
import org.ionspike.engine.physics.ConicalChannel;
import org.ionspike.engine.units.Capacitance;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Conductance;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;

/**
 * Fast and slow conical channels with batteries, in parallel with a capacitor.
 *
 * <pre>
 * C dv/dt = I + I_syn - sum n_k G_k g_k (v - E_k)
 * tau_k dg_k/dt = g_inf(u_k) - g_k       u_k = v - E_k (tip at the membrane) or E_k - v (base at the membrane)
 * G_k = G_0 of one cone of length L_k    tau_k = L_k^2 / (12 D)    g_inf: ConicalChannel
 * </pre>
 *
 * Two fast branches whose cones block the current the more the further v is from their battery make v flip between both
 * batteries; the slow branch conducts more after a while at high v and less at low v, and so ends and restores the spike.
 *
 * <p>State: {@code v}, {@code g1}, {@code g2} ... in the order of the branches, and that of the receptors. A step is Strang's:
 * half of v at fixed g, all of g at fixed v, half of v, each exact (second order; impulses first). So v stays between the
 * batteries and what the input adds to them at any step; steps longer than the shortest tau are refused, because they do
 * not resolve g. A spike is an upward crossing of the threshold; there is no reset.
 *
 * <p>Source: Kamsma, Boon, ter Rele, Spitoni and van Roij, PRL 130, 268401 (2023), doi:10.1103/PhysRevLett.130.268401. Read:
 * its abstract, the authors' code for g_inf (TMKamsma/Pyontronics, which tabulates it from -2 to 2 V), and a third party's
 * summary. From the summary: three oriented cones with batteries E+, E-, Es, a capacitor of 5 fF, lengths 1 um (two) and
 * 25 um. Not read: the batteries and which way each cone points. Choice: these, found by a search; cones side by side, 4, 3
 * and 6 of them, with three times the capacitance; the receptors.
 *
 * <p>Limits: those of {@link ConicalChannel}, and the default circuit is beyond them: its fast cones see down to -1.89 V, and
 * below -0.58 V the theory has less than no salt near the tip, though g_inf, the mean, stays positive as in the source. No
 * circuit of this kind was found that spikes inside (docs/models.md). Beyond 2 V on a cone, g_inf keeps its value at 2 V.
 *
 * @param capacitance C, above 0
 * @param cone radii, wall and salt of all cones; its length counts for nothing
 * @param branches one or more
 * @param threshold a spike is an upward crossing of it; above the resting voltage
 * @param synapses what impulses do
 */
@AutoService(NeuronModel.class)
public record ConicalChannelNeuron(
        Capacitance capacitance,
        ConicalChannel cone,
        List<ConicalBranch> branches,
        Voltage threshold,
        ExponentialReceptors synapses)
        implements NeuronModel {
    /** g_inf is constant beyond this voltage on a cone, of either sign. */
    static final double LARGEST_VOLTS = 2;

    public ConicalChannelNeuron {
        branches = List.copyOf(branches);
        Check.positive("ConicalChannelNeuron.capacitance", capacitance);
        Check.atLeast("ConicalChannelNeuron.branches", branches.size(), 1);
        Voltage rest = restingPotential(cone, branches, steadyConductance(cone));
        Check.require(
                threshold.si() > rest.si(),
                "ConicalChannelNeuron.threshold",
                threshold,
                "must be above the resting voltage (" + rest + "), or the neuron never crosses it");
    }

    /**
     * 15 fF; four cones of 1 um, tip at the membrane, and 1.25 V; three of 1 um, base at the membrane, and -1.25 V; six of 25
     * um, tip at the membrane, and -0.85 V; threshold 0 V. Rests at -0.544 V.
     */
    public ConicalChannelNeuron() {
        this(
                pF(0.015),
                new ConicalChannel(),
                List.of(
                        new ConicalBranch(nm(1_000), 4, volt(1.25), ConicalBranch.End.TIP),
                        new ConicalBranch(nm(1_000), 3, volt(-1.25), ConicalBranch.End.BASE),
                        new ConicalBranch(nm(25_000), 6, volt(-0.85), ConicalBranch.End.TIP)),
                mV(0),
                new ExponentialReceptors(ExponentialReceptors.Kind.CURRENT));
    }

    @Override
    public String name() {
        return "conical-channel-neuron";
    }

    @Override
    public String summary() {
        return "Fast and slow conical channels with batteries and a capacitor: an iontronic circuit that spikes.";
    }

    @Override
    public ImmutableList<Receptor> receptors() {
        return synapses.receptors();
    }

    private static ChebyshevSeries steadyConductance(ConicalChannel cone) {
        try {
            return new ChebyshevSeries(cone::steadyState, LARGEST_VOLTS);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "ConicalChannelNeuron.cone must conduct from -2 V to 2 V: " + e.getMessage()
                            + " Less surfaceCharge or more concentration lets it conduct further.",
                    e);
        }
    }

    /** n G_0: the conductance of a branch with no voltage on its cones. */
    public Conductance unitConductance(ConicalBranch branch) {
        return new Conductance(unitSiemens(cone, branch));
    }

    private static double unitSiemens(ConicalChannel cone, ConicalBranch branch) {
        return branch.cones()
                * cone.withLength(branch.length()).unitConductance().si();
    }

    /** tau of a branch. */
    public Time relaxationTime(ConicalBranch branch) {
        return new Time(cone.withLength(branch.length()).relaxationTimeSeconds(0));
    }

    /** The lowest voltage at which all currents cancel without input. */
    public Voltage restingPotential() {
        return restingPotential(cone, branches, steadyConductance(cone));
    }

    private static Voltage restingPotential(ConicalChannel cone, List<ConicalBranch> branches, ChebyshevSeries steady) {
        double[] siemens = branches.stream()
                .mapToDouble(branch -> unitSiemens(cone, branch))
                .toArray();
        double[] batteries = branches.stream()
                .mapToDouble(branch -> branch.battery().si())
                .sorted()
                .toArray();
        return SteadyVoltage.of(
                v -> {
                    double inward = 0;
                    for (int k = 0; k < siemens.length; k++) {
                        ConicalBranch branch = branches.get(k);
                        inward += siemens[k]
                                * steady.at(branch.onCones(v))
                                * (branch.battery().si() - v);
                    }
                    return inward;
                },
                batteries[0],
                batteries[batteries.length - 1]);
    }

    /** The longest step: the shortest tau. */
    public Time longestStep() {
        return new Time(branches.stream()
                .mapToDouble(branch -> relaxationTime(branch).si())
                .min()
                .orElseThrow());
    }

    /** The name of the conductance of a branch. */
    static String variable(int branch) {
        return "g" + (branch + 1);
    }

    @Override
    public ImmutableList<StateVariable> variables() {
        return synapses.variablesWith(IntStream.range(0, branches.size())
                .mapToObj(k -> StateVariable.notNegative(
                        variable(k), "", "conductance of branch " + (k + 1) + " over that at 0 V on its cones"))
                .toList());
    }

    @Override
    public void checkStep(Time step) {
        LongestStep.check(this, step, longestStep(), "the conductance of the fastest cone is not resolved");
    }

    /**
     * What kernels work out once.
     *
     * @param conductance g_inf by the voltage on a cone
     * @param volts resting voltage in V
     */
    record Steady(ChebyshevSeries conductance, double volts) {
        /** g_inf of a branch at rest. */
        double atRest(ConicalBranch branch) {
            return conductance.at(branch.onCones(volts));
        }
    }

    @Override
    public NeuronKernel kernel(KernelSettings settings) {
        checkStep(settings.step());
        ChebyshevSeries conductance = steadyConductance(cone);
        Voltage rest = restingPotential(cone, branches, conductance);
        var steady = new Steady(conductance, rest.si());
        double siemens = branches.stream()
                .mapToDouble(branch -> unitSiemens(cone, branch) * steady.atRest(branch))
                .sum();
        var firing = new SteppedKernel.Firing(rest, threshold, null, 0);
        var state = new ReceptorState(synapses, settings, rest.si(), siemens);
        return new SteppedKernel(
                this,
                settings,
                firing,
                settings.backend() == Backend.FUSED
                        ? new FusedConicalChannels(this, steady, settings, state)
                        : new VectorizedConicalChannels(this, steady, settings, state));
    }
}
