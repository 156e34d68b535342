package org.ionspike.benchmarks.report;

import com.google.common.primitives.ImmutableIntArray;
import java.nio.file.Path;
import java.util.List;
import org.ionspike.engine.simulation.Reading;
import org.ionspike.engine.simulation.Response;

/** First spikes of samples as CSV: {@code sample,rank,neuron,t_s}. */
public final class SpikeCsv {
    private SpikeCsv() {}

    /**
     * Writes one row a spike.
     *
     * @param samples index of each sample in its data set
     * @param readings one per sample
     */
    public static void write(Path file, ImmutableIntArray samples, List<Reading> readings) {
        var text = new StringBuilder("sample,rank,neuron,t_s\n");
        for (int s = 0; s < samples.length(); s++) {
            Response response = readings.get(s).response();
            for (int k = 0; k < response.size(); k++) {
                text.append(samples.get(s))
                        .append(',')
                        .append(k)
                        .append(',')
                        .append(response.neuron().get(k))
                        .append(',')
                        .append(response.timeSeconds().get(k))
                        .append('\n');
            }
        }
        WholeFile.write(file, "spikes", text.toString());
    }
}
