package org.ionspike.engine.synapse;

import org.ionspike.engine.units.Check;

/**
 * How real devices differ from the ideal one; each effect can be switched off alone.
 *
 * <p>The presets are our modelling choice. {@link #typical()} and {@link #pessimistic()} are the two device classes of
 * the project's learning study: 5-bit states with 10 % spread, and a bad 4-bit device. Published iontronic synapses
 * report a conductance spread of a few percent, at most about 10 % (Kamsma et al., PNAS 121:e2320242121).
 *
 * @param states number of conductance states, at least 2, or 0 for a continuous device
 * @param deviceToDevice spread (sigma of a log-normal factor) of conductance and of the step up and down; 0 to 2
 * @param cycleToCycle spread (standard deviation of a Gaussian factor of mean 1) of every single step; 0 to 5
 * @param stuck fraction of devices that never change, half of them low and half high; 0 to 1
 */
public record DeviceVariability(int states, double deviceToDevice, double cycleToCycle, double stuck) {
    public DeviceVariability {
        Check.require(
                states == 0 || states >= 2, "DeviceVariability.states", states, "must be at least 2, or 0 for none");
        Check.require(states <= 65536, "DeviceVariability.states", states, "must be at most 65536");
        Check.between("DeviceVariability.deviceToDevice", deviceToDevice, 0, 2);
        Check.between("DeviceVariability.cycleToCycle", cycleToCycle, 0, 5);
        Check.between("DeviceVariability.stuck", stuck, 0, 1);
    }

    /** Continuous, identical, noiseless devices. */
    public static DeviceVariability ideal() {
        return new DeviceVariability(0, 0, 0, 0);
    }

    /** 32 states, 10 % from device to device, 10 % from cycle to cycle. */
    public static DeviceVariability typical() {
        return new DeviceVariability(32, 0.1, 0.1, 0);
    }

    /** 16 states, 25 % from device to device, 30 % from cycle to cycle, 2 % of the devices stuck. */
    public static DeviceVariability pessimistic() {
        return new DeviceVariability(16, 0.25, 0.3, 0.02);
    }
}
