package org.ionspike.benchmarks.task;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.ionspike.benchmarks.metric.ConfusionMatrix;
import org.ionspike.benchmarks.metric.Count;
import org.ionspike.benchmarks.metric.Precision;
import org.ionspike.benchmarks.metric.Tally;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.simulation.ActivityBook;
import org.ionspike.engine.simulation.EnergyBook;
import org.ionspike.engine.simulation.Reading;
import org.ionspike.engine.simulation.Response;
import org.ionspike.engine.spikes.LabelledRaster;
import org.ionspike.networks.readout.SpikeReadout;

/**
 * What reading a set of labelled samples gave; means are over samples.
 *
 * @param confusion true classes against answers
 * @param readings one per sample; none where single spikes are not kept
 * @param tally counted, per sample
 * @param neuronsFired neurons that fired at least once per sample
 * @param activeSeconds time for which lines are held per sample
 * @param energy dissipated per sample
 * @param energyScope what that counts, in words
 */
public record Evaluation(
        ConfusionMatrix confusion,
        ImmutableList<Reading> readings,
        Tally tally,
        double neuronsFired,
        double activeSeconds,
        EnergyBook energy,
        String energyScope) {
    private static final String PRESENTATIONS = "rest between samples included";

    /** Input spikes per sample. */
    public double spikesIn() {
        return tally.get(Count.INPUT_SPIKES);
    }

    /** Spikes of neurons per sample. */
    public double spikesOut() {
        return tally.get(Count.OUTPUT_SPIKES);
    }

    /** Synapses of the network reached per sample; those of a readout are not among them. */
    public double synapticOperations() {
        return tally.parts().stream()
                .filter(part -> part.name().equals(NetworkTally.LAYER))
                .mapToDouble(part -> part.get(Count.EFFECTIVE_ACS))
                .sum();
    }

    /**
     * Classifies readings and takes the means.
     *
     * @param network that was read
     * @param precision of the readout
     */
    static Evaluation of(
            Network network,
            SpikeReadout readout,
            Precision precision,
            List<LabelledRaster> samples,
            List<Reading> readings,
            ImmutableList<String> classNames) {
        var confusion = new ConfusionMatrix(classNames);
        double active = 0;
        double fired = 0;
        long seen = 0;
        for (int s = 0; s < samples.size(); s++) {
            Response response = readings.get(s).response();
            confusion.add(samples.get(s).label(), readout.classify(response));
            active += response.activeSeconds();
            fired += response.size();
            seen += readout.spikesSeen(response);
        }
        double count = Math.max(1, samples.size());
        long neurons = network.groups().get(0).size();
        var ofReadout = NetworkTally.readout(
                precision, false, neurons * samples.size(), seen, classNames.size(), samples.size());
        return new Evaluation(
                confusion,
                ImmutableList.copyOf(readings),
                Tally.of(layer(network, readings), ofReadout).times(1 / count),
                fired / count,
                active / count,
                energy(readings).times(1 / count),
                PRESENTATIONS);
    }

    /** What readings of a network counted, summed. */
    static Tally.Part layer(Network network, List<Reading> readings) {
        ActivityBook activity = readings.stream().map(Reading::activity).reduce(ActivityBook.ZERO, ActivityBook::plus);
        return NetworkTally.layer(
                NetworkTally.precision(network),
                readings.size(),
                ModelSize.devices(network),
                activity,
                energy(readings));
    }

    private static EnergyBook energy(List<Reading> readings) {
        return readings.stream().map(Reading::energy).reduce(EnergyBook.ZERO, EnergyBook::plus);
    }
}
