package org.ionspike.engine.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.ionspike.engine.network.LineDrive;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.synapse.LineDevices;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The conductances of all projections as one matrix, seen from rested lines. Projections whose reads are noisy are not in
 * it: each sample has conductances of its own there, which are added row by row.
 */
final class CrossbarMatrix {
    private final INDArray siemensVolts;
    private final double[] wattsOfLine;
    private final int devicesOfLine;
    private final List<Noisy> noisy;

    private CrossbarMatrix(INDArray siemensVolts, double[] wattsOfLine, int devicesOfLine, List<Noisy> noisy) {
        this.siemensVolts = siemensVolts;
        this.wattsOfLine = wattsOfLine;
        this.devicesOfLine = devicesOfLine;
        this.noisy = noisy;
    }

    /** A projection with read noise. */
    private static final class Noisy {
        private final Projection projection;
        private final Simulation rested;
        private final double volts;
        private final double[] transmission;

        Noisy(Projection projection, Simulation rested) {
            this.projection = projection;
            this.rested = rested;
            volts = ((LineDrive) projection.drive()).voltage().si();
            LineDevices synapses = rested.devices(projection.name());
            transmission = new double[synapses.connectivity().pre()];
            Arrays.setAll(transmission, line -> synapses.hold(line, volts, 0));
        }

        LineReads reads() {
            return Objects.requireNonNull(rested.reads(projection.name()));
        }

        /** Adds the currents of the lines of a sample; returns the power of their devices in W. */
        double add(LineReads reads, float[] active, float[] amperes) {
            double signedVolts = projection.polarity().sign() * volts;
            double[] sum = new double[amperes.length];
            double watts = 0;
            for (int i = 0; i < active.length; i++) {
                if (active[i] == 0) {
                    continue;
                }
                reads.read(i, transmission[i]);
                float[] row = reads.row(i);
                double level = signedVolts * transmission[i];
                for (int j = 0; j < sum.length; j++) {
                    sum[j] += level * row[row.length == 1 ? 0 : j];
                }
                watts += signedVolts * level * LineReads.sum(row);
            }
            for (int j = 0; j < sum.length; j++) {
                amperes[j] += (float) sum[j];
            }
            return watts;
        }
    }

    /** The matrix of a network of one group, read from a simulation whose lines are at rest; it holds its lines. */
    static CrossbarMatrix of(Network network, Simulation rested) {
        NeuronGroup group = network.groups().get(0);
        int lines = network.input().lines();
        float[][] amperes = new float[lines][group.size()];
        double[] watts = new double[lines];
        int devices = 0;
        List<Noisy> noisy = new ArrayList<>();
        for (Projection projection : network.projections()) {
            LineDevices synapses = rested.devices(projection.name());
            double volts = ((LineDrive) projection.drive()).voltage().si();
            devices += synapses.connectivity().fanOut(0);
            if (synapses.readNoise() > 0) {
                noisy.add(new Noisy(projection, rested));
                continue;
            }
            LineReads reads = rested.reads(projection.name());
            for (int i = 0; i < lines; i++) {
                double factor = synapses.hold(i, volts, 0);
                double level = volts * factor;
                float[] row = row(synapses, reads, i, factor);
                for (int j = 0; j < amperes[i].length; j++) {
                    amperes[i][j] += (float) (projection.polarity().sign() * level * row[row.length == 1 ? 0 : j]);
                }
                for (float siemens : row) {
                    watts[i] += Math.abs(level * volts) * siemens;
                }
            }
        }
        return new CrossbarMatrix(Nd4j.createFromArray(amperes), watts, devices, noisy);
    }

    private static float[] row(LineDevices synapses, @Nullable LineReads reads, int line, double transmission) {
        if (reads == null) {
            return synapses.conductances(line);
        }
        reads.read(line, transmission);
        return reads.row(line);
    }

    /**
     * Current into every neuron in A for a batch of samples, {@code [sample, neuron]}.
     *
     * @param keys of the read noise, one a sample
     * @param watts is filled with the power dissipated in all devices, one entry a sample
     */
    float[][] currents(List<SpikeRaster> batch, long[] keys, double[] watts) {
        float[][] active = new float[batch.size()][wattsOfLine.length];
        for (int b = 0; b < batch.size(); b++) {
            for (int k = 0; k < batch.get(b).size(); k++) {
                active[b][batch.get(b).line().get(k)] = 1;
            }
        }
        float[][] amperes = Nd4j.createFromArray(active).mmul(siemensVolts).toFloatMatrix();
        for (int b = 0; b < watts.length; b++) {
            for (int i = 0; i < wattsOfLine.length; i++) {
                watts[b] += active[b][i] * wattsOfLine[i];
            }
        }
        for (Noisy part : noisy) {
            LineReads reads = part.reads();
            for (int b = 0; b < watts.length; b++) {
                reads.begin(keys[b]);
                watts[b] += part.add(reads, active[b], amperes[b]);
            }
        }
        return amperes;
    }

    /** Whether each sample is read with noise of its own. */
    boolean hasReadNoise() {
        return !noisy.isEmpty();
    }

    /** Devices that a spike of any line reaches. */
    int devicesOfLine() {
        return devicesOfLine;
    }
}
