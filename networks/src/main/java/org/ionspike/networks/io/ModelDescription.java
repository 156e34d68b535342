package org.ionspike.networks.io;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import org.ionspike.engine.units.Check;

/**
 * How a trained model came about, and what is needed to use it again; the network and the readout are kept beside it.
 *
 * @param task what was learnt, as on the command line: {@code digits}, {@code csv:/data/my.csv}
 * @param dataHash hash of the data's content, so that other data is noticed
 * @param seed the seed of everything random
 * @param architecture name of the network's architecture, such as {@code wta}
 * @param fidelity name of the neurons' level of detail, such as {@code reduced}
 * @param device name of the device class, or the file it came from
 * @param encoder what turned samples into spikes
 * @param scaling what was done to the features before
 * @param classes names of the classes, in the order of the labels
 * @param heldOut indices of the samples that were not trained on, each 0 or above
 * @param training how training went, such as {@code epochs: 3}; values are texts with units
 */
public record ModelDescription(
        String task,
        String dataHash,
        long seed,
        String architecture,
        String fidelity,
        String device,
        Encoder encoder,
        Scaling scaling,
        List<String> classes,
        List<Integer> heldOut,
        Map<String, String> training) {
    public ModelDescription {
        classes = ImmutableList.copyOf(classes);
        heldOut = ImmutableList.copyOf(heldOut);
        training = ImmutableMap.copyOf(training);
        Check.atLeast("ModelDescription.classes", classes.size(), 1);
        for (int index : heldOut) {
            Check.atLeast("ModelDescription.heldOut", index, 0);
        }
    }

    /**
     * What turned samples into spikes.
     *
     * @param name of the encoder
     * @param parameters of it, with units
     */
    public record Encoder(String name, Map<String, String> parameters) {
        public Encoder {
            parameters = ImmutableMap.copyOf(parameters);
        }
    }

    /**
     * What was done to each feature: {@code (x - offset) / divisor}.
     *
     * @param name of the scaling
     * @param offset one entry per feature, or none
     * @param divisor one entry per feature, or none
     */
    public record Scaling(String name, List<Double> offset, List<Double> divisor) {
        public Scaling {
            offset = ImmutableList.copyOf(offset);
            divisor = ImmutableList.copyOf(divisor);
            Check.require(
                    offset.size() == divisor.size(),
                    "Scaling.divisor",
                    divisor.size() + " entries",
                    "must have as many entries as offset (" + offset.size() + ")");
            for (int i = 0; i < offset.size(); i++) {
                Check.require(
                        Double.isFinite(offset.get(i)),
                        "Scaling.offset of feature " + i,
                        offset.get(i),
                        "must be finite");
                Check.require(
                        Double.isFinite(divisor.get(i)) && divisor.get(i) != 0,
                        "Scaling.divisor of feature " + i,
                        divisor.get(i),
                        "must be finite and not 0");
            }
        }
    }
}
