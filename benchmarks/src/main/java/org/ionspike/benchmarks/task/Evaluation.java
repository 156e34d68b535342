package org.ionspike.benchmarks.task;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.ionspike.benchmarks.metric.ConfusionMatrix;
import org.ionspike.engine.simulation.EnergyBook;
import org.ionspike.engine.simulation.Reading;
import org.ionspike.engine.spikes.LabelledRaster;
import org.ionspike.networks.readout.SpikeReadout;

/**
 * What reading a set of labelled samples gave; means are over samples.
 *
 * @param confusion true classes against answers
 * @param readings one per sample; none where single spikes are not kept
 * @param spikesIn input spikes per sample
 * @param spikesOut neurons that fired per sample
 * @param synapticOperations devices reached per sample
 * @param activeSeconds time for which lines are held per sample
 * @param energy dissipated per sample
 * @param energyScope what that counts, in words
 */
public record Evaluation(
        ConfusionMatrix confusion,
        ImmutableList<Reading> readings,
        double spikesIn,
        double spikesOut,
        double synapticOperations,
        double activeSeconds,
        EnergyBook energy,
        String energyScope) {
    private static final String PRESENTATIONS = "rest between samples included";

    /** Classifies readings and takes the means. */
    static Evaluation of(
            SpikeReadout readout,
            List<LabelledRaster> samples,
            List<Reading> readings,
            ImmutableList<String> classNames) {
        var confusion = new ConfusionMatrix(classNames);
        double count = Math.max(1, samples.size());
        double in = 0;
        double out = 0;
        double operations = 0;
        double active = 0;
        EnergyBook energy = EnergyBook.ZERO;
        for (int s = 0; s < samples.size(); s++) {
            Reading reading = readings.get(s);
            confusion.add(samples.get(s).label(), readout.classify(reading.response()));
            in += samples.get(s).raster().size();
            out += reading.response().size();
            operations += reading.synapticOperations();
            active += reading.response().activeSeconds();
            energy = energy.plus(reading.energy());
        }
        return new Evaluation(
                confusion,
                ImmutableList.copyOf(readings),
                in / count,
                out / count,
                operations / count,
                active / count,
                new EnergyBook(energy.neurons() / count, energy.synapses() / count, energy.programming() / count),
                PRESENTATIONS);
    }
}
