package org.ionspike.engine.plasticity;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.plasticity.WaveformPairing.AffineMap;
import org.ionspike.engine.synapse.Connectivity;
import org.ionspike.engine.synapse.ImpulseSynapses;
import org.ionspike.engine.synapse.PlasticSynapses;
import org.ionspike.engine.synapse.ProgrammableSynapses;

/**
 * STDP of an ionic synapse: nothing is prescribed but the voltage that a spike puts on its synapses; where the
 * waveforms of both neurons overlap, they move the adsorbed coverage.
 *
 * <pre>first of two spikes:   w -> L(w)                     L: the map of a lone spike
 * second of two spikes:  w -> M(dt)(L^-1(w))           M: the map of the pair, dt = t_post - t_pre</pre>
 *
 * All maps are affine ({@link WaveformPairing}). Nearest neighbours pair: a spike meets the last one of the other side
 * only, and none when that lies further back than a waveform is long. For an isolated pair this is the full
 * superposition of both waveforms, without error but for the table over dt (below 0.1 % of the largest change). In a
 * train, overlaps of three spikes or more are taken pair by pair, and the return to the coverage at rest (an hour)
 * between spikes is left out.
 *
 * <p>A presynaptic spike counts from when it arrives on its line, at the start of a time step; a postsynaptic one from
 * its time inside the step. The energy booked for a change is that of one rectangular programming pulse, not that of the
 * waveforms. Source: our choice, see {@link WaveformPairing}.
 *
 * @param pairing the waveform and the coverage it acts on; the coverage should be the synapse's
 */
@AutoService(PlasticityRule.class)
public record IonicStdp(WaveformPairing pairing) implements PlasticityRule {
    /** The default waveform on the network preset of the coverage. */
    public IonicStdp() {
        this(new WaveformPairing());
    }

    @Override
    public String name() {
        return "ionic-stdp";
    }

    @Override
    public String summary() {
        return "The overlapping waveforms of two spikes move the adsorbed coverage; nearest spikes pair.";
    }

    @Override
    public Kernel kernel(ProgrammableSynapses synapses) {
        return new PairKernel(synapses);
    }

    @Override
    public Kernel kernel(ImpulseSynapses synapses) {
        return new PairKernel(TraceKernel.oneByOne(synapses));
    }

    private final class PairKernel implements Kernel {
        private final PlasticSynapses synapses;
        private final PairingTable presynapticLast;
        private final PairingTable postsynapticLast;
        private final double[] arrivedAt;
        private final double[] firedAt;

        PairKernel(PlasticSynapses synapses) {
            this.synapses = synapses;
            AffineMap pre = pairing.presynapticAlone();
            AffineMap post = pairing.postsynapticAlone();
            this.presynapticLast = new PairingTable(pairing, -1, post, pre);
            this.postsynapticLast = new PairingTable(pairing, 1, pre, post);
            this.arrivedAt = new double[synapses.connectivity().pre()];
            this.firedAt = new double[synapses.connectivity().post()];
            reset();
        }

        @Override
        public void presynapticSpike(int line, double timeSeconds) {
            Connectivity connectivity = synapses.connectivity();
            int devices = connectivity.fanOut(line);
            for (int k = 0; k < devices; k++) {
                apply(presynapticLast, timeSeconds - firedAt[connectivity.target(line, k)], line, k);
            }
            arrivedAt[line] = timeSeconds;
        }

        @Override
        public void postsynapticSpike(
                int neuron, double timeSeconds, boolean winner, long presentation, boolean[] lineIsOn) {
            Connectivity connectivity = synapses.connectivity();
            int devices = connectivity.fanIn(neuron);
            for (int n = 0; n < devices; n++) {
                int line = connectivity.source(neuron, n);
                apply(postsynapticLast, timeSeconds - arrivedAt[line], line, connectivity.sourcePosition(neuron, n));
            }
            firedAt[neuron] = timeSeconds;
        }

        private void apply(PairingTable table, double sinceSeconds, int line, int k) {
            synapses.change(line, k, table.change(synapses.weight(line, k), sinceSeconds));
        }

        @Override
        public void transfer(StateTransfer state) {
            state.array("arrivedAt", arrivedAt);
            state.array("firedAt", firedAt);
        }

        @Override
        public void reset() {
            Arrays.fill(arrivedAt, Double.NEGATIVE_INFINITY);
            Arrays.fill(firedAt, Double.NEGATIVE_INFINITY);
        }
    }
}
