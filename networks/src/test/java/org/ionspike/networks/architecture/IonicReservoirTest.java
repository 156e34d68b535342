package org.ionspike.networks.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.ms;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.stream.IntStream;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.ionspike.engine.physics.ConicalChannel;
import org.ionspike.engine.physics.Memristor;
import org.ionspike.engine.physics.Slit;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.networks.architecture.IonicReservoir.Element;
import org.junit.jupiter.api.Test;

class IonicReservoirTest {
    private static final double[][] INPUTS = {{0.3, -1}, {1, 0.2}, {-0.7, 0.9}, {0, 0}, {0.5, -0.4}, {0.1, 1}};

    private static IonicReservoir drawn(Memristor device, int devices, long seed) {
        return ReservoirDesign.of(device, devices).draw(2, new RandomStreams(seed));
    }

    /** State and dissipated energy of one device by an adaptive integrator from its rates: {x at every step, J}. */
    private static double[] integrated(Element element, double seconds) {
        Memristor device = element.device();
        double siemens = device.unitConductance().si();
        double[] y = {device.steadyState(0), 0};
        double[] states = new double[INPUTS.length + 1];
        for (int t = 0; t < INPUTS.length; t++) {
            double volts = element.bias().si()
                    + element.mask().get(0) * INPUTS[t][0]
                    + element.mask().get(1) * INPUTS[t][1];
            var equation = new OrdinaryDifferentialEquation() {
                @Override
                public int getDimension() {
                    return 2;
                }

                @Override
                public double[] computeDerivatives(double time, double[] state) {
                    return new double[] {rate(device, state[0], volts), siemens * state[0] * volts * volts * 1e12};
                }
            };
            y = new DormandPrince853Integrator(1e-12, seconds, 1e-13, 1e-12)
                    .integrate(equation, new ODEState(0, y), seconds)
                    .getPrimaryState();
            states[t] = y[0];
        }
        states[INPUTS.length] = y[1] * 1e-12;
        return states;
    }

    private static double rate(Memristor device, double x, double volts) {
        if (device instanceof Slit slit) {
            return slit.dissociationRate(volts) * (1 - x) - slit.recombinationRate(volts) * x * x;
        }
        return (device.steadyState(volts) - x) / device.relaxationTimeSeconds(volts);
    }

    private static void agreesWithAnIntegrator(IonicReservoir reservoir) {
        var run = reservoir.run(INPUTS);
        double joules = 0;
        for (int i = 0; i < reservoir.elements().size(); i++) {
            Element element = reservoir.elements().get(i);
            double[] reference = integrated(element, reservoir.step().si());
            double siemens = element.device().unitConductance().si();
            for (int t = 0; t < INPUTS.length; t++) {
                assertThat(run.conductances()[t][i] / siemens)
                        .as("device %d, step %d", i, t)
                        .isCloseTo(reference[t], within(1e-9));
            }
            joules += reference[INPUTS.length];
        }
        assertThat(run.dissipated().si()).isCloseTo(joules, within(1e-8 * joules));
    }

    @Test
    void slitsAndTheirEnergyAgreeWithAnAdaptiveIntegrator() {
        agreesWithAnIntegrator(drawn(Slit.synaptic(), 7, 3));
    }

    @Test
    void conesAndTheirEnergyAgreeWithAnAdaptiveIntegrator() {
        agreesWithAnIntegrator(drawn(new ConicalChannel(), 5, 3));
    }

    @Test
    void aSeedGivesTheSameReservoirAndRunBitForBit() {
        var first = drawn(Slit.synaptic(), 9, 5);
        var again = drawn(Slit.synaptic(), 9, 5);
        assertThat(again).isEqualTo(first);
        assertThat(again.run(INPUTS).conductances())
                .isDeepEqualTo(first.run(INPUTS).conductances());
        assertThat(again.run(INPUTS).dissipated()).isEqualTo(first.run(INPUTS).dissipated());
        assertThat(drawn(Slit.synaptic(), 9, 6)).isNotEqualTo(first);
    }

    @Test
    void timeConstantsSpanTheDesignUpToTheSpreadOfTheLength() {
        var design = ReservoirDesign.of(new ConicalChannel(), 40);
        double[] tau = design.draw(1, new RandomStreams(2)).elements().stream()
                .mapToDouble(element -> element.device().relaxationTimeSeconds(0))
                .toArray();
        for (int i = 0; i < tau.length; i++) {
            // tau follows L^2: 5 % of length is 10 % of tau, five sigma
            double designed = design.fastest().si() * Math.pow(25, i / 39.0);
            assertThat(Math.abs(Math.log(tau[i] / designed))).isLessThan(0.5);
        }
        var slits = ReservoirDesign.of(Slit.synaptic(), 3).draw(1, new RandomStreams(2));
        assertThat(slits.elements().get(0).device().relaxationTimeSeconds(0)).isCloseTo(10.05e-3, within(1e-4));
        assertThat(slits.elements().get(2).device().relaxationTimeSeconds(0)).isCloseTo(402e-3, within(1e-3));
    }

    @Test
    void withoutMemoryTheOrderOfStepsDoesNotMatterAndWithMemoryItDoes() {
        var reservoir = drawn(Slit.synaptic(), 4, 1);
        double[][] other = {INPUTS[1], INPUTS[0], INPUTS[2], INPUTS[3], INPUTS[4], INPUTS[5]};
        assertThat(reservoir.memoryless(other)[5]).isEqualTo(reservoir.memoryless(INPUTS)[5]);
        assertThat(reservoir.run(other).last())
                .isNotEqualTo(reservoir.run(INPUTS).last());
    }

    @Test
    void aLongStepForgetsTheStart() {
        var quick = drawn(Slit.synaptic(), 4, 1);
        var slow = new IonicReservoir(quick.elements(), ms(1e6));
        double[] last = slow.run(INPUTS).last();
        double[] steady = slow.memoryless(INPUTS)[INPUTS.length - 1];
        IntStream.range(0, 4).forEach(i -> assertThat(last[i]).isCloseTo(steady[i], within(1e-9 * steady[i])));
    }

    @Test
    void refusesInputsAndDesignsThatDoNotFit() {
        var reservoir = drawn(Slit.synaptic(), 2, 1);
        assertThatThrownBy(() -> reservoir.run(new double[][] {{1}}))
                .hasMessageContaining("inputs of step 0 (1) must be as many as the masks have, 2");
        assertThatThrownBy(() -> reservoir.run(new double[][] {{1, Double.NaN}}))
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> reservoir.run(new double[0][])).hasMessageContaining("steps (0)");
        assertThatThrownBy(() -> new IonicReservoir(ImmutableList.of(), ms(1))).hasMessageContaining("one device");
        var one = new Element(new Slit(), mV(0), ImmutableDoubleArray.of(1));
        var two = new Element(new Slit(), mV(0), ImmutableDoubleArray.of(1, 1));
        assertThatThrownBy(() -> new IonicReservoir(ImmutableList.of(one, two), ms(1)))
                .hasMessageContaining("(2) must be as many as those of the first, 1");
        assertThatThrownBy(() -> ReservoirDesign.of(new Slit(), 0)).hasMessageContaining("devices (0)");
    }
}
