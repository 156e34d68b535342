package org.ionspike.engine.simulation;

import org.ionspike.engine.network.LineDrive;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.synapse.LineDevices;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The conductances of all projections as one matrix, seen from rested lines. */
final class CrossbarMatrix {
    private final INDArray siemensVolts;
    private final double[] wattsOfLine;
    private final int devicesOfLine;

    private CrossbarMatrix(INDArray siemensVolts, double[] wattsOfLine, int devicesOfLine) {
        this.siemensVolts = siemensVolts;
        this.wattsOfLine = wattsOfLine;
        this.devicesOfLine = devicesOfLine;
    }

    /** The matrix of a network of one group, read from a simulation whose lines are at rest; it holds its lines. */
    static CrossbarMatrix of(Network network, Simulation rested) {
        NeuronGroup group = network.groups().get(0);
        int lines = network.input().lines();
        float[][] amperes = new float[lines][group.size()];
        double[] watts = new double[lines];
        int devices = 0;
        for (Projection projection : network.projections()) {
            LineDevices synapses = rested.devices(projection.name());
            double volts = ((LineDrive) projection.drive()).voltage().si();
            devices += synapses.connectivity().fanOut(0);
            for (int i = 0; i < lines; i++) {
                double level = volts * synapses.hold(i, volts, 0);
                float[] row = synapses.conductances(i);
                for (int j = 0; j < amperes[i].length; j++) {
                    amperes[i][j] += (float) (projection.polarity().sign() * level * row[row.length == 1 ? 0 : j]);
                }
                for (float siemens : row) {
                    watts[i] += Math.abs(level * volts) * siemens;
                }
            }
        }
        return new CrossbarMatrix(Nd4j.createFromArray(amperes), watts, devices);
    }

    /** Current into every neuron in A for a batch of samples, {@code [sample, neuron]}. */
    float[][] currents(float[][] active) {
        return Nd4j.createFromArray(active).mmul(siemensVolts).toFloatMatrix();
    }

    /** Power dissipated in all devices while these lines are held, in W. */
    double watts(float[] active) {
        double sum = 0;
        for (int i = 0; i < active.length; i++) {
            sum += active[i] * wattsOfLine[i];
        }
        return sum;
    }

    /** Devices that a spike of any line reaches. */
    int devicesOfLine() {
        return devicesOfLine;
    }
}
