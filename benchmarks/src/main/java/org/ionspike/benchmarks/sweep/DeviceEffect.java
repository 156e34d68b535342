package org.ionspike.benchmarks.sweep;

import com.google.common.base.Ascii;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ionspike.engine.synapse.DeviceVariability;
import org.ionspike.engine.synapse.PulseResponse;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Resistance;

/**
 * One way in which devices are not ideal, as a number that can be varied; see {@link DeviceVariability} for what each
 * means. The ladders are our choice: from an effect that is hardly felt to one beyond what is published for iontronic devices.
 */
public enum DeviceEffect {
    /** Number of conductance states; 0 for a continuous device. */
    STATES("number of states", 2, 4, 8, 16, 32, 64) {
        @Override
        DeviceVariability set(DeviceVariability base, double value) {
            Check.require(value == Math.rint(value), "states", value, "must be a whole number");
            return withFirst(base, (int) value, base.deviceToDevice(), base.cycleToCycle(), base.stuck());
        }
    },
    /** Spread of conductance and step from device to device. */
    DEVICE_TO_DEVICE("device to device (sigma)", 0.05, 0.1, 0.25, 0.5, 1) {
        @Override
        DeviceVariability set(DeviceVariability base, double value) {
            return withFirst(base, base.states(), value, base.cycleToCycle(), base.stuck());
        }
    },
    /** Spread of every single step. */
    CYCLE_TO_CYCLE("cycle to cycle (sd of a step)", 0.1, 0.3, 1, 2, 5) {
        @Override
        DeviceVariability set(DeviceVariability base, double value) {
            return withFirst(base, base.states(), base.deviceToDevice(), value, base.stuck());
        }
    },
    /** Fraction of devices that never change. */
    STUCK("fraction of stuck devices", 0.01, 0.02, 0.05, 0.1, 0.2) {
        @Override
        DeviceVariability set(DeviceVariability base, double value) {
            return withFirst(base, base.states(), base.deviceToDevice(), base.cycleToCycle(), value);
        }
    },
    /** Spread of the step alone. */
    STEP_SPREAD("spread of the step (sigma)", 0.05, 0.1, 0.25, 0.5, 1) {
        @Override
        DeviceVariability set(DeviceVariability base, double value) {
            return base.withStepSpread(value);
        }
    },
    /** Nonlinearity of the response to pulses, up and down alike. */
    NONLINEARITY("nonlinearity up and down", 0.5, 1, 2, 4, 8) {
        @Override
        DeviceVariability set(DeviceVariability base, double value) {
            return base.withResponse(
                    new PulseResponse(value, value, base.response().asymmetry()));
        }
    },
    /** Asymmetry of pulses up and down. */
    ASYMMETRY("asymmetry of steps up and down", -0.5, -0.2, 0.2, 0.5, 0.8) {
        @Override
        DeviceVariability set(DeviceVariability base, double value) {
            PulseResponse response = base.response();
            return base.withResponse(new PulseResponse(response.nonlinearityUp(), response.nonlinearityDown(), value));
        }
    },
    /** Noise of every read. */
    READ_NOISE("read noise (relative sd)", 0.01, 0.02, 0.05, 0.1, 0.2) {
        @Override
        DeviceVariability set(DeviceVariability base, double value) {
            return base.withReadNoise(value);
        }
    },
    /** Spread of memory times, felt by devices that age. */
    MEMORY_SPREAD("spread of the memory time (sigma)", 0.1, 0.2, 0.5, 1) {
        @Override
        DeviceVariability set(DeviceVariability base, double value) {
            return base.withMemorySpread(value);
        }
    },
    /** Resistance of a line from device to device, in ohm. */
    LINE_RESISTANCE("line resistance (ohm)", 1e4, 1e5, 1e6, 1e7) {
        @Override
        DeviceVariability set(DeviceVariability base, double value) {
            return base.withLineResistance(new Resistance(value));
        }

        @Override
        double number(String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                return Resistance.parse(text).si();
            }
        }

        @Override
        public String label(double value) {
            return new Resistance(value).toString();
        }
    };

    /** Those that are varied where none is named. */
    public static final List<DeviceEffect> USUAL = List.of(STATES, DEVICE_TO_DEVICE, CYCLE_TO_CYCLE, STUCK, READ_NOISE);

    private final String words;
    private final ImmutableDoubleArray ladder;

    DeviceEffect(String words, double... ladder) {
        this.words = words;
        this.ladder = ImmutableDoubleArray.copyOf(ladder);
    }

    /** Devices that differ from others in this alone; the value is a plain number, lengths of lines in ohm. */
    abstract DeviceVariability set(DeviceVariability base, double value);

    /** What it is, with its unit. */
    public String words() {
        return words;
    }

    /** The values it is given where none are named. */
    public ImmutableDoubleArray ladder() {
        return ladder;
    }

    /** Its value in some devices. */
    public double of(DeviceVariability devices) {
        return switch (this) {
            case STATES -> devices.states();
            case DEVICE_TO_DEVICE -> devices.deviceToDevice();
            case CYCLE_TO_CYCLE -> devices.cycleToCycle();
            case STUCK -> devices.stuck();
            case STEP_SPREAD -> devices.stepDeviceToDevice();
            case NONLINEARITY -> devices.response().nonlinearityUp();
            case ASYMMETRY -> devices.response().asymmetry();
            case READ_NOISE -> devices.readNoise();
            case MEMORY_SPREAD -> devices.memorySpread();
            case LINE_RESISTANCE -> devices.lineResistance().si();
        };
    }

    /** A value for people. */
    public String label(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    /** A value from the command line. */
    double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a number.", e);
        }
    }

    /** The name on the command line and in files. */
    @Override
    public String toString() {
        return Ascii.toLowerCase(name()).replace('_', '-');
    }

    /** The effect of this name, written as here or as in a device file. */
    public static DeviceEffect named(String name) {
        String plain = plain(name);
        return Arrays.stream(values())
                .filter(effect -> plain(effect.toString()).equals(plain))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No effect is named '" + name + "'. Known: " + Arrays.toString(values()) + "."));
    }

    private static String plain(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }

    private static DeviceVariability withFirst(
            DeviceVariability base, int states, double deviceToDevice, double cycleToCycle, double stuck) {
        return new DeviceVariability(
                states,
                deviceToDevice,
                cycleToCycle,
                stuck,
                base.stuckHigh(),
                base.stepSpread(),
                base.response(),
                base.readNoise(),
                base.memorySpread(),
                base.lineResistance());
    }
}
