package org.ionspike.benchmarks.energy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostEnergyTest {
    @TempDir
    private Path powercap;

    private void counter(String name, long microjoules) throws IOException {
        Path one = Files.createDirectories(powercap.resolve(name));
        Files.writeString(one.resolve("energy_uj"), microjoules + "\n");
        Files.writeString(one.resolve("max_energy_range_uj"), "1000000\n");
    }

    @Test
    void sumsThePackagesAndLeavesOutTheirParts() throws IOException {
        counter("intel-rapl:0", 100);
        counter("intel-rapl:1", 200);
        counter("intel-rapl:0:0", 50);
        HostEnergy host = HostEnergy.begin(powercap);
        counter("intel-rapl:0", 1100);
        counter("intel-rapl:1", 700);
        counter("intel-rapl:0:0", 900);
        assertThat(host.joules()).contains(1500e-6);
        double moreThan = 1500e-6 / 0.05; // until 50 ms of processor time have passed
        while (host.joulesPerCpuSecond().orElse(Double.MAX_VALUE) > moreThan) {
            Thread.onSpinWait();
        }
        assertThat(host.joulesPerCpuSecond().orElseThrow()).isPositive();
    }

    @Test
    void allowsForACounterThatBeganAnew() throws IOException {
        counter("intel-rapl:0", 999_900);
        HostEnergy host = HostEnergy.begin(powercap);
        counter("intel-rapl:0", 400);
        assertThat(host.joules()).contains(500e-6);
    }

    @Test
    void saysNothingWhereThereIsNoCounter() {
        assertThat(HostEnergy.begin(powercap).joules()).isEmpty();
        assertThat(HostEnergy.begin(powercap).joulesPerCpuSecond()).isEmpty();
        assertThat(HostEnergy.begin(powercap.resolve("none")).joules()).isEmpty();
    }
}
