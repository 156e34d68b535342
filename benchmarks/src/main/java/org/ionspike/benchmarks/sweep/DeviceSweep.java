package org.ionspike.benchmarks.sweep;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import org.ionspike.benchmarks.report.Progress;
import org.ionspike.benchmarks.task.TrainSettings;
import org.ionspike.benchmarks.task.WorkList;
import org.ionspike.engine.synapse.DeviceVariability;
import org.ionspike.engine.units.Check;

/**
 * Trains and tests one task with devices that differ from a base in one effect, for several seeds and several draws of the
 * devices of each seed. Split, encoder, order of the samples and initial weights are those of the seed in every run.
 */
public final class DeviceSweep {
    private final LongFunction<TrainSettings> settings;
    private final DeviceVariability base;
    private final ImmutableList<Long> seeds;
    private final int draws;
    private final int threads;
    private final Trial trial;

    /** Trains and tests with some settings. */
    @FunctionalInterface
    public interface Trial {
        /** What one run gave; called by several threads. */
        SweepPoint.Run run(TrainSettings settings);
    }

    /**
     * A sweep.
     *
     * @param settings those of a seed, whatever their devices
     * @param base the devices that are varied
     * @param draws of the devices of every seed, at least 1
     * @param threads runs at a time
     */
    public DeviceSweep(
            LongFunction<TrainSettings> settings,
            DeviceVariability base,
            List<Long> seeds,
            int draws,
            int threads,
            Trial trial) {
        Check.atLeast("DeviceSweep.seeds", seeds.size(), 1);
        Check.atLeast("DeviceSweep.draws", draws, 1);
        this.settings = settings;
        this.base = base;
        this.seeds = ImmutableList.copyOf(seeds);
        this.draws = draws;
        this.threads = threads;
        this.trial = trial;
    }

    /** The base itself, under its name. */
    public SweepPoint base(String name, Progress progress) {
        return points(name, List.of(new Value(Double.NaN, name, base)), progress)
                .get(0);
    }

    /** The points of an effect, in the order of its values. */
    public ImmutableList<SweepPoint> points(Ladder ladder, Progress progress) {
        DeviceEffect effect = ladder.effect();
        List<Value> values = new ArrayList<>();
        ladder.values()
                .forEach(value -> values.add(new Value(value, effect.label(value), ladder.devices(base, value))));
        return points(effect.toString(), values, progress);
    }

    private record Value(double number, String label, DeviceVariability devices) {}

    private ImmutableList<SweepPoint> points(String what, List<Value> values, Progress progress) {
        List<TrainSettings> pieces = new ArrayList<>();
        for (Value value : values) {
            String name = String.format(Locale.ROOT, "%s %s", what, value.label());
            for (long seed : seeds) {
                for (int draw = 0; draw < drawsOf(value); draw++) {
                    pieces.add(settings.apply(seed).withDevice(name, value.devices(), draw));
                }
            }
        }
        progress.begin(what, pieces.size(), "runs");
        ImmutableList<SweepPoint.Run> runs = WorkList.run(pieces, threads, trial::run, progress::at);
        progress.end();
        var points = ImmutableList.<SweepPoint>builder();
        int next = 0;
        for (Value value : values) {
            int count = seeds.size() * drawsOf(value);
            points.add(new SweepPoint(value.number(), value.label(), runs.subList(next, next + count)));
            next += count;
        }
        return points.build();
    }

    private int drawsOf(Value value) {
        return isDrawn(value.devices()) ? draws : 1;
    }

    /** Whether anything is random in such devices, so that draws differ. */
    static boolean isDrawn(DeviceVariability devices) {
        return devices.states() > 0
                || devices.deviceToDevice() > 0
                || devices.stepDeviceToDevice() > 0
                || devices.cycleToCycle() > 0
                || devices.stuck() > 0
                || devices.readNoise() > 0
                || devices.memorySpread() > 0;
    }
}
