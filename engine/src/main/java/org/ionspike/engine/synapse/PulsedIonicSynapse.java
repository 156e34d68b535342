package org.ionspike.engine.synapse;

import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.volt;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;

/**
 * An ionic synapse that is read by short pulses, for neurons with receptors: every spike puts a pulse on its line, and
 * the impulse is in proportion to what the slit conducts when the pulse begins.
 *
 * <pre>impulse = (G / G_max) (n_s / n_rest) size,    G = G_min + (G_max - G_min) w</pre>
 *
 * The pulse then moves the volatile n_s, which returns when it is over: a line that was busy transmits more. A spike
 * during a pulse makes it last anew. Between spikes the closed form of the slit is taken. The long-term weight w changes
 * only by a plasticity rule, with the bounds, states and noise of the device. Form of the impulse: our modelling choice;
 * the circuit of a receptor is not modelled, and no charge of read pulses is booked. Read noise and line resistance are
 * refused: they are modelled on held lines only.
 *
 * @param device the slit
 * @param pulse voltage on the line during a spike, not 0
 * @param width how long, above 0
 */
@AutoService(SynapseModel.class)
public record PulsedIonicSynapse(IonicSynapse device, Voltage pulse, Time width) implements SynapseModel {
    public PulsedIonicSynapse {
        Check.finite("PulsedIonicSynapse.pulse", pulse);
        Check.require(pulse.si() != 0, "PulsedIonicSynapse.pulse", pulse, "must not be 0");
        Check.positive("PulsedIonicSynapse.width", width);
        Check.require(
                device.devices().readNoise() == 0
                        && device.devices().lineResistance().si() == 0,
                "PulsedIonicSynapse.device.devices",
                device.devices(),
                "must have no readNoise and no lineResistance, which are modelled on held lines only; leave them out, or"
                        + " use 'ionic-synapse'");
    }

    /** The default ionic synapse under pulses of 1 V and 1 ms. */
    public PulsedIonicSynapse() {
        this(new IonicSynapse(), volt(1), ms(1));
    }

    @Override
    public String name() {
        return "pulsed-ionic-synapse";
    }

    @Override
    public String summary() {
        return "An ionic synapse read by pulses: impulses of long-term coverage times volatile mobile fraction.";
    }

    @Override
    public ImpulseSynapses state(Connectivity connectivity, float[][] weights, RandomStreams streams) {
        return new State(device.state(connectivity, weights, streams));
    }

    private final class State extends ForwardingSynapses implements ImpulseSynapses {
        private final double perRested;
        private final double[] pulsedUntil;

        State(ProgrammableSynapses devices) {
            super(devices);
            perRested = 1 / (device.maxConductance().si() * device.restingFraction());
            pulsedUntil = new double[devices.connectivity().pre()];
        }

        /** Conductances; {@link #release} divides by the largest. */
        @Override
        public float[] weights(int line) {
            return conductances(line);
        }

        @Override
        public double release(int line, double timeSeconds) {
            if (timeSeconds > pulsedUntil[line]) {
                hold(line, 0, pulsedUntil[line]); // the last pulse ended then
            }
            pulsedUntil[line] = timeSeconds + width.si();
            return perRested * hold(line, pulse.si(), timeSeconds);
        }

        @Override
        public SynapseState forAnotherSample() {
            return new State((ProgrammableSynapses) super.forAnotherSample());
        }

        @Override
        public void transfer(StateTransfer state) {
            super.transfer(state);
            state.array("pulsedUntil", pulsedUntil);
        }

        @Override
        public void relax() {
            super.relax();
            Arrays.fill(pulsedUntil, 0);
        }
    }
}
