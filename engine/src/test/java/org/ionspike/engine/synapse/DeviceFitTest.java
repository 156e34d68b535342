package org.ionspike.engine.synapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ionspike.engine.random.RandomStreams;
import org.junit.jupiter.api.Test;

class DeviceFitTest {
    private static final double LOW = 1.0 / 64;

    /** Pulses up through the range of weights, then down, on devices that begin at the bottom. */
    private static List<PulseBranch> measured(DeviceVariability truth, int devices, int pulses, double readNoise) {
        var start = new float[1][devices];
        Arrays.fill(start[0], (float) LOW);
        ProgrammableSynapses line = new IonicSynapse()
                .withDevices(truth)
                .state(Connectivity.dense(1, devices), start, new RandomStreams(5));
        var random = new Random(8);
        List<PulseBranch> branches = new ArrayList<>();
        for (int k = 0; k < devices; k++) {
            for (boolean up : new boolean[] {true, false}) {
                double[] siemens = new double[pulses + 1];
                for (int p = 0; p <= pulses; p++) {
                    if (p > 0) {
                        line.change(0, k, (up ? 0.97 : -0.97) / pulses);
                    }
                    siemens[p] = line.conductances(0)[k] * (1 + readNoise * random.nextGaussian());
                }
                branches.add(new PulseBranch("d" + k, up, ImmutableDoubleArray.copyOf(siemens)));
            }
        }
        return branches;
    }

    private static double value(DeviceFit fit, String name) {
        return fit.estimates().stream()
                .filter(estimate -> estimate.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void findsTheExactCurvesOfOneNoiselessDevice() {
        for (double[] nu : new double[][] {{2, 3}, {0.5, 1}, {-1, 2}}) {
            var truth = DeviceVariability.ideal().withResponse(new PulseResponse(nu[0], nu[1], 0));
            DeviceFit fit = DeviceFit.of(measured(truth, 1, 100, 0));
            PulseResponse found = fit.device().response();
            // The range of the data ends where 97 % of the pulses lead, a little below 63/64.
            assertThat(found.nonlinearityUp()).isCloseTo(nu[0], within(0.03 * Math.abs(nu[0]) + 0.02));
            assertThat(found.nonlinearityDown()).isCloseTo(nu[1], within(0.03 * Math.abs(nu[1]) + 0.02));
            assertThat(value(fit, "cycleToCycle")).isLessThan(0.1); // the last pulse may be cut short by a bound
            assertThat(fit.device().states()).isZero();
            assertThat(fit.lowestSiemens()).isCloseTo(new IonicSynapse().conductanceSiemens(LOW), within(2e-11));
            assertThat(fit.residuals().get(0)).isLessThan(0.01);
        }
    }

    @Test
    void findsTheAsymmetryOfDevicesThatGoUpFasterThanDown() {
        var truth = DeviceVariability.ideal().withResponse(new PulseResponse(0, 0, -0.2));
        double found =
                DeviceFit.of(measured(truth, 1, 100, 0)).device().response().asymmetry();
        assertThat(found).isCloseTo(-0.2, within(0.01));
    }

    @Test
    void findsTheSpreadOfDevicesAndOfCycles() {
        var truth =
                new DeviceVariability(0, 0.1, 0.2, 0).withStepSpread(0.08).withResponse(new PulseResponse(1.5, 2.5, 0));
        int devices = 60;
        DeviceFit fit = DeviceFit.of(measured(truth, devices, 100, 0));
        assertThat(value(fit, "cycleToCycle")).isCloseTo(0.2, within(0.02));
        // five standard errors of a spread of 60 draws
        assertThat(fit.device().deviceToDevice()).isCloseTo(0.1, within(5 * 0.1 / Math.sqrt(2.0 * devices)));
        // noise of the fit of each device adds to the spread of steps
        assertThat(fit.device().stepDeviceToDevice()).isBetween(0.05, 0.13);
        assertThat(fit.device().response().nonlinearityUp()).isCloseTo(1.5, within(0.3));
        assertThat(fit.device().response().nonlinearityDown()).isCloseTo(2.5, within(0.4));
        assertThat(fit.estimates().get(0).standardError()).isBetween(0.005, 0.2);
    }

    @Test
    void findsTheNumberOfStates() {
        var truth = new DeviceVariability(16, 0, 0, 0).withResponse(new PulseResponse(1, 1, 0));
        DeviceFit fit = DeviceFit.of(measured(truth, 5, 100, 0));
        assertThat(fit.device().states()).isBetween(14, 16); // those that the pulses reached
        assertThat(value(fit, "cycleToCycle")).isLessThan(1.5);
    }

    @Test
    void noiseOfTheReadingIsNotTakenForNoiseOfTheCycle() {
        var truth = new DeviceVariability(0, 0, 0.1, 0).withResponse(new PulseResponse(1, 1, 0));
        DeviceFit fit = DeviceFit.of(measured(truth, 20, 100, 0.002));
        assertThat(value(fit, "cycleToCycle")).isCloseTo(0.1, within(0.05));
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> DeviceFit.of(
                        measured(DeviceVariability.ideal(), 1, 10, 0).subList(0, 1)))
                .hasMessage("Device 'd0': branches down (none) must be at least one.");
        assertThatThrownBy(() -> new PulseBranch("a", true, ImmutableDoubleArray.of(1, 2)))
                .hasMessage("PulseBranch of device 'a': conductances (2) must be at least 4.");
        var still = ImmutableDoubleArray.of(1e-9, 1e-9, 1e-9, 1e-9);
        assertThatThrownBy(() ->
                        DeviceFit.of(List.of(new PulseBranch("a", true, still), new PulseBranch("a", false, still))))
                .hasMessageContaining("leave out devices that are stuck");
    }
}
