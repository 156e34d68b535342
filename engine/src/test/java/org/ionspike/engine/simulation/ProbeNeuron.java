package org.ionspike.engine.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.neuron.KernelSettings;
import org.ionspike.engine.neuron.NeuronKernel;
import org.ionspike.engine.neuron.NeuronModel;
import org.ionspike.engine.neuron.SpikeSink;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A neuron for tests: notes the currents it is driven with and spikes when a script says so. */
final class ProbeNeuron implements NeuronModel {
    /** A call of {@code drive}. */
    static final class Drive {
        private final long step;
        private final float[] amperes;

        Drive(long step, float[] amperes) {
            this.step = step;
            this.amperes = amperes;
        }

        long step() {
            return step;
        }

        float[] amperes() {
            return amperes;
        }
    }

    /** A call of {@code clamp}. */
    record Clamp(long fromStep, long toStep) {}

    final List<Drive> drives = new ArrayList<>();
    final List<Clamp> clamps = new ArrayList<>();
    private final TreeMap<Long, List<int[]>> script = new TreeMap<>();

    /** Lets a neuron spike in a step, so many thousandths of the step after its start. */
    ProbeNeuron spikes(long step, int neuron, int thousandths) {
        script.computeIfAbsent(step, s -> new ArrayList<>()).add(new int[] {neuron, thousandths});
        return this;
    }

    /** Current into a neuron at the start of a step, in A. */
    float at(long step, int neuron) {
        float amperes = 0;
        for (Drive drive : drives) {
            amperes = drive.step() <= step ? drive.amperes()[neuron] : amperes;
        }
        return amperes;
    }

    @Override
    public String name() {
        return "probe";
    }

    @Override
    public String summary() {
        return "A probe.";
    }

    @Override
    public NeuronKernel kernel(KernelSettings settings) {
        return new NeuronKernel() {
            @Override
            public int size() {
                return settings.size();
            }

            @Override
            public void drive(long step, float[] amperes, double rampAmperes, double rampSlope) {
                drives.add(new Drive(step, amperes.clone()));
            }

            @Override
            public void drive(long step, int neuron, float amperes) {
                float[] all = drives.isEmpty()
                        ? new float[size()]
                        : drives.get(drives.size() - 1).amperes().clone();
                all[neuron] = amperes;
                drives.add(new Drive(step, all));
            }

            @Override
            public long due(long step) {
                Long next = script.ceilingKey(step);
                return next == null ? NEVER : next;
            }

            @Override
            public void advance(long step, SpikeSink sink) {
                double dt = settings.step().si();
                script.getOrDefault(step, List.of())
                        .forEach(spike -> sink.spike(spike[0], (step + spike[1] / 1000.0) * dt));
            }

            @Override
            public void clamp(long fromStep, long toStep, double volts) {
                clamps.add(new Clamp(fromStep, toStep));
            }

            @Override
            public void transfer(StateTransfer state) {}

            @Override
            public void reset(long step) {}

            @Override
            public INDArray state(String variable, long step) {
                return Nd4j.valueArrayOf(new long[] {1, settings.size()}, (double) step);
            }

            @Override
            public double dissipatedJoules(int neuron, long step) {
                return 0;
            }
        };
    }
}
