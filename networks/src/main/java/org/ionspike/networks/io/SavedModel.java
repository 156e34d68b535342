package org.ionspike.networks.io;

import com.fasterxml.jackson.databind.JsonNode;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.units.Check;
import org.ionspike.networks.readout.FeatureReadout;
import org.ionspike.networks.readout.Readout;
import org.ionspike.networks.readout.SupervisedStdpReadout;

/**
 * A trained model as a directory holds it.
 *
 * @param description how it came about
 * @param network with the weights and biases it learnt
 * @param readout what makes a class of its spikes; as many columns as there are classes
 * @param result what training and evaluation gave, for {@code result.json}
 */
public record SavedModel(ModelDescription description, Network network, Readout readout, JsonNode result) {
    public SavedModel {
        float[][] weights = readout.weights();
        int classes = description.classes().size();
        Check.require(
                network.groups().stream()
                        .anyMatch(group -> !(readout instanceof FeatureReadout)
                                ? group.size() == weights.length
                                : weights.length % group.size() == 0),
                "Rows of the readout",
                weights.length,
                "must be one per neuron of a group of the network, or per neuron and block of positions where the network"
                        + " reads pieces of a sample");
        int columns = readout instanceof SupervisedStdpReadout groups ? classes * groups.perClass() : classes;
        for (float[] row : weights) {
            Check.require(
                    row.length == columns,
                    "Columns of the readout",
                    row.length,
                    "must be " + columns + ", for " + classes + " classes");
        }
    }
}
