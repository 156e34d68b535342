package org.ionspike.engine.neuron;

import java.util.Arrays;

/**
 * A Strang step of {@link ConicalChannelNeuron} in single precision; v and g are counted from rest. g_inf of each branch is
 * read from a table 1 mV apart in which rest stands, linear in between (error below 3e-7, held by a test). 1 - e^-y comes
 * from z = y / 16: with the [3/3] Pade approximant P(-z) / P(z) of e^-z it is 1 - P(-z) / P(z), and four times 1 - e^-2z = (1
 * - e^-z)(2 - (1 - e^-z)) without a difference of near numbers; y is cut off at 60.
 */
final class FusedConicalChannels extends ConicalDynamics {
    private static final double PER_VOLT = 1_000;
    private static final int ROWS = (int) (2 * ConicalChannelNeuron.LARGEST_VOLTS * PER_VOLT) + 2;
    private static final float LARGEST = 60f / 16;

    /** Keeps the quotient finite where nothing conducts. */
    private static final float LEAST_SIEMENS = 1e-30f;

    /**
     * Constants of a branch.
     *
     * @param atRest conductance at rest in S
     * @param share what g goes of its way in a step
     * @param slope v is found at the row {@code slope v + offset} of the table
     */
    private record Branch(float unit, float atRest, float battery, float share, float slope, float offset) {}

    private final Branch[] branches;
    /** g_inf above rest, {@code [branch][row]}. */
    private final float[][] tables;

    private final float sixteenthHalfStepPerFarad;
    private final float[] siemens;
    private final float[] current;

    FusedConicalChannels(
            ConicalChannelNeuron model,
            ConicalChannelNeuron.Steady steady,
            KernelSettings settings,
            ReceptorState receptors) {
        super(model, steady, settings, receptors);
        double h = settings.step().si();
        branches = new Branch[g.length];
        tables = new float[g.length][ROWS + 1];
        for (int k = 0; k < branches.length; k++) {
            branches[k] = branch(model, steady, k, h);
        }
        sixteenthHalfStepPerFarad = (float) (h / (2 * 16 * model.capacitance().si()));
        siemens = new float[settings.size()];
        current = new float[settings.size()];
    }

    /** Constants of a branch; fills its table. */
    private Branch branch(ConicalChannelNeuron model, ConicalChannelNeuron.Steady steady, int index, double h) {
        ConicalBranch branch = model.branches().get(index);
        double rest = steady.volts();
        double unit = model.unitConductance(branch).si();
        double onCones = Math.max(
                -ConicalChannelNeuron.LARGEST_VOLTS,
                Math.min(ConicalChannelNeuron.LARGEST_VOLTS, branch.onCones(rest)));
        double rowOfRest = Math.ceil((onCones + ConicalChannelNeuron.LARGEST_VOLTS) * PER_VOLT);
        // beyond the largest voltage rest is as far off the table's end as its voltage
        double beyond = (branch.onCones(rest) - onCones) * PER_VOLT;
        for (int row = 0; row <= ROWS; row++) {
            tables[index][row] =
                    (float) (steady.conductance().at(onCones + (row - rowOfRest) / PER_VOLT) - restOf[index]);
        }
        return new Branch(
                (float) unit,
                (float) (unit * restOf[index]),
                (float) (branch.battery().si() - rest),
                (float) -Math.expm1(-h / model.relaxationTime(branch).si()),
                (float) (branch.sign() * PER_VOLT),
                (float) (rowOfRest + beyond));
    }

    @Override
    public boolean splits() {
        return true;
    }

    @Override
    void step(float[] from, float[] to, float[] amperes, int first, int end) {
        halfStep(from, to, amperes, first, end);
        for (int k = 0; k < branches.length; k++) {
            relax(branches[k], tables[k], g[k], to, first, end);
        }
        halfStep(to, to, amperes, first, end);
    }

    /** Half a step of the voltage at fixed conductances: exact. */
    private void halfStep(float[] from, float[] to, float[] amperes, int first, int end) {
        conduct(from, amperes, first, end);
        float scale = sixteenthHalfStepPerFarad;
        for (int j = first; j < end; j++) {
            float conductance = Math.max(LEAST_SIEMENS, siemens[j]);
            float z = Math.min(LARGEST, conductance * scale);
            float square = z * z;
            float even = 1 + square * 0.1f;
            float odd = z * (0.5f + square * (1f / 120));
            float way = 2 * odd / (even + odd);
            way *= 2 - way;
            way *= 2 - way;
            way *= 2 - way;
            way *= 2 - way;
            to[j] = from[j] + way / conductance * current[j];
        }
    }

    /** Conductance and inward current. */
    private void conduct(float[] v, float[] amperes, int first, int end) {
        Arrays.fill(siemens, first, end, 0);
        System.arraycopy(amperes, first, current, first, end - first);
        for (int k = 0; k < branches.length; k++) {
            float unit = branches[k].unit;
            float atRest = branches[k].atRest;
            float battery = branches[k].battery;
            float[] state = g[k];
            for (int j = first; j < end; j++) {
                float conductance = atRest + unit * state[j];
                siemens[j] += conductance;
                current[j] += conductance * (battery - v[j]);
            }
        }
    }

    private static void relax(Branch branch, float[] table, float[] state, float[] v, int first, int end) {
        float slope = branch.slope;
        float offset = branch.offset;
        float share = branch.share;
        for (int j = first; j < end; j++) {
            float position = Math.max(0, Math.min(ROWS - 0.001f, slope * v[j] + offset));
            int row = (int) position;
            float steady = table[row] + (position - row) * (table[row + 1] - table[row]);
            state[j] += share * (steady - state[j]);
        }
    }
}
