package org.ionspike.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ionspike.engine.units.Units.Hz;
import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.nS;
import static org.ionspike.engine.units.Units.pA;
import static org.ionspike.engine.units.Units.us;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.network.Connector;
import org.ionspike.engine.network.Distribution;
import org.ionspike.engine.network.Impulse;
import org.ionspike.engine.network.LineDrive;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.network.Weights;
import org.ionspike.engine.network.WinnerInhibition;
import org.ionspike.engine.neuron.Backend;
import org.ionspike.engine.neuron.HodgkinHuxleyNeuron;
import org.ionspike.engine.neuron.IonicNeuron;
import org.ionspike.engine.neuron.KernelSettings;
import org.ionspike.engine.neuron.LifNeuron;
import org.ionspike.engine.neuron.LifNeuron.Response;
import org.ionspike.engine.neuron.NeuronKernel;
import org.ionspike.engine.neuron.NeuronModel;
import org.ionspike.engine.neuron.ReducedIonicNeuron;
import org.ionspike.engine.neuron.SpikeSink;
import org.ionspike.engine.neuron.StateVariable;
import org.ionspike.engine.neuron.StepBalance;
import org.ionspike.engine.plasticity.PairStdp;
import org.ionspike.engine.plasticity.PlasticityRule;
import org.ionspike.engine.source.CurrentStep;
import org.ionspike.engine.source.PoissonSource;
import org.ionspike.engine.synapse.IdealSynapse;
import org.ionspike.engine.synapse.ImpulseSynapses;
import org.ionspike.engine.synapse.ProgrammableSynapses;
import org.ionspike.engine.synapse.StaticSynapse;
import org.ionspike.engine.units.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class StateAssertionsTest {
    private static final SimulationSettings FULL = new SimulationSettings(4).withAssertions(AssertionLevel.FULL);

    private record Spike(int neuron, double timeSeconds) {}

    private static Network driven(NeuronModel model, Time step, double picoamperes) {
        return Network.builder("driven")
                .step(step)
                .add(new NeuronGroup("cells", 5, model))
                .add(new CurrentStep("drive", "cells", pA(picoamperes), ms(1), ms(9)))
                .build();
    }

    private static Network impulses(PlasticityRule rule) {
        return Network.builder("impulses")
                .step(ms(0.1))
                .add(new PoissonSource("input", 20, Hz(200)))
                .add(new NeuronGroup("cells", 5, new LifNeuron(Response.EXPONENTIAL_CONDUCTANCE)))
                .add(new Projection(
                                "in",
                                "input",
                                "cells",
                                new Connector.AllToAll(),
                                new IdealSynapse(),
                                new Weights.Uniform(0.5),
                                new Impulse("excitatory", nS(3)),
                                ms(0.1))
                        .withPlasticity(rule))
                .build();
    }

    static Stream<Network> networks() {
        Network held = Network.builder("held")
                .step(us(5))
                .add(new PoissonSource("input", 20, Hz(400)))
                .add(new NeuronGroup("cells", 5, new IonicNeuron()))
                .add(new Projection(
                        "in",
                        "input",
                        "cells",
                        new Connector.AllToAll(),
                        new StaticSynapse(nS(0), nS(0.1)),
                        new Weights.Uniform(1),
                        new LineDrive(mV(300), ms(2)),
                        us(5)))
                .build();
        return Stream.of(
                driven(new IonicNeuron(), us(5), 100),
                driven(new IonicNeuron(), us(10), 240),
                driven(new ReducedIonicNeuron(), us(10), 100),
                driven(new HodgkinHuxleyNeuron(), us(25), 1e5),
                held,
                impulses(new PairStdp()));
    }

    private static List<Spike> run(Network network, SimulationSettings settings) {
        var simulation = new Simulation(network, settings);
        List<Spike> spikes = new ArrayList<>();
        simulation.onSpike("cells", (neuron, time) -> spikes.add(new Spike(neuron, time)));
        simulation.run(ms(20));
        return spikes;
    }

    @ParameterizedTest
    @MethodSource("networks")
    void soundNetworksPassAndSpikeAsWithoutAssertions(Network network) {
        List<Spike> unchecked = run(network, FULL.withAssertions(AssertionLevel.OFF));
        assertThat(run(network, FULL)).isNotEmpty().isEqualTo(unchecked);
        assertThat(run(network, FULL.withParking(false))).isEqualTo(unchecked);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 5, 20})
    void circuitNeuronsStayInBalanceFromRestToBlock(double microseconds) {
        for (double picoamperes : new double[] {60, 150, 245, 300}) {
            run(driven(new IonicNeuron(), us(microseconds), picoamperes), FULL);
        }
    }

    @Test
    void vectorizedCircuitNeuronsBalanceToo() {
        Network network = driven(new IonicNeuron(), us(5), 100);
        assertThat(run(network, FULL.withBackend(Backend.VECTORIZED))).isNotEmpty();
    }

    /** A group whose winners clamp all of it, again and again. */
    private static Network competing(NeuronModel model) {
        return Network.builder("competing")
                .step(us(5))
                .add(new NeuronGroup("cells", 5, model)
                        .withBias(ImmutableDoubleArray.of(90e-12, 95e-12, 100e-12, 105e-12, 110e-12))
                        .withInhibition(new WinnerInhibition(2, mV(-70), ms(2))))
                .build();
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void aClampThatMovesChargeIsNoFault(Backend backend) {
        Network network = competing(new IonicNeuron());
        SimulationSettings settings = FULL.withBackend(backend);
        List<Spike> unchecked = run(network, settings.withAssertions(AssertionLevel.OFF));
        assertThat(run(network, settings)).hasSizeGreaterThan(2).isEqualTo(unchecked);
    }

    @Test
    void aFaultBetweenClampsIsFoundStill() {
        Network network = competing(new Faulty(new IonicNeuron(), "v", value -> value + 0.01f, 0));
        assertThatThrownBy(() -> run(network, FULL)).hasMessageContaining("neuron 3: the balance of");
    }

    @Test
    void aValueBeyondItsBoundNamesStepGroupNeuronAndVariable() {
        Network network =
                impulses(new PairStdp()).mapGroups(group -> group.withInitial("gI", new Distribution.Constant(nS(-1))));
        assertThatThrownBy(() -> run(network, FULL))
                .isInstanceOf(StateException.class)
                .hasMessageContaining("Step 0 (0.00000 ms), group 'cells', neuron 0: gI (conductance of the receptor"
                        + " inhibitory) is -9.90050e-10 S; it must be a finite number of at least 0");
        run(network, FULL.withAssertions(AssertionLevel.OFF));
    }

    /** A circuit neuron whose kernel hands out changed values; what they are changed to shows what is looked at. */
    private record Faulty(IonicNeuron sound, String variable, UnaryOperator<Float> fault, double joules)
            implements NeuronModel {
        @Override
        public String name() {
            return "faulty";
        }

        @Override
        public String summary() {
            return "For tests.";
        }

        @Override
        public ImmutableList<StateVariable> variables() {
            return sound.variables();
        }

        @Override
        public Optional<StepBalance> balance() {
            return sound.balance();
        }

        @Override
        public NeuronKernel kernel(KernelSettings settings) {
            return new FaultyKernel(sound.kernel(settings), this);
        }
    }

    private record FaultyKernel(NeuronKernel sound, Faulty faulty) implements NeuronKernel {
        private static final int FROM = 400;

        @Override
        public float[] values(String variable, long step) {
            float[] values = sound.values(variable, step);
            if (step > FROM && variable.equals(faulty.variable)) {
                values[3] = faulty.fault.apply(values[3]);
            }
            return values;
        }

        @Override
        public double dissipatedJoules(int neuron, long step) {
            return sound.dissipatedJoules(neuron, step) + (step > FROM ? faulty.joules : 0);
        }

        @Override
        public int size() {
            return sound.size();
        }

        @Override
        public void drive(long step, float[] amperes, double rampAmperes, double rampSlope) {
            sound.drive(step, amperes, rampAmperes, rampSlope);
        }

        @Override
        public void drive(long step, int neuron, float amperes) {
            sound.drive(step, neuron, amperes);
        }

        @Override
        public float[] inputAmperes(long step) {
            return sound.inputAmperes(step);
        }

        @Override
        public long due(long step) {
            return sound.due(step);
        }

        @Override
        public void advance(long step, SpikeSink sink) {
            sound.advance(step, sink);
        }

        @Override
        public void clamp(long fromStep, long toStep, double volts) {
            sound.clamp(fromStep, toStep, volts);
        }

        @Override
        public void transfer(StateTransfer state) {
            sound.transfer(state);
        }

        @Override
        public void reset(long step) {
            sound.reset(step);
        }

        @Override
        public INDArray state(String variable, long step) {
            return sound.state(variable, step);
        }
    }

    private static void assertFails(Faulty faulty, String message) {
        Network network = driven(faulty, us(5), 100);
        assertThatThrownBy(() -> run(network, FULL))
                .isInstanceOf(StateException.class)
                .hasMessageContaining("Step 400 (2.00000 ms), group 'cells', neuron ")
                .hasMessageContaining(message);
        run(network, FULL.withAssertions(AssertionLevel.OFF)); // nothing is looked at
    }

    @ParameterizedTest
    @ValueSource(strings = {"v", "nNa", "nK"})
    void aNumberThatIsNoneIsFound(String variable) {
        assertFails(new Faulty(new IonicNeuron(), variable, value -> Float.NaN, 0), "neuron 3: " + variable);
        assertFails(new Faulty(new IonicNeuron(), variable, value -> Float.NaN, 0), "is NaN");
    }

    @Test
    void aFractionAboveOneIsFound() {
        assertFails(
                new Faulty(new IonicNeuron(), "nNa", value -> 1.001f, 0),
                "neuron 3: nNa (mobile fraction of the slit Na) is 1.00100; it must be a number between 0 and 1");
    }

    @Test
    void chargeThatNoCurrentBroughtIsFound() {
        assertFails(
                new Faulty(new IonicNeuron(), "v", value -> value + 0.01f, 0),
                "neuron 3: the balance of charge is off by");
    }

    @Test
    void energyInTheBooksThatNothingDissipatedIsFound() {
        assertFails(
                new Faulty(new IonicNeuron(), "", value -> value, 1e-15),
                "neuron 0: the balance of energy dissipated is off by");
    }

    /** A rule that writes what it must not. */
    private record Reckless(float weight) implements PlasticityRule {
        @Override
        public String name() {
            return "reckless";
        }

        @Override
        public String summary() {
            return "For tests.";
        }

        @Override
        public Kernel kernel(ProgrammableSynapses synapses) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Kernel kernel(ImpulseSynapses synapses) {
            return new Kernel() {
                @Override
                public void presynapticSpike(int line, double timeSeconds) {
                    synapses.weights(7)[2] = weight;
                }

                @Override
                public void postsynapticSpike(
                        int neuron, double timeSeconds, boolean winner, long presentation, boolean[] lineIsOn) {
                    // nothing
                }

                @Override
                public void transfer(StateTransfer state) {
                    // nothing
                }
            };
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {1.5f, -0.1f, Float.NaN})
    void aWeightOutsideZeroToOneIsFound(float weight) {
        assertThatThrownBy(() -> run(impulses(new Reckless(weight)), FULL))
                .isInstanceOf(StateException.class)
                .hasMessageContaining("projection 'in', line 7, synapse to neuron 2: weight is " + weight
                        + "; it must be a number between 0 and 1");
    }

    @Test
    void aBatchNamesTheSample() {
        Network network = driven(new Faulty(new IonicNeuron(), "v", value -> Float.NaN, 0), us(5), 100);
        assertThatThrownBy(() -> run(network, FULL.withBatch(2)))
                .hasMessageContaining("group 'cells', sample 0, neuron 3: v (membrane voltage) is NaN V");
    }
}
