package org.ionspike.networks.convolution;

import java.util.List;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.plasticity.Annealing;
import org.ionspike.engine.plasticity.PlasticityRule;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.synapse.ProgrammableSynapses;
import org.ionspike.engine.units.Check;
import org.ionspike.networks.architecture.ConvStdp;
import org.ionspike.networks.learning.SimulationTraining;

/**
 * Teaches filters on pieces of samples, drawn at random one after the other from the stream {@code "pieces"}. The first
 * filter whose current exceeds its threshold wins the piece, of several in one tick the one with the largest excess; all
 * others are inhibited. The winner's lines that are on are strengthened, the silent ones weakened ({@link
 * org.ionspike.engine.plasticity.WinnerStdp}); then the thresholds move ({@link FilterLearning}).
 */
public final class FilterTraining extends SimulationTraining {
    /** In full weights for each line of a piece. */
    private static final double LEAST_THRESHOLD = 0.04;

    private final ConvStdp architecture;
    private final FilterLearning learning;
    private final Annealing annealing;
    private final List<LatencyMap> samples;
    private final ProgrammableSynapses devices;
    private final PlasticityRule.Kernel rule;
    private final FilterReading reading;
    private final RestorableUniformRandomProvider random;
    private final float[] thresholds;
    private final Patch patch;
    private final boolean[] on;
    private double synapseJoules;
    private long linesOn;

    /**
     * A training before its first piece.
     *
     * @param samples at least one, of the shape of the architecture's input
     */
    public FilterTraining(
            ConvStdp architecture, FilterLearning learning, SimulationSettings settings, List<LatencyMap> samples) {
        super(new Simulation(architecture.network(learning.annealedStdp()), settings), learning.pieces());
        Check.require(!samples.isEmpty(), "Training samples", 0, "must be at least 1");
        this.architecture = architecture;
        this.learning = learning;
        this.samples = List.copyOf(samples);
        this.samples.forEach(sample -> sample.requireShape(architecture.input()));
        annealing = learning.annealing();
        devices = simulation().programmable(ConvStdp.KERNEL);
        rule = learning.annealedStdp().kernel(devices);
        thresholds = architecture.thresholds(simulation().network());
        reading = new FilterReading(architecture, devices, thresholds);
        random = settings.streams().stream("pieces");
        patch = new Patch(architecture);
        on = new boolean[architecture.patchLines()];
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
     * @param linesOn lines that came on until then, of all pieces
     */
    public record Outcome(
            Network network,
            long pieces,
            long unanswered,
            long deviceWrites,
            double programmingJoules,
            double synapseJoules,
            long linesOn) {}

    @Override
    protected Shown showNext() {
        int sample = random.nextInt(samples.size());
        int row = random.nextInt(architecture.positionRows());
        int column = random.nextInt(architecture.positionColumns());
        patch.take(samples.get(sample), row, column);
        reading.read(patch);
        int winner = reading.winner();
        book(winner < 0 ? 0 : reading.winnerEarliness());
        if (winner >= 0) {
            learn(winner);
        }
        return new Shown(sample, winner);
    }

    private void learn(int winner) {
        patch.linesOn(reading.winnerEarliness(), on);
        double seconds = shown() * architecture.presentation().si();
        rule.postsynapticSpike(winner, seconds, true, shown(), on);
        reading.refresh(winner);
        moveThresholds(winner, reading.winnerEarliness(), learning.thresholdRate() * annealing.rate(shown()));
        reading.setThresholds(thresholds);
    }

    private void moveThresholds(int winner, int earliness, double rate) {
        double time = 1 - earliness / (double) LatencyMap.TICKS;
        float all = (float) (rate * (time - learning.targetTime()));
        float others = (float) (rate / (thresholds.length - 1));
        float least = (float) (LEAST_THRESHOLD * architecture.patchLines());
        for (int f = 0; f < thresholds.length; f++) {
            thresholds[f] = Math.max(least, thresholds[f] - all - others);
        }
        thresholds[winner] += (float) rate + others;
    }

    private void book(int until) {
        for (int k = 0; k < patch.size() && patch.earliness(k) >= until; k++) {
            linesOn++;
            synapseJoules += reading.joules(patch.line(k), patch.earliness(k), until);
        }
    }

    /** What it has given so far. */
    public Outcome outcome() {
        Network learnt = simulation().snapshot().mapGroups(group -> group.withBias(architecture.biases(thresholds)));
        return new Outcome(
                learnt, shown(), unanswered(), devices.writes(), devices.programmingJoules(), synapseJoules, linesOn);
    }

    @Override
    protected void transferMore(StateTransfer state) {
        synapseJoules = state.number("synapseJoules", synapseJoules);
        linesOn = state.whole("linesOn", linesOn);
        state.array("thresholds", thresholds);
        state.random("pieces", random);
    }

    @Override
    protected void loaded() {
        for (int f = 0; f < thresholds.length; f++) {
            reading.refresh(f);
        }
        reading.setThresholds(thresholds);
    }
}
