package org.ionspike.networks.convolution;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.plasticity.Annealing;
import org.ionspike.engine.plasticity.PlasticityRule;
import org.ionspike.engine.plasticity.WinnerStdp;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.synapse.ProgrammableSynapses;
import org.ionspike.engine.units.Check;
import org.ionspike.networks.architecture.ConvStdp;

/**
 * Teaches filters on pieces of samples, one after the other, drawn at random. No label is used.
 *
 * <p>The first filter whose current exceeds its threshold wins the piece, of several in one tick the one with the largest
 * excess; all others are inhibited. The winner's lines that are on are strengthened, the silent ones weakened
 * ({@link WinnerStdp}). Thresholds keep the filters equally busy and their spikes at a target time:
 *
 * <pre>all:  threshold -= r (t - targetTime);    winner: threshold += r;    others: threshold -= r / (F - 1)</pre>
 *
 * t counts in presentations. Rates of STDP and of thresholds fall exponentially. Numbers: our modelling choice, chosen on
 * training images of MNIST held back.
 *
 * @param pieces how many pieces are shown, at least 1
 * @param stdp step sizes and steepness
 * @param targetTime when a winner should fire, above 0 to 1
 * @param thresholdRate r at the start, in full weights, 0 or above
 * @param finalRate what rates have fallen to at the end, relative to their start, above 0 to 1
 */
public record FilterTrainer(int pieces, WinnerStdp stdp, double targetTime, double thresholdRate, double finalRate) {
    /** In full weights for each line of a piece. */
    private static final double LEAST_THRESHOLD = 0.04;

    public FilterTrainer {
        Check.atLeast("FilterTrainer.pieces", pieces, 1);
        Check.require(
                targetTime > 0 && targetTime <= 1,
                "FilterTrainer.targetTime",
                targetTime,
                "must be above 0 and at most 1");
        Check.notNegative("FilterTrainer.thresholdRate", thresholdRate);
    }

    /** 1.2 million pieces, steps of 0.0607 at w = 1/2, target 0.75, thresholds by 1, rates down to 0.04. */
    public FilterTrainer() {
        this(1_200_000, new WinnerStdp(0.0607, 0.0607, 0.5, Annealing.none()), 0.75, 1, 0.04);
    }

    /** Is told how many pieces have been shown, now and then. */
    @FunctionalInterface
    public interface Listener {
        /** So many pieces have been shown. */
        void shown(long pieces);
    }

    /**
     * What training gave.
     *
     * @param network the filters with the weights and biases they learnt
     * @param pieces pieces shown
     * @param unanswered pieces for which no filter fired
     * @param deviceWrites programming pulses applied
     * @param programmingJoules their energy
     * @param synapseJoules dissipated by held lines until the winner fired, or to the end of the presentation
     */
    public record Outcome(
            Network network,
            long pieces,
            long unanswered,
            long deviceWrites,
            double programmingJoules,
            double synapseJoules) {}

    /**
     * Trains.
     *
     * @param samples at least one, of the shape of the architecture's input
     */
    public Outcome train(
            ConvStdp architecture, SimulationSettings settings, List<LatencyMap> samples, Listener listener) {
        Check.require(!samples.isEmpty(), "Training samples", 0, "must be at least 1");
        var annealing = new Annealing(finalRate, pieces);
        Network network = architecture.network(stdp, annealing);
        return new Session(architecture, settings, network, annealing).run(samples, listener);
    }

    /** A training under way. */
    private final class Session {
        private static final int LISTEN_EVERY = 4096;

        private final ConvStdp architecture;
        private final Annealing annealing;
        private final Simulation simulation;
        private final FilterReading reading;
        private final ProgrammableSynapses devices;
        private final PlasticityRule.Kernel rule;
        private final UniformRandomProvider random;
        private final Patch patch;
        private final boolean[] on;
        private final float[] thresholds;
        private long unanswered;
        private double synapseJoules;

        Session(ConvStdp architecture, SimulationSettings settings, Network network, Annealing annealing) {
            this.architecture = architecture;
            this.annealing = annealing;
            simulation = new Simulation(network, settings);
            devices = simulation.programmable(ConvStdp.KERNEL);
            rule = new WinnerStdp(stdp.aPlus(), stdp.aMinus(), stdp.b(), annealing).kernel(devices);
            thresholds = architecture.thresholds(network);
            reading = new FilterReading(architecture, devices, thresholds);
            random = settings.streams().stream("pieces");
            patch = new Patch(architecture);
            on = new boolean[architecture.patchLines()];
        }

        Outcome run(List<LatencyMap> samples, Listener listener) {
            for (int piece = 0; piece < pieces; piece++) {
                LatencyMap sample = samples.get(random.nextInt(samples.size()));
                int row = random.nextInt(architecture.positionRows());
                int column = random.nextInt(architecture.positionColumns());
                patch.take(sample, row, column);
                show(piece);
                if ((piece + 1) % LISTEN_EVERY == 0 || piece + 1 == pieces) {
                    listener.shown(piece + 1L);
                }
            }
            Network learnt = simulation.snapshot().mapGroups(this::withBiases);
            return new Outcome(
                    learnt, pieces, unanswered, devices.writes(), devices.programmingJoules(), synapseJoules);
        }

        private NeuronGroup withBiases(NeuronGroup group) {
            return group.withBias(architecture.biases(thresholds));
        }

        private void show(int piece) {
            reading.read(patch);
            int winner = reading.winner();
            book(winner < 0 ? 0 : reading.winnerEarliness());
            if (winner < 0) {
                unanswered++;
                return;
            }
            patch.linesOn(reading.winnerEarliness(), on);
            double seconds = piece * architecture.presentation().si();
            rule.postsynapticSpike(winner, seconds, true, piece, on);
            reading.refresh(winner);
            moveThresholds(winner, reading.winnerEarliness(), thresholdRate * annealing.rate(piece));
        }

        private void book(int until) {
            for (int k = 0; k < patch.size() && patch.earliness(k) >= until; k++) {
                synapseJoules += reading.joules(patch.line(k), patch.earliness(k), until);
            }
        }

        private void moveThresholds(int winner, int earliness, double rate) {
            double time = 1 - earliness / (double) LatencyMap.TICKS;
            float all = (float) (rate * (time - targetTime));
            float others = (float) (rate / (thresholds.length - 1));
            float least = (float) (LEAST_THRESHOLD * architecture.patchLines());
            for (int f = 0; f < thresholds.length; f++) {
                thresholds[f] = Math.max(least, thresholds[f] - all - others);
            }
            thresholds[winner] += (float) rate + others;
            reading.setThresholds(thresholds);
        }
    }
}
