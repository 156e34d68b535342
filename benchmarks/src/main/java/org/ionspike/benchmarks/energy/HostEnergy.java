package org.ionspike.benchmarks.energy;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Longs;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Energy of the processor packages of this machine, by the counters that Linux shows of them (RAPL): what the whole
 * machine's processors took, whoever used them. Where they cannot be read, which is usual in virtual machines and without
 * privileges, there is none, and {@link #WATTS_PER_CORE} of a busy core is an estimate.
 *
 * <p>Source of the counters: Linux kernel, Documentation/power/powercap/powercap.rst.
 */
public final class HostEnergy {
    /** Assumed power of one busy core of a server, its share of memory and package included; our choice, 5 to 30 W. */
    public static final double WATTS_PER_CORE = 15;

    private static final Path POWERCAP = Path.of("/sys/class/powercap");
    private static final double MICRO = 1e-6;
    private static final double NANO = 1e-9;

    private final ImmutableList<Counter> counters;
    private final Duration begun = processorTime();

    private HostEnergy(List<Counter> counters) {
        this.counters = ImmutableList.copyOf(counters);
    }

    /** A package, with its reading at the start. */
    private record Counter(Path energy, long begun, long range) {}

    /** Begins to count, where this machine can. */
    public static HostEnergy begin() {
        return begin(POWERCAP);
    }

    /** As {@link #begin()}, with counters in another folder. */
    static HostEnergy begin(Path powercap) {
        var counters = new ArrayList<Counter>();
        try (DirectoryStream<Path> packages = Files.newDirectoryStream(powercap, "intel-rapl:*")) {
            for (Path one : packages) {
                boolean isPart = one.getFileName().toString().indexOf(':')
                        != one.getFileName().toString().lastIndexOf(':');
                Long begun = number(one.resolve("energy_uj"));
                Long range = number(one.resolve("max_energy_range_uj"));
                if (!isPart && begun != null && range != null) {
                    counters.add(new Counter(one.resolve("energy_uj"), begun, range));
                }
            }
        } catch (IOException e) {
            return new HostEnergy(List.of()); // no such folder: not Linux, or not shown
        }
        return new HostEnergy(counters);
    }

    /** Joules since the beginning; empty where they cannot be read. A counter that has begun anew once is allowed for. */
    public Optional<Double> joules() {
        double sum = 0;
        for (Counter counter : counters) {
            Long now = number(counter.energy());
            if (now == null) {
                return Optional.empty();
            }
            sum += now >= counter.begun() ? now - counter.begun() : now + counter.range() - counter.begun();
        }
        return counters.isEmpty() ? Optional.empty() : Optional.of(MICRO * sum);
    }

    /**
     * Joules for each second of processor time that this program took since the beginning, all of its threads together;
     * empty where there is no counter. The machine's other work is in the joules.
     */
    public Optional<Double> joulesPerCpuSecond() {
        double seconds = processorTime().minus(begun).toNanos() * NANO;
        return seconds > 0 ? joules().map(joules -> joules / seconds) : Optional.empty();
    }

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static @Nullable Long number(Path file) {
        try {
            return Longs.tryParse(Files.readString(file).strip());
        } catch (IOException e) {
            return null; // not readable without privileges
        }
    }
}
