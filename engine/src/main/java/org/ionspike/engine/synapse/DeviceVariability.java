package org.ionspike.engine.synapse;

import java.util.Optional;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Resistance;

/**
 * How real devices differ from the ideal one; each effect can be switched off alone, and each draws from a random stream
 * of its own.
 *
 * <p>The presets are our modelling choice. {@link #typical()} and {@link #pessimistic()} are the two device classes of
 * the project's learning study: 5-bit states with 10 % spread, and a bad 4-bit device. Published iontronic synapses
 * report a conductance spread of a few percent, at most about 10 % (Kamsma et al., PNAS 121:e2320242121). All presets
 * leave the other effects off, because we know of no measured number for them on iontronic devices.
 *
 * @param states number of conductance states, at least 2, or 0 for a continuous device
 * @param deviceToDevice spread (sigma of a log-normal factor) of conductance and of the step up and down; 0 to 2
 * @param cycleToCycle spread (standard deviation of a Gaussian factor of mean 1) of every single step; 0 to 5
 * @param stuck fraction of devices that never change; 0 to 1
 * @param stuckHigh share of the stuck devices that are stuck at the largest weight, the others at the smallest; 0 to 1
 * @param stepSpread spread of the step up and down, where it is not that of {@code deviceToDevice}; 0 to 2
 * @param response what equal pulses do to a weight
 * @param readNoise standard deviation of what a device conducts, relative to its conductance: every time a line comes on,
 *     each device on it is read with a Gaussian factor of mean 1 (cut at 0) that stays until the line is released; 0 to
 *     0.5. Held lines only
 * @param memorySpread spread (sigma of a log-normal factor) of the memory time of the coverage, with which a weight relaxes
 *     while a simulation is let age; 0 to 2
 * @param lineResistance of the wire of a line from each device to the next, and from the driver to the first: devices far
 *     from the driver see less of its voltage. Held lines only; columns have none
 */
public record DeviceVariability(
        int states,
        double deviceToDevice,
        double cycleToCycle,
        double stuck,
        double stuckHigh,
        Optional<Double> stepSpread,
        PulseResponse response,
        double readNoise,
        double memorySpread,
        Resistance lineResistance) {
    private static final double HALF = 0.5;

    public DeviceVariability {
        Check.require(
                states == 0 || states >= 2, "DeviceVariability.states", states, "must be at least 2, or 0 for none");
        Check.require(states <= 65536, "DeviceVariability.states", states, "must be at most 65536");
        Check.between("DeviceVariability.deviceToDevice", deviceToDevice, 0, 2);
        Check.between("DeviceVariability.cycleToCycle", cycleToCycle, 0, 5);
        Check.between("DeviceVariability.stuck", stuck, 0, 1);
        Check.between("DeviceVariability.stuckHigh", stuckHigh, 0, 1);
        Check.between("DeviceVariability.stepSpread", stepSpread.orElse(0.0), 0, 2);
        Check.between("DeviceVariability.readNoise", readNoise, 0, 0.5);
        Check.between("DeviceVariability.memorySpread", memorySpread, 0, 2);
        Check.notNegative("DeviceVariability.lineResistance", lineResistance);
    }

    /** Devices that differ in these four ways only; half of the stuck ones are high. */
    public DeviceVariability(int states, double deviceToDevice, double cycleToCycle, double stuck) {
        this(
                states,
                deviceToDevice,
                cycleToCycle,
                stuck,
                HALF,
                Optional.empty(),
                PulseResponse.linear(),
                0,
                0,
                new Resistance(0));
    }

    /** Continuous, identical, noiseless devices. */
    public static DeviceVariability ideal() {
        return new DeviceVariability(0, 0, 0, 0);
    }

    /** 32 states, 10 % from device to device, 10 % from cycle to cycle. */
    public static DeviceVariability typical() {
        return new DeviceVariability(32, 0.1, 0.1, 0);
    }

    /**
     * 16 states, 25 % from device to device, 30 % from cycle to cycle, 2 % of the devices stuck, half of them high. All
     * numbers are our assumption.
     */
    public static DeviceVariability pessimistic() {
        return new DeviceVariability(16, 0.25, 0.3, 0.02);
    }

    /** The same devices, of the stuck ones of which another share is high. */
    public DeviceVariability withStuckHigh(double share) {
        return new DeviceVariability(
                states,
                deviceToDevice,
                cycleToCycle,
                stuck,
                share,
                stepSpread,
                response,
                readNoise,
                memorySpread,
                lineResistance);
    }

    /** The same devices with a spread of the steps of their own. */
    public DeviceVariability withStepSpread(double sigma) {
        return new DeviceVariability(
                states,
                deviceToDevice,
                cycleToCycle,
                stuck,
                stuckHigh,
                Optional.of(sigma),
                response,
                readNoise,
                memorySpread,
                lineResistance);
    }

    /** The same devices with another response to pulses. */
    public DeviceVariability withResponse(PulseResponse other) {
        return new DeviceVariability(
                states,
                deviceToDevice,
                cycleToCycle,
                stuck,
                stuckHigh,
                stepSpread,
                other,
                readNoise,
                memorySpread,
                lineResistance);
    }

    /** The same devices, read with this relative noise. */
    public DeviceVariability withReadNoise(double sigma) {
        return new DeviceVariability(
                states,
                deviceToDevice,
                cycleToCycle,
                stuck,
                stuckHigh,
                stepSpread,
                response,
                sigma,
                memorySpread,
                lineResistance);
    }

    /** The same devices with this spread of memory times. */
    public DeviceVariability withMemorySpread(double sigma) {
        return new DeviceVariability(
                states,
                deviceToDevice,
                cycleToCycle,
                stuck,
                stuckHigh,
                stepSpread,
                response,
                readNoise,
                sigma,
                lineResistance);
    }

    /** The same devices on lines of this resistance from device to device. */
    public DeviceVariability withLineResistance(Resistance segment) {
        return new DeviceVariability(
                states,
                deviceToDevice,
                cycleToCycle,
                stuck,
                stuckHigh,
                stepSpread,
                response,
                readNoise,
                memorySpread,
                segment);
    }

    /** Spread of the step up and down from device to device. */
    public double stepDeviceToDevice() {
        return stepSpread.orElse(deviceToDevice);
    }
}
