package org.ionspike.engine.synapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.volt;

import org.ionspike.engine.random.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImpulseSynapsesTest {
    private static ImpulseSynapses state(SynapseModel model) {
        return (ImpulseSynapses)
                model.state(Connectivity.dense(2, 1), new float[][] {{0.5f}, {1}}, new RandomStreams(1));
    }

    /** Fixed points of the recursions from spike to spike. */
    @ParameterizedTest
    @CsvSource({"0.5,800,0,20", "0.15,50,750,30", "0.05,100,1000,50", "1,200,100,5"})
    void aRegularTrainEndsAtItsClosedForm(double utilization, double recovery, double facilitation, double rateHz) {
        var state = state(new TsodyksMarkramSynapse(utilization, ms(recovery), ms(facilitation)));
        double released = 0;
        for (int n = 0; n < 2000; n++) {
            released = state.release(0, 0.1 + n / rateHz);
        }
        double keptShare = facilitation == 0 ? 0 : Math.exp(-1000 / (rateHz * facilitation));
        double keptLack = Math.exp(-1000 / (rateHz * recovery));
        double u = utilization / (1 - (1 - utilization) * keptShare);
        double x = (1 - keptLack) / (1 - (1 - u) * keptLack);
        assertThat(released).isCloseTo(u * x, within(1e-12));
    }

    @Test
    void linesAreIndependentAndTheFirstSpikeReleasesTheUtilization() {
        var state = state(new TsodyksMarkramSynapse(0.3, ms(500), ms(50)));
        assertThat(state.release(0, 5)).isCloseTo(0.3, within(1e-12));
        assertThat(state.release(0, 5.001)).isNotEqualTo(0.3);
        assertThat(state.release(1, 6)).isCloseTo(0.3, within(1e-12));
        state.relax();
        assertThat(state.release(0, 0)).isCloseTo(0.3, within(1e-12));
    }

    @Test
    void aPulsedSlitTransmitsItsMobileFraction() {
        var model = new PulsedIonicSynapse(new IonicSynapse(), volt(1), ms(1));
        var state = state(model);
        var device = model.device();
        double share = state.weights(1)[0] / device.maxConductance().si();
        assertThat(share).isCloseTo(device.conductanceSiemens(63.0 / 64) / 10e-9, within(1e-6)); // bounded weight
        double rested = 1 / device.maxConductance().si();
        assertThat(state.release(0, 0.5)).isCloseTo(rested, within(1e-9 * rested));
        double n = device.restingFraction();
        double seconds = 0.5;
        for (double next : new double[] {0.5005, 0.503, 0.513, 0.6, 30}) {
            double pulsed = Math.min(1e-3, next - seconds);
            n = device.slit().advance(n, device.divider(), pulsed);
            n = device.slit().advance(n, 0, next - seconds - pulsed);
            seconds = next;
            double expected = rested * n / device.restingFraction();
            assertThat(state.release(0, next)).isCloseTo(expected, within(1e-9 * expected));
        }
        assertThat(n / device.restingFraction()).isCloseTo(1, within(1e-3)); // 30 s later it has forgotten
    }
}
